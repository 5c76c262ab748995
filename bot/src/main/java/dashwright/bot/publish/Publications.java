package dashwright.bot.publish;

import dashwright.bot.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The intents to publish: each stands in the database before anything is sent. */
final class Publications {
    private final Store store;
    private final String instance;

    /**
     * Intents in a store.
     *
     * @param instance names this process among those that share the store; never used twice
     */
    Publications(Store store, String instance) {
        this.store = store;
        this.instance = instance;
    }

    /** Writes the intent where it is missing, and takes it for this process where no other holds it. */
    Claim claim(String proposalId, Instant now, Duration lease) {
        return store.jdbi().inTransaction(handle -> {
            handle.createUpdate("""
                            INSERT INTO publications (proposal_id, state, claimed_by, claim_until, attempts, sent_at, failure)
                            VALUES (:id, 'INTENDED', '', 0, 0, 0, '')
                            ON CONFLICT (proposal_id) DO NOTHING""").bind("id", proposalId).execute();
            int taken = handle.createUpdate("""
                            UPDATE publications SET claimed_by = :me, claim_until = :until
                            WHERE proposal_id = :id AND state <> 'DONE'
                                AND (claimed_by = '' OR claimed_by = :me OR claim_until <= :now)""")
                    .bind("me", instance)
                    .bind("until", now.plus(lease).toEpochMilli())
                    .bind("id", proposalId)
                    .bind("now", now.toEpochMilli())
                    .execute();
            return find(handle, proposalId).orElseThrow().held(taken == 1);
        });
    }

    Optional<Claim> find(String proposalId) {
        return store.jdbi().withHandle(handle -> find(handle, proposalId));
    }

    /**
     * Notes that the board is sent from now on, and begins the lease anew.
     *
     * @return false where another process has taken the claim since
     */
    boolean sending(String proposalId, Instant now, Duration lease) {
        return store.jdbi()
                .withHandle(handle -> handle.createUpdate("""
                                UPDATE publications
                                SET state = 'SENDING', sent_at = :now, claim_until = :until, attempts = attempts + 1,
                                    failure = ''
                                WHERE proposal_id = :id AND claimed_by = :me AND state <> 'DONE'""")
                                .bind("now", now.toEpochMilli())
                                .bind("until", now.plus(lease).toEpochMilli())
                                .bind("id", proposalId)
                                .bind("me", instance)
                                .execute()
                        == 1);
    }

    /** Gives the claim back, leaving the state as it is. */
    void release(String proposalId) {
        store.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "UPDATE publications SET claimed_by = '' WHERE proposal_id = :id AND claimed_by = :me")
                        .bind("id", proposalId)
                        .bind("me", instance)
                        .execute());
    }

    /** Notes that for certain no board was made, and gives the claim back. */
    void refused(Handle handle, String proposalId, String failure) {
        handle.createUpdate("""
                        UPDATE publications SET state = 'REFUSED', failure = :failure, claimed_by = ''
                        WHERE proposal_id = :id AND state <> 'DONE'""").bind("failure", failure).bind("id", proposalId).execute();
    }

    /**
     * Notes that the board stands.
     *
     * @return false where that was known before
     */
    boolean done(Handle handle, String proposalId) {
        return handle.createUpdate("""
                                UPDATE publications SET state = 'DONE', failure = '', claimed_by = ''
                                WHERE proposal_id = :id AND state <> 'DONE'""").bind("id", proposalId).execute() == 1;
    }

    private static Optional<Claim> find(Handle handle, String proposalId) {
        return handle.createQuery("SELECT state, sent_at, failure FROM publications WHERE proposal_id = :id")
                .bind("id", proposalId)
                .map((row, context) -> claim(row))
                .findOne();
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                false,
                State.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("sent_at")),
                row.getString("failure"));
    }

    /**
     * An intent as it was found.
     *
     * @param held true where this process may go on
     * @param state how far it got
     * @param sentAt when the board was last sent
     * @param failure why it was refused, empty where it was not
     */
    record Claim(boolean held, State state, Instant sentAt, String failure) {
        private Claim held(boolean now) {
            return new Claim(now, state, sentAt, failure);
        }
    }

    /** How far an intent got. */
    enum State {
        /** Nothing was sent yet. */
        INTENDED,
        /** The board was sent, or is about to be: it may stand. */
        SENDING,
        /** Nothing was made, for certain. */
        REFUSED,
        /** The board stands. */
        DONE
    }
}
