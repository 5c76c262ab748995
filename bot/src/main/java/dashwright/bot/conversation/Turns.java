package dashwright.bot.conversation;

import dashwright.bot.store.Store;
import java.time.Instant;
import java.util.List;

/** What was asked and answered in each thread, kept in the store. */
public final class Turns {
    private final Store store;

    /** Turns in a store. */
    public Turns(Store store) {
        this.store = store;
    }

    /** Appends a turn to a thread. */
    public void record(Place place, Turn turn) {
        store.jdbi()
                .useTransaction(handle -> handle.createUpdate("""
                        INSERT INTO turns (channel, thread, number, asked_at, requester, request, outcome, answer)
                        SELECT :channel, :thread, coalesce(max(number), 0) + 1, :at, :requester, :request, :outcome, :answer
                        FROM turns WHERE channel = :channel AND thread = :thread""")
                        .bind("channel", place.channel())
                        .bind("thread", place.thread())
                        .bind("at", turn.askedAt().toEpochMilli())
                        .bind("requester", turn.requester())
                        .bind("request", turn.request())
                        .bind("outcome", turn.outcome().name())
                        .bind("answer", turn.answer())
                        .execute());
    }

    /** The newest turns of a thread, oldest first. */
    public List<Turn> newest(Place place, int limit) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("""
                                SELECT * FROM turns WHERE channel = :channel AND thread = :thread
                                ORDER BY number DESC LIMIT :limit""")
                        .bind("channel", place.channel())
                        .bind("thread", place.thread())
                        .bind("limit", limit)
                        .map((row, context) -> new Turn(
                                Instant.ofEpochMilli(row.getLong("asked_at")),
                                row.getString("requester"),
                                row.getString("request"),
                                Turn.Outcome.valueOf(row.getString("outcome")),
                                row.getString("answer")))
                        .list()
                        .reversed());
    }
}
