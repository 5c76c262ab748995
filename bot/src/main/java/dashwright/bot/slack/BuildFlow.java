package dashwright.bot.slack;

import dashwright.bot.approval.Proposal;
import dashwright.bot.approval.Proposals;
import dashwright.bot.conversation.BuildOutcome;
import dashwright.bot.conversation.Place;
import dashwright.bot.conversation.Request;
import dashwright.bot.conversation.Workbench;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands requests for boards to the workbench and shows what comes of them. */
final class BuildFlow {
    private static final Logger LOG = LoggerFactory.getLogger(BuildFlow.class);
    private static final int REQUEST_SHOWN = 500;

    private final SlackClient client;
    private final Workbench workbench;
    private final Proposals proposals;
    private final Executor executor;
    private final InstantSource clock;
    private final Set<ProgressMessage> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    BuildFlow(SlackServices services, SlackClient client, Executor executor) {
        this.client = client;
        this.workbench = services.workbench();
        this.proposals = services.proposals();
        this.clock = services.clock();
        this.executor = executor;
    }

    /** A request that begins a thread of its own, as slash commands do: they cannot be given within one. */
    void inNewThread(String text, Reply reply) {
        String heading = heading(text, reply.user());
        String root = client.post(reply.channel(), "", ProgressMessage.first(heading));
        Reply inThread = new Reply(reply.channel(), root, reply.user(), reply.responseUrl());
        submit(Request.of(text, reply.user(), new Place(reply.channel(), root)), heading, root, inThread);
    }

    /** A request for a new board within a thread. */
    void inThread(String text, Reply reply) {
        start(Request.of(text, reply.user(), new Place(reply.channel(), reply.thread())), reply);
    }

    /** A request about the draft of a thread; for a new board where the thread has none. */
    void aboutTheDraft(String text, Reply reply) {
        start(workbench.inThread(Request.of(text, reply.user(), new Place(reply.channel(), reply.thread()))), reply);
    }

    private void start(Request request, Reply reply) {
        String heading = heading(request.text(), request.requester());
        String message = client.post(reply.channel(), reply.thread(), ProgressMessage.first(heading));
        submit(request, heading, message, reply);
    }

    private static String heading(String text, String user) {
        return Mrkdwn.user(user) + " asked: _" + Mrkdwn.text(text, REQUEST_SHOWN) + "_";
    }

    private void submit(Request request, String heading, String message, Reply reply) {
        ProgressMessage progress = new ProgressMessage(
                heading, update -> client.update(reply.channel(), message, update), clock, Later.on(executor));
        running.add(progress);
        if (stopping) {
            progress.hurry();
        }
        Optional<Proposal> before = proposals
                .newestInThread(request.place().channel(), request.place().thread())
                .filter(draft -> draft.state() == Proposal.State.OPEN);
        // Waiting costs nothing here: every job has a virtual thread of its own.
        BuildOutcome outcome = workbench.submit(request, progress).join();
        show(outcome, before, heading, progress, reply, request.earlier() != null);
        // What a bot that shuts down waits for is all of it.
        progress.awaitShown();
        running.remove(progress);
    }

    /** What is shown from now on is shown at once: the bot stops. */
    void hurry() {
        stopping = true;
        running.forEach(ProgressMessage::hurry);
    }

    private void show(
            BuildOutcome outcome,
            Optional<Proposal> before,
            String heading,
            ProgressMessage progress,
            Reply reply,
            boolean about) {
        switch (outcome) {
            case BuildOutcome.Proposed proposed -> {
                progress.finish(
                        SlackMessage.of(heading + "\n:memo: The draft is ready below. Nothing is written to Datadog"
                                + " until someone approves it."));
                showDraft(proposed.proposal(), reply);
                before.ifPresent(draft -> close(draft, reply));
            }
            case BuildOutcome.GapFound found -> progress.finish(AnswerMessages.gap(heading, found.gap()));
            case BuildOutcome.Asked asked ->
                progress.finish(
                        about
                                ? AnswerMessages.aboutEdit(heading, asked.question())
                                : AnswerMessages.question(heading, asked.question()));
            case BuildOutcome.NotProposable refused ->
                progress.finish(AnswerMessages.notProposable(heading, refused.draft()));
            case BuildOutcome.Failed failed -> progress.finish(AnswerMessages.failed(heading, failed));
        }
    }

    /** Shows a draft for decision, with its files. */
    void showDraft(Proposal proposal, Reply reply) {
        SlackMessage message = DraftMessage.render(proposal, new DraftState.Waiting(), clock.instant());
        String timestamp = client.post(reply.channel(), reply.thread(), message);
        proposals.shownIn(proposal.id(), timestamp);
        try {
            client.upload(
                    reply.channel(),
                    reply.thread(),
                    DraftFiles.of(proposal),
                    "The exact JSON that would be written, the plan that it comes from, and all the evidence.");
        } catch (SlackCallException refused) {
            LOG.warn("The files of {} cannot be attached", proposal.id(), refused);
            client.post(
                    reply.channel(),
                    reply.thread(),
                    SlackMessage.of(":warning: The files for review could not be attached. "
                            + Mrkdwn.text(String.valueOf(refused.getMessage()), 800)
                            + " The draft above stands as it is."));
        }
    }

    /** The buttons of a draft whose place was taken would only refuse. */
    private void close(Proposal draft, Reply reply) {
        proposals
                .message(draft.id())
                .ifPresent(message -> client.update(
                        reply.channel(),
                        message,
                        DraftMessage.render(
                                draft,
                                new DraftState.Closed(
                                        "A newer draft below took this one's place. Nothing was written."),
                                clock.instant())));
    }
}
