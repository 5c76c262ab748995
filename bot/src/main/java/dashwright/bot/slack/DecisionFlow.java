package dashwright.bot.slack;

import dashwright.bot.approval.Approval;
import dashwright.bot.approval.ApprovalOutcome;
import dashwright.bot.approval.Approvals;
import dashwright.bot.approval.Proposal;
import dashwright.bot.approval.Proposals;
import dashwright.bot.approval.Refused;
import dashwright.bot.approval.RejectionOutcome;
import dashwright.bot.publish.PublishOutcome;
import dashwright.bot.publish.Publisher;
import dashwright.bot.publish.Recovered;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes decisions on and shows what came of them. */
final class DecisionFlow {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionFlow.class);

    private final SlackClient client;
    private final Approvals approvals;
    private final Proposals proposals;
    private final Publisher publisher;
    private final InstantSource clock;

    DecisionFlow(SlackServices services, SlackClient client) {
        this.client = client;
        this.approvals = services.approvals();
        this.proposals = services.proposals();
        this.publisher = services.publisher();
        this.clock = services.clock();
    }

    void approve(DecisionValue value, String message, Reply reply) {
        switch (approvals.approve(value.proposalId(), value.hash(), reply.user())) {
            case ApprovalOutcome.Approved approved -> publish(approved.approval(), message, reply);
            case Refused refused -> refuse(value, refused, message, reply);
        }
    }

    void reject(DecisionValue value, String message, Reply reply) {
        switch (approvals.reject(value.proposalId(), value.hash(), reply.user())) {
            case RejectionOutcome.Rejected rejected ->
                conclude(rejected.proposal(), new DraftState.Rejected(reply.user()), message, reply);
            case Refused refused -> refuse(value, refused, message, reply);
        }
    }

    void evidence(DecisionValue value, Reply reply) {
        SlackMessage answer = proposals
                .find(value.proposalId())
                .map(proposal -> EvidenceMessage.render(proposal, clock.instant()))
                .orElseGet(() -> SlackMessage.of("I do not know this draft any more. Ask for it again."));
        reply.privately(client, answer);
    }

    /** Shows how a publication ended that was finished without a press, as after a restart. */
    void announce(Recovered recovered) {
        String id = recovered.approval().proposalId();
        Optional<Proposal> proposal = proposals.find(id);
        Optional<String> message = proposals.message(id);
        boolean isNews = !(recovered.outcome() instanceof PublishOutcome.Pending);
        if (isNews && proposal.isPresent() && message.isPresent()) {
            try {
                show(
                        proposal.get(),
                        state(recovered.approval(), recovered.outcome()),
                        proposal.get().origin().channel(),
                        message.get());
            } catch (SlackCallException refused) {
                LOG.warn("The outcome of {} cannot be shown", id, refused);
            }
        }
    }

    private void publish(Approval approval, String message, Reply reply) {
        Proposal proposal = proposals.find(approval.proposalId()).orElseThrow();
        showIfPossible(proposal, new DraftState.Publishing(approval.approver()), reply.channel(), message);
        PublishOutcome outcome = publisher.publish(approval);
        conclude(proposal, state(approval, outcome), message, reply);
    }

    /** How a decision ended must reach the person even where the draft's message is gone. */
    private void conclude(Proposal proposal, DraftState state, String message, Reply reply) {
        try {
            show(proposal, state, reply.channel(), message);
        } catch (SlackCallException refused) {
            LOG.warn("The message of {} cannot be changed", proposal.id(), refused);
            reply.privately(client, DraftMessage.notice(proposal, state, clock.instant()));
        }
    }

    private static DraftState state(Approval approval, PublishOutcome outcome) {
        String approver = approval.approver();
        return switch (outcome) {
            case PublishOutcome.Published published -> new DraftState.Published(approver, published.board());
            case PublishOutcome.Pending pending -> new DraftState.Unsure(approver, pending.message());
            case PublishOutcome.Conflict conflict -> new DraftState.Conflict(approver, conflict.message());
            case PublishOutcome.NotPublished failed -> new DraftState.NotPublished(approver, failed.message());
        };
    }

    /** Proposes the content of a draft that could not replace its board as a board of its own. */
    Optional<Proposal> apart(DecisionValue value, String message, Reply reply) {
        Optional<Proposal> own = proposals.apart(value.proposalId(), reply.user());
        if (own.isEmpty()) {
            reply.privately(
                    client,
                    SlackMessage.of(
                            ":no_entry_sign: This draft can no longer become a board of its own: it is decided, a"
                                    + " newer one took its place, or it is too old. Ask for it again."));
        } else {
            proposals
                    .find(value.proposalId())
                    .ifPresent(old -> showIfPossible(
                            old,
                            new DraftState.Closed(
                                    "It is proposed as a new board below. The published board stays as it is."),
                            reply.channel(),
                            message));
        }
        return own;
    }

    /** Tells the person why, and takes away buttons that could only refuse again: the message says how it ended. */
    private void refuse(DecisionValue value, Refused refused, String message, Reply reply) {
        String id = value.proposalId();
        String by = decider(refused, id)
                .map(who -> " It was " + Mrkdwn.user(who) + " who decided.")
                .orElse("");
        reply.privately(client, SlackMessage.of(":no_entry_sign: " + Mrkdwn.text(refused.message(), 1_000) + by));
        proposals
                .find(id)
                .ifPresent(proposal -> ended(proposal, refused)
                        .ifPresent(state -> showIfPossible(proposal, state, reply.channel(), message)));
    }

    private Optional<String> decider(Refused refused, String id) {
        return switch (refused.reason()) {
            case ALREADY_REJECTED -> approvals.rejecter(id);
            case ALREADY_PUBLISHED, ALREADY_APPROVED -> approvals.of(id).map(Approval::approver);
            case UNKNOWN, EXPIRED, SUPERSEDED, HASH_DIFFERS, NOT_ALLOWED, NOTHING_VERIFIED -> Optional.empty();
        };
    }

    /** How a draft ended that can no longer be decided. */
    private Optional<DraftState> ended(Proposal proposal, Refused refused) {
        return switch (refused.reason()) {
            case ALREADY_PUBLISHED ->
                proposal.board()
                        .flatMap(board -> approvals
                                .of(proposal.id())
                                .map(approval -> new DraftState.Published(approval.approver(), board)));
            case ALREADY_REJECTED -> approvals.rejecter(proposal.id()).map(DraftState.Rejected::new);
            case EXPIRED, SUPERSEDED, NOTHING_VERIFIED -> Optional.of(new DraftState.Closed(refused.message()));
            case UNKNOWN, HASH_DIFFERS, NOT_ALLOWED, ALREADY_APPROVED -> Optional.empty();
        };
    }

    /** An update on the way that Slack does not take must not keep the board from being published. */
    private void showIfPossible(Proposal proposal, DraftState state, String channel, String message) {
        try {
            show(proposal, state, channel, message);
        } catch (SlackCallException refused) {
            LOG.warn("The state of {} cannot be shown", proposal.id(), refused);
        }
    }

    private void show(Proposal proposal, DraftState state, String channel, String message) {
        client.update(channel, message, DraftMessage.render(proposal, state, clock.instant()));
    }
}
