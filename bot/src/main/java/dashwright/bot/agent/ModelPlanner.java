package dashwright.bot.agent;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dashwright.bot.provider.ProviderFailure;
import dashwright.prompts.Prompts;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.Progress;
import dashwright.tools.toolbox.ToolLimits;
import dashwright.tools.toolbox.ToolSession;
import dashwright.tools.toolbox.Toolbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans a board with a model that works through the toolbox. Bounded in time, rounds and calls; what came of it is read
 * from what the tools did, never from what the model said.
 */
public final class ModelPlanner {
    private static final Logger LOG = LoggerFactory.getLogger(ModelPlanner.class);
    private static final ProviderFailure FAILURES =
            new ProviderFailure("the model", "DASH_MODEL", "the key that belongs to DASH_MODEL");

    private final NamedModel model;
    private final Toolbox toolbox;
    private final AgentLimits limits;
    private final LoadingCache<String, ReentrantLock> threads =
            Caffeine.newBuilder().weakValues().build(_ -> new ReentrantLock());

    /** A planner with a model. */
    public ModelPlanner(NamedModel model, Toolbox toolbox, AgentLimits limits) {
        this.model = model;
        this.toolbox = toolbox;
        this.limits = limits;
    }

    /** Plans a new board. Never throws; it returns within the limit of time and a moment. */
    public ModelOutcome plan(String request, Progress progress) {
        return plan(ModelTask.of(request), progress);
    }

    /** Plans a new board, or changes an earlier plan. Requests of one conversation run one after the other. */
    public ModelOutcome plan(ModelTask task, Progress progress) {
        if (task.thread() == null) {
            return attempt(task, progress);
        }
        ReentrantLock turn = threads.get(task.thread());
        try {
            if (!turn.tryLock(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
                return new ModelOutcome.Nothing("the model is still busy with an earlier request of this conversation");
            }
        } catch (InterruptedException interrupted) {
            return cancelled();
        }
        try {
            return attempt(task, progress);
        } finally {
            turn.unlock();
        }
    }

    private ModelOutcome attempt(ModelTask task, Progress progress) {
        ToolSession session = open(task, progress);
        MeteredModel metered = new MeteredModel(model.model(), session, limits.pause());
        FutureTask<@Nullable Void> work = new FutureTask<>(
                () -> new ToolLoop(metered, toolbox, session, limits.rounds()).run(message(task)), null);
        Thread.ofVirtual().name("model").start(work);
        try {
            Optional<String> failure = await(work, metered);
            session.close();
            return outcome(session, metered, failure);
        } catch (InterruptedException interrupted) {
            return cancelled();
        } finally {
            session.close();
            // The interrupt ends a call that hangs; a tool that is still at work finds the session closed.
            work.cancel(true);
        }
    }

    private ToolSession open(ModelTask task, Progress progress) {
        ToolLimits allowed = new ToolLimits(limits.time(), limits.calls());
        return task.earlier() == null
                ? toolbox.open(task.request(), allowed, progress)
                : toolbox.open(task.request(), task.earlier(), allowed, progress);
    }

    private static String message(ModelTask task) {
        return task.earlier() == null
                ? Prompts.load("build-user").fill(Map.of("request", task.request()))
                : Prompts.load("revise-user")
                        .fill(Map.of("request", task.request(), "draft", Toolbox.describe(task.earlier())));
    }

    /** Waits for the end; says why it was not a good one, where it was not. */
    private Optional<String> await(FutureTask<@Nullable Void> work, MeteredModel metered) throws InterruptedException {
        try {
            work.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (TimeoutException late) {
            return Optional.of("the model did not answer within " + inWords(limits.time()));
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            if (cause instanceof MeteredModel.SessionOverException) {
                return Optional.of("the model did not answer within " + inWords(limits.time()));
            }
            if (metered.rounds() > limits.rounds()) {
                return Optional.of("the model was not done after " + limits.rounds() + " rounds");
            }
            LOG.warn(
                    "The model {} failed: {}: {}",
                    model.name(),
                    cause.getClass().getSimpleName(),
                    model.withoutKey(String.valueOf(cause.getMessage())));
            return Optional.of(FAILURES.reason(cause));
        }
    }

    private ModelOutcome outcome(ToolSession session, MeteredModel metered, Optional<String> failure) {
        Optional<PlanningOutcome> outcome = session.outcome();
        if (outcome.isEmpty()) {
            return new ModelOutcome.Nothing(failure.orElse("the model ended without a draft"));
        }
        return switch (outcome.get()) {
            case PlanningOutcome.Planned planned -> {
                List<String> remarks = new ArrayList<>(planned.remarks());
                failure.ifPresent(reason -> remarks.add(sentence(reason) + "; this is the last draft that it made."));
                remarks.add(cost(metered));
                yield new ModelOutcome.Done(new PlanningOutcome.Planned(planned.plan(), remarks, planned.findings()));
            }
            case PlanningOutcome.Gap gap -> new ModelOutcome.Done(gap);
            case PlanningOutcome.Question question -> new ModelOutcome.Done(question);
        };
    }

    private String cost(MeteredModel metered) {
        String tokens = metered.tokens() == 0 ? "" : String.format(Locale.ROOT, " and %,d tokens", metered.tokens());
        return "Planned with " + model.name() + " in " + metered.rounds() + " rounds" + tokens + ".";
    }

    private static ModelOutcome cancelled() {
        Thread.currentThread().interrupt();
        return new ModelOutcome.Nothing("the request was cancelled");
    }

    private static String sentence(String clause) {
        return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
    }

    private static String inWords(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
