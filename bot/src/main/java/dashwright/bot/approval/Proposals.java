package dashwright.bot.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.bot.audit.AuditEntry;
import dashwright.bot.audit.AuditLog;
import dashwright.bot.store.Store;
import dashwright.dashboards.change.DashboardHash;
import dashwright.dashboards.plan.PlanCodec;
import dashwright.tools.drafting.Draft;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The drafts that people were asked to approve, kept in the store. */
public final class Proposals {
    /** How long a proposal can be approved. */
    public static final Duration DEFAULT_LIFETIME = Duration.ofHours(24);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Store store;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Duration lifetime;

    /** Proposals in a store. */
    public Proposals(Store store, AuditLog audit, InstantSource clock, Duration lifetime) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** Makes a proposal of a draft that would become a board of its own, as {@link #propose(Draft, String, Origin, Optional)}. */
    public Proposal propose(Draft draft, String summary, Origin origin) {
        return propose(draft, summary, origin, Optional.empty());
    }

    /**
     * Makes a proposal of a draft. The marker goes into the board's description before the JSON is hashed, so that what
     * is approved is what is written, to the byte. Open proposals of the same thread are superseded.
     *
     * @param summary how things stand, in words
     * @param replaces the published board that it would replace
     * @throws IllegalArgumentException for a draft with findings of severity error
     */
    public Proposal propose(Draft draft, String summary, Origin origin, Optional<Replaced> replaces) {
        String id = newId();
        ObjectNode json = stamped(draft.json(), Proposal.markerOf(id));
        Instant now = store.jdbi().withHandle(handle -> next(handle, origin));
        Proposal proposal = new Proposal(
                id,
                origin,
                draft.plan(),
                json,
                DashboardHash.of(json),
                draft.report(),
                draft.remarks(),
                summary,
                now,
                now.plus(lifetime),
                Proposal.State.OPEN,
                Optional.empty(),
                replaces);
        store.jdbi().useTransaction(handle -> add(handle, proposal, origin.requester()));
        return proposal;
    }

    /**
     * Proposes the same content as a board of its own, after it could not replace the published one. It has to be
     * approved like any draft, and grows as old as the draft that it comes from: its evidence is the same.
     *
     * @param who asks for it
     * @return empty where the draft is not one that was approved and still waits, or its evidence is too old
     */
    public Optional<Proposal> apart(String id, String who) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        return store.jdbi().inTransaction(handle -> {
            Optional<Proposal> old = find(handle, id)
                    .filter(draft -> draft.replaces().isPresent() && !draft.isExpired(now) && draft.isIntact());
            if (old.isEmpty() || !move(handle, id, Proposal.State.APPROVED, Proposal.State.SUPERSEDED)) {
                return Optional.empty();
            }
            Proposal own = apart(old.get(), next(handle, old.get().origin()));
            add(handle, own, who);
            return Optional.of(own);
        });
    }

    private static Proposal apart(Proposal old, Instant now) {
        String id = newId();
        ObjectNode json = old.json();
        String description = json.path("description").asText("");
        json.put("description", description.replace(old.marker(), Proposal.markerOf(id)));
        return new Proposal(
                id,
                old.origin(),
                old.plan(),
                json,
                DashboardHash.of(json),
                old.report(),
                old.remarks(),
                old.summary(),
                now,
                old.expires(),
                Proposal.State.OPEN,
                Optional.empty(),
                Optional.empty());
    }

    private void add(Handle handle, Proposal proposal, String who) {
        supersede(handle, proposal.origin());
        insert(handle, proposal);
        String what = "hash " + proposal.hash()
                + proposal.replaces()
                        .map(old -> ", to replace board " + old.board().id() + " with hash " + old.hash())
                        .orElse("");
        audit.record(handle, new AuditEntry(proposal.created(), AuditEntry.Kind.PROPOSED, who, proposal.id(), what));
    }

    /**
     * Now, to the millisecond, as the database keeps it: what is handed out must equal what will be read. In a thread it is
     * later than every draft before, so that they have an order even where the clock stands still.
     */
    private Instant next(Handle handle, Origin origin) {
        long newest = handle.createQuery("""
                        SELECT COALESCE(MAX(created_at), 0) FROM proposals
                        WHERE channel = :channel AND thread = :thread AND thread <> ''""")
                .bind("channel", origin.channel())
                .bind("thread", origin.thread())
                .mapTo(Long.class)
                .one();
        return Instant.ofEpochMilli(Math.max(clock.millis(), newest + 1));
    }

    /** The proposal with this id. */
    public Optional<Proposal> find(String id) {
        return store.jdbi().withHandle(handle -> find(handle, id));
    }

