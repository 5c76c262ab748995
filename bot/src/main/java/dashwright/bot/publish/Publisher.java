package dashwright.bot.publish;

import dashwright.bot.approval.Approval;
import dashwright.bot.approval.Approvals;
import dashwright.bot.approval.BoardLink;
import dashwright.bot.approval.Proposal;
import dashwright.bot.approval.Proposals;
import dashwright.bot.approval.Replaced;
import dashwright.bot.audit.AuditEntry;
import dashwright.bot.audit.AuditLog;
import dashwright.bot.publish.PublishOutcome.Conflict;
import dashwright.bot.publish.PublishOutcome.NotPublished;
import dashwright.bot.publish.PublishOutcome.Pending;
import dashwright.bot.publish.PublishOutcome.Published;
import dashwright.bot.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes exactly one board for one approval, however often it is asked and whatever dies in between.
 *
 * <p>Datadog has no idempotency key for creating a dashboard, so the board carries a marker. An intent is committed before
 * the board is sent; whoever finds an intent that may have been sent looks for the marker first, and sends again only after
 * {@link Timing#settle} has passed without the board appearing. Within a process one attempt runs at a time; between
 * processes a claim with a lease sees to that.
 *
 * <p>A draft of a published board replaces that board instead, where it still is what was published: see
 * {@link Replacement}.
 */
public final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final Store store;
    private final Proposals proposals;
    private final Approvals approvals;
    private final BoardWriter writer;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Timing timing;
    private final Publications publications;
    private final ConcurrentHashMap<String, CompletableFuture<PublishOutcome>> flights = new ConcurrentHashMap<>();

    /** The one caller of this writer. */
    public Publisher(
            Store store,
            Proposals proposals,
            Approvals approvals,
            BoardWriter writer,
            AuditLog audit,
            InstantSource clock,
            Timing timing) {
        this.store = store;
        this.proposals = proposals;
        this.approvals = approvals;
        this.writer = writer;
        this.audit = audit;
        this.clock = clock;
        this.timing = timing;
        this.publications = new Publications(store, UUID.randomUUID().toString());
    }

    /** Publishes what was approved; callers that come while an attempt runs get that attempt's outcome. */
    public PublishOutcome publish(Approval approval) {
        CompletableFuture<PublishOutcome> mine = new CompletableFuture<>();
        CompletableFuture<PublishOutcome> flying = flights.putIfAbsent(approval.proposalId(), mine);
        if (flying != null) {
            return flying.join();
        }
        try {
            PublishOutcome outcome = attempt(approval);
            mine.complete(outcome);
            return outcome;
        } finally {
            flights.remove(approval.proposalId(), mine);
            // Reached with nothing completed only where the attempt threw.
            mine.completeExceptionally(new IllegalStateException("the attempt to publish broke off; press again"));
        }
    }

    /**
     * Looks at every approved proposal whose board is not known to stand, and finishes it: after a restart, and every
     * half minute from then on. What Datadog refused is left for a person to try again.
     */
    public List<Recovered> recover() {
        List<Recovered> recovered = new ArrayList<>();
        for (Approval open : approvals.unpublished()) {
            boolean refused = publications
                    .find(open.proposalId())
                    .filter(found -> found.state() == Publications.State.REFUSED)
                    .isPresent();
            if (!refused && !flights.containsKey(open.proposalId())) {
                recovered.add(new Recovered(open, recoverOne(open)));
            }
        }
        return recovered;
    }

    private PublishOutcome recoverOne(Approval open) {
        try {
            return publish(open);
        } catch (RuntimeException wrong) {
            LOG.error("Finishing the publication of {} failed; it will be tried again", open.proposalId(), wrong);
            return new Pending("Finishing the publication failed; it will be tried again in a moment.");
        }
    }

    private PublishOutcome attempt(Approval approval) {
        Optional<Proposal> found = proposals.find(approval.proposalId());
        if (found.isEmpty()) {
            return new NotPublished("The approved draft is no longer in the database. Ask for it again.");
        }
        Proposal proposal = found.get();
        if (proposal.board().isPresent()) {
            return new Published(proposal.board().get());
        }
        Publications.Claim claim = publications.claim(proposal.id(), now(), timing.lease());
        if (proposal.replaces().isPresent()) {
            return claim.held()
                    ? replace(proposal, approval, proposal.replaces().get())
                    : afterSomeoneElse(proposal);
        }
        boolean mayStand = claim.state() == Publications.State.SENDING;
        if (mayStand) {
            PublishOutcome outcome = lookAgain(proposal, approval, claim);
            if (outcome != null) {
                return outcome;
            }
        }
        if (!claim.held()) {
            return afterSomeoneElse(proposal);
        }
        return send(proposal, approval);
    }

    /** What the marker tells about a board that may have been sent; null where it is safe to send it (again). */
    private @Nullable PublishOutcome lookAgain(Proposal proposal, Approval approval, Publications.Claim claim) {
        Optional<BoardLink> standing;
        try {
            standing = writer.findByMarker(proposal.marker());
        } catch (RuntimeException unreadable) {
            LOG.warn("Cannot look for the board of {}", proposal.id(), unreadable);
            publications.release(proposal.id());
            return new Pending("Datadog did not say whether the board was made, and its boards cannot be listed now. "
                    + "I keep looking and finish by myself.");
        }
        if (standing.isPresent()) {
            return complete(proposal, approval, standing.get());
        }
        if (now().isBefore(claim.sentAt().plus(timing.settle()))) {
            publications.release(proposal.id());
            return stillSettling();
        }
        return null;
    }

    private PublishOutcome replace(Proposal proposal, Approval approval, Replaced replaced) {
        return switch (Replacement.of(writer, proposal, replaced)) {
            case Replacement.Unread unread -> {
                LOG.warn("The board that {} would replace cannot be read", proposal.id(), unread.cause());
                publications.release(proposal.id());
                yield new Pending("Datadog does not say now what stands on the board, and nothing is written before I"
                        + " know that nobody changed it. I look again and finish by myself.");
            }
            case Replacement.Done _ -> complete(proposal, approval, replaced.board());
            case Replacement.Foreign foreign -> {
                refuse(proposal, approval, foreign.message());
                yield new Conflict(foreign.message());
            }
            case Replacement.Free _ -> sendReplacement(proposal, approval, replaced);
        };
    }

    private PublishOutcome sendReplacement(Proposal proposal, Approval approval, Replaced replaced) {
        Optional<PublishOutcome> unfit = unfit(proposal, approval);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        if (!publications.sending(proposal.id(), now(), timing.lease())) {
            return afterSomeoneElse(proposal);
        }
        try {
            return complete(proposal, approval, writer.replace(replaced.board().id(), proposal.json()));
        } catch (BoardRefusedException refused) {
            return refuse(proposal, approval, String.valueOf(refused.getMessage()));
        } catch (RuntimeException uncertain) {
            LOG.warn("It is not known whether the board of {} was replaced", proposal.id(), uncertain);
            if (Replacement.of(writer, proposal, replaced) instanceof Replacement.Done) {
                return complete(proposal, approval, replaced.board());
            }
            publications.release(proposal.id());
            return stillSettling();
        }
    }

    /** Why an approved draft must not be sent (any more), where that is so. */
    private Optional<PublishOutcome> unfit(Proposal proposal, Approval approval) {
        if (proposal.isExpired(now())) {
            return Optional.of(refuse(
                    proposal, approval, "The draft grew too old before it could be published. Ask for it again."));
        }
        if (!proposal.hash().equals(approval.hash()) || !proposal.isIntact()) {
            return Optional.of(refuse(
                    proposal,
                    approval,
                    "What is stored is not what was approved, so nothing was written. Ask for the draft again."));
        }
        return Optional.empty();
    }

    private PublishOutcome send(Proposal proposal, Approval approval) {
        Optional<PublishOutcome> unfit = unfit(proposal, approval);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        if (!publications.sending(proposal.id(), now(), timing.lease())) {
            return afterSomeoneElse(proposal);
        }
        try {
            return complete(proposal, approval, writer.create(proposal.json()));
        } catch (BoardRefusedException refused) {
            return refuse(proposal, approval, String.valueOf(refused.getMessage()));
        } catch (RuntimeException uncertain) {
            LOG.warn("It is not known whether the board of {} was made", proposal.id(), uncertain);
            return lookAfterUncertainty(proposal, approval);
        }
    }

    private PublishOutcome lookAfterUncertainty(Proposal proposal, Approval approval) {
        Publications.Claim claim = publications.find(proposal.id()).orElseThrow();
        PublishOutcome outcome = lookAgain(proposal, approval, claim);
        // Only one send an attempt: even if the board has had its time to appear, the next attempt decides.
        return outcome == null ? stillSettling() : outcome;
    }

    private PublishOutcome complete(Proposal proposal, Approval approval, BoardLink board) {
        boolean first = store.jdbi().inTransaction(handle -> {
            if (!publications.done(handle, proposal.id())) {
                return false;
            }
            proposals.published(handle, proposal.id(), board);
            audit.record(
                    handle,
                    new AuditEntry(
                            now(),
                            AuditEntry.Kind.PUBLISHED,
                            approval.approver(),
                            proposal.id(),
                            published(proposal, board)));
            return true;
        });
        if (first) {
            LOG.info("Published {} as {}", proposal.id(), board.id());
            return new Published(board);
        }
        return afterSomeoneElse(proposal);
    }

    private static String published(Proposal proposal, BoardLink board) {
        return board.id() + " " + board.url() + " hash " + proposal.hash()
                + proposal.replaces()
                        .map(old -> ", in place of hash " + old.hash())
                        .orElse("");
    }

    private PublishOutcome refuse(Proposal proposal, Approval approval, String message) {
        store.jdbi().useTransaction(handle -> {
            publications.refused(handle, proposal.id(), message);
            audit.record(
                    handle, new AuditEntry(now(), AuditEntry.Kind.FAILED, approval.approver(), proposal.id(), message));
        });
        return new NotPublished(message);
    }

    private PublishOutcome afterSomeoneElse(Proposal proposal) {
        return proposals
                .find(proposal.id())
                .flatMap(Proposal::board)
                .<PublishOutcome>map(Published::new)
                .orElseGet(() ->
                        new Pending("This board is being published already. The message changes when it stands."));
    }

    private static Pending stillSettling() {
        return new Pending("Datadog did not say whether the board was written. I look again until that is certain, "
                + "and finish by myself.");
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
