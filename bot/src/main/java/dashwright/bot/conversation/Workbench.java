package dashwright.bot.conversation;

import dashwright.bot.approval.Origin;
import dashwright.bot.approval.Proposal;
import dashwright.bot.approval.Proposals;
import dashwright.bot.approval.Replaced;
import dashwright.bot.audit.AuditEntry;
import dashwright.bot.audit.AuditLog;
import dashwright.bot.conversation.BuildOutcome.Asked;
import dashwright.bot.conversation.BuildOutcome.Failed;
import dashwright.bot.conversation.BuildOutcome.GapFound;
import dashwright.bot.conversation.BuildOutcome.NotProposable;
import dashwright.bot.conversation.BuildOutcome.Proposed;
import dashwright.catalog.Catalog;
import dashwright.catalog.answer.AnswerFinder;
import dashwright.catalog.answer.Answers;
import dashwright.dashboards.check.Code;
import dashwright.tools.drafting.Draft;
import dashwright.tools.drafting.PlanningOutcome;
import dashwright.tools.drafting.Progress;
import dashwright.tools.health.StatusSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where requests become proposals: plans, drafts, reports and remembers, the same for every face. */
public final class Workbench implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

    private final Means means;
    private final Proposals proposals;
    private final AuditLog audit;
    private final Turns turns;
    private final InstantSource clock;
    private final BuildQueue queue;

    private static final int MOST_EXAMPLES = 4;

    /** A workbench. */
    public Workbench(
            Means means, Proposals proposals, AuditLog audit, Turns turns, InstantSource clock, Limits limits) {
        this.means = means;
        this.proposals = proposals;
        this.audit = audit;
        this.turns = turns;
        this.clock = clock;
        this.queue = new BuildQueue(limits.atOnce(), limits.waiting(), limits.deadline());
    }

    /** Works on a request now, in the caller's thread. Whatever goes wrong is an outcome, never an exception. */
    public BuildOutcome build(Request request, Progress progress) {
        Instant askedAt = Instant.ofEpochMilli(clock.millis());
        BuildOutcome outcome;
        try {
            audit.record(new AuditEntry(askedAt, AuditEntry.Kind.ASKED, request.requester(), "", request.text()));
            outcome = attempt(request, progress);
            turns.record(request.place(), Turn.of(askedAt, request, outcome));
        } catch (RuntimeException wrong) {
            outcome = failed(request, wrong);
        }
        return outcome;
    }

    /**
     * Works on a request when its turn comes: requests of one place run one after the other, and only so many at once.
     * Waiting is told through the progress.
     */
    public CompletableFuture<BuildOutcome> submit(Request request, Progress progress) {
        return queue.submit(
                        request.place(),
                        () -> build(request, progress),
                        ahead -> progress.step("Waiting: " + (ahead == 1 ? "one build is" : ahead + " builds are")
                                + " ahead of this one"))
                .exceptionally(wrong -> failed(request, wrong));
    }

    /** The same request, about the newest draft of its thread where there is one. */
    public Request inThread(Request request) {
        return proposals
                .newestInThread(request.place().channel(), request.place().thread())
                .map(draft ->
                        request.about(new Earlier(draft.id(), draft.origin().request(), draft.plan())))
                .orElse(request);
    }

    /**
     * Finds metrics and spans. Reads the catalog where it is not fresh, which may take seconds and fail: that nothing was
     * listed yet must not pass for that nothing is there.
     *
     * @param limit how many answers at the most
     * @param unranked is told why an embedding model that is set had no say in their order
     */
    public Answers find(String text, int limit, Consumer<String> unranked) {
        Catalog fresh = means.catalog().get();
        return new AnswerFinder(means.search().telling(unranked), fresh).find(text, limit);
    }

    /**
     * Requests that this team's catalog answers to. Reads the catalog where it is not fresh, which may take seconds;
     * where it cannot be read there are none.
     */
    public List<String> examples(int limit) {
        try {
            return Examples.of(means.catalog().get(), means.search().words(), limit);
        } catch (RuntimeException unreadable) {
            LOG.warn("The catalog cannot be read for examples", unreadable);
            return List.of();
        }
    }

    @Override
    public void close() {
        queue.close();
    }

    private BuildOutcome attempt(Request request, Progress progress) {
        if (request.text().isEmpty()) {
            return new Failed("Say what the board should show, as in: build s3 sync status", Reference.next());
        }
        if (request.text().length() > Request.LONGEST_TEXT) {
            return new Failed(
                    "That is too long: say it in at most " + Request.LONGEST_TEXT + " characters.", Reference.next());
        }
        Optional<BuildOutcome> aside = aside(request, progress);
        if (aside.isPresent()) {
            return aside.get();
        }
        List<String> remarks = new ArrayList<>();
        return switch (plan(request, progress, remarks)) {
            case PlanningOutcome.Gap gap -> new GapFound(gap);
            case PlanningOutcome.Question question -> new Asked(question);
            case PlanningOutcome.Planned planned -> {
                remarks.addAll(planned.remarks());
                Draft draft = means.drafter().draft(planned.plan(), remarks, progress);
                yield propose(request, draft.with(planned.findings()), progress);
            }
        };
    }

    private Optional<BuildOutcome> aside(Request request, Progress progress) {
        Optional<Proposal> draft = earlier(request);
        if (draft.isEmpty()) {
            return Asides.noBoard(request.text(), () -> examples(MOST_EXAMPLES)).map(Asked::new);
        }
        if (Asides.asksForHealth(request.text())) {
            return Optional.of(new Asked(new PlanningOutcome.Question(
                    "When the draft was made: " + draft.get().summary(), List.of())));
        }
        return Asides.isUndo(request.text()) ? Optional.of(undone(request, draft.get(), progress)) : Optional.empty();
    }

    /** What stood before is checked and proposed again; what it left unanswered is still so. */
    private BuildOutcome undone(Request request, Proposal draft, Progress progress) {
        return proposals
                .before(draft)
                .<BuildOutcome>map(before -> propose(
                        request,
                        means.drafter()
                                .draft(before.plan(), before.remarks(), progress)
                                .with(before.report().findings().stream()
                                        .filter(finding -> finding.code().equals(Code.WORD_UNANSWERED.id()))
                                        .toList()),
                        progress))
                .orElseGet(() -> new Asked(new PlanningOutcome.Question(
                        "There is no draft before this one, so it stays as it is.", List.of())));
    }

    /** The first way that is open; each that was not leaves a remark. */
    private PlanningOutcome plan(Request request, Progress progress, List<String> remarks) {
        PlanningUnavailableException last = null;
        for (Planning planning : means.plannings()) {
            try {
                return planning.plan(request, progress);
            } catch (PlanningUnavailableException unavailable) {
                LOG.warn("A way of planning is not open: {}", unavailable.getMessage(), unavailable);
                remarks.add("Planned without the model: " + unavailable.getMessage());
                progress.step("The model is not available; going on without it");
                last = unavailable;
            }
        }
        throw last == null ? new IllegalStateException("no way to a plan") : last;
    }

    private BuildOutcome propose(Request request, Draft draft, Progress progress) {
        if (draft.report().hasErrors()) {
            return new NotProposable(draft);
        }
        progress.step("Reading the key figures");
        StatusSummary status = status(draft);
        Origin origin = new Origin(
                request.text(),
                request.requester(),
                request.place().channel(),
                request.place().thread(),
                begunAs(request));
        Proposal proposal = proposals.propose(draft, status.text(), origin, standing(request));
        return new Proposed(proposal, draft, status);
    }

    /** What the board was first asked for as; of an edit that is the request of the draft that it changes. */
    private String begunAs(Request request) {
        return earlier(request).map(draft -> draft.origin().begunAs()).orElse(request.text());
    }

    /** An edit of a published draft is meant for the board that stands. */
    private Optional<Replaced> standing(Request request) {
        return earlier(request).flatMap(Proposal::standing);
    }

    private Optional<Proposal> earlier(Request request) {
        return Optional.ofNullable(request.earlier()).flatMap(earlier -> proposals.find(earlier.proposalId()));
    }

    /** A board is worth proposing even where its figures cannot be read now; that they cannot is said, not hidden. */
    private StatusSummary status(Draft draft) {
        try {
            return means.reporter().report(draft);
        } catch (RuntimeException wrong) {
            String reference = Reference.next();
            LOG.error("[{}] The status of a draft cannot be told", reference, wrong);
            return new StatusSummary(
                    "How things stand is unknown: the key figures could not be read (reference " + reference + ").",
                    List.of());
        }
    }

    private Failed failed(Request request, Throwable wrong) {
        Throwable cause = wrong instanceof CompletionException && wrong.getCause() != null ? wrong.getCause() : wrong;
        String reference = Reference.next();
        LOG.error("[{}] A request of {} failed", reference, request.requester(), cause);
        String message = cause instanceof PlanningUnavailableException unavailable
                ? "No plan could be made: " + unavailable.getMessage()
                : Failures.explain(cause);
        Failed failed = new Failed(message, reference);
        recordFailure(request, failed);
        return failed;
    }

    /** A thread remembers what failed in it too, so that whoever waits for its end sees it. */
    private void recordFailure(Request request, Failed failed) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        String detail = failed.reference() + ": " + failed.message();
        try {
            audit.record(new AuditEntry(now, AuditEntry.Kind.FAILED, request.requester(), "", detail));
            turns.record(request.place(), Turn.of(now, request, failed));
        } catch (RuntimeException alsoWrong) {
            LOG.error("[{}] The failure cannot be recorded either", failed.reference(), alsoWrong);
        }
    }

    /**
     * How much is worked on at once.
     *
     * @param atOnce builds at the same time
     * @param waiting builds that may wait for their turn
     * @param deadline the longest that one may take
     */
    public record Limits(int atOnce, int waiting, Duration deadline) {
        /** For a company of thousands: builds wait for Datadog most of the time. */
        public static final Limits DEFAULT = new Limits(8, 64, Duration.ofMinutes(5));

        public Limits {
            if (atOnce < 1 || waiting < 0 || !deadline.isPositive()) {
                throw new IllegalArgumentException("at least one build at once, and time to do it");
            }
        }
    }
}