    /** The newest proposal of a thread that was not rejected: what a follow-up in the thread is about. */
    public Optional<Proposal> newestInThread(String channel, String thread) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT * FROM proposals
                        WHERE channel = :channel AND thread = :thread AND thread <> '' AND state <> 'REJECTED'
                        ORDER BY created_at DESC, id
                        LIMIT 1""")
                        .bind("channel", channel)
                        .bind("thread", thread)
                        .map((row, context) -> ProposalRow.read(row))
                        .findOne());
    }

    /** The draft of the same thread that stood before a proposal, where there is one that was not rejected. */
    public Optional<Proposal> before(Proposal proposal) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT * FROM proposals
                        WHERE channel = :channel AND thread = :thread AND thread <> '' AND state <> 'REJECTED'
                            AND id <> :id AND created_at < :created
                        ORDER BY created_at DESC, id
                        LIMIT 1""")
                        .bind("channel", proposal.origin().channel())
                        .bind("thread", proposal.origin().thread())
                        .bind("id", proposal.id())
                        .bind("created", proposal.created().toEpochMilli())
                        .map((row, context) -> ProposalRow.read(row))
                        .findOne());
    }

    /** Remembers the message that shows a proposal, so that it can be updated after a restart. */
    public void shownIn(String id, String message) {
        store.jdbi()
                .useHandle(handle -> handle.createUpdate("UPDATE proposals SET message = :message WHERE id = :id")
                        .bind("message", message)
                        .bind("id", id)
                        .execute());
    }

    /** The message that shows a proposal, where it was remembered. */
    public Optional<String> message(String id) {
        return store.jdbi()
                .withHandle(
                        handle -> handle.createQuery("SELECT message FROM proposals WHERE id = :id AND message <> ''")
                                .bind("id", id)
                                .mapTo(String.class)
                                .findOne());
    }

    /** Notes, within the caller's transaction, that the board stands. */
    public void published(Handle handle, String id, BoardLink board) {
        handle.createUpdate("""
                        UPDATE proposals SET state = 'PUBLISHED', board_id = :board, board_url = :url
                        WHERE id = :id""")
                .bind("board", board.id())
                .bind("url", board.url())
                .bind("id", id)
                .execute();
    }

    Optional<Proposal> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM proposals WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> ProposalRow.read(row))
                .findOne();
    }

    /** Moves a proposal on, unless someone else did first. */
    static boolean move(Handle handle, String id, Proposal.State from, Proposal.State to) {
        return handle.createUpdate("UPDATE proposals SET state = :to WHERE id = :id AND state = :from")
                        .bind("to", to.name())
                        .bind("id", id)
                        .bind("from", from.name())
                        .execute()
                == 1;
    }

    List<String> approvedIds(Handle handle) {
        return handle.createQuery("SELECT id FROM proposals WHERE state = 'APPROVED' ORDER BY created_at, id")
                .mapTo(String.class)
                .list();
    }

    private static void supersede(Handle handle, Origin origin) {
        if (origin.thread().isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        UPDATE proposals SET state = 'SUPERSEDED'
                        WHERE channel = :channel AND thread = :thread AND state = 'OPEN'""")
                .bind("channel", origin.channel())
                .bind("thread", origin.thread())
                .execute();
    }

    private static void insert(Handle handle, Proposal proposal) {
        handle.createUpdate("""
                        INSERT INTO proposals (id, request, requester, channel, thread, plan, json, hash, report, remarks,
                            summary, created_at, expires_at, state, replaces_id, replaces_url, replaces_hash, begun_as)
                        VALUES (:id, :request, :requester, :channel, :thread, :plan, :json, :hash, :report, :remarks,
                            :summary, :created, :expires, :state, :boardId, :boardUrl, :boardHash, :begun)""")
                .bind("id", proposal.id())
                .bind("request", proposal.origin().request())
                .bind("requester", proposal.origin().requester())
                .bind("channel", proposal.origin().channel())
                .bind("thread", proposal.origin().thread())
                .bind("plan", PlanCodec.writeYaml(proposal.plan()))
                .bind("json", ReportCodec.write(proposal.json()))
                .bind("hash", proposal.hash())
                .bind("report", ReportCodec.write(proposal.report()))
                .bind("remarks", ReportCodec.write(proposal.remarks()))
                .bind("summary", proposal.summary())
                .bind("created", proposal.created().toEpochMilli())
                .bind("expires", proposal.expires().toEpochMilli())
                .bind("state", proposal.state().name())
                .bind(
                        "boardId",
                        proposal.replaces().map(old -> old.board().id()).orElse(""))
                .bind(
                        "boardUrl",
                        proposal.replaces().map(old -> old.board().url()).orElse(""))
                .bind("boardHash", proposal.replaces().map(Replaced::hash).orElse(""))
                .bind("begun", proposal.origin().begunAs())
                .execute();
    }

    private static ObjectNode stamped(ObjectNode json, String marker) {
        String description = json.path("description").asText("").strip();
        return json.put("description", description.isEmpty() ? marker : description + "\n\n" + marker);
    }

    /** 80 random bits in letters and digits: nobody guesses one, and people can still read it out. */
    private static String newId() {
        String text = new BigInteger(80, RANDOM).toString(36);
        return "0".repeat(16 - text.length()) + text;
    }
}
