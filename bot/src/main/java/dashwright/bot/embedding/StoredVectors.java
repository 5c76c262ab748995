package dashwright.bot.embedding;

import dashwright.bot.store.Store;
import dashwright.bot.store.StoreException;
import dashwright.catalog.search.UnitVector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One model's vectors in the database. A database that fails keeps none: that is logged, and never an error. */
final class StoredVectors {
    private static final Logger LOG = LoggerFactory.getLogger(StoredVectors.class);

    /** The time of use is no more exact than this, so that a search need not write. */
    private static final Duration IDLE = Duration.ofHours(1);

    /** What is left of the rows after some were too many, so that not every new one pushes out one. */
    private static final double KEPT = 0.9;

    private final Store store;
    private final String model;
    private final int most;
    private final InstantSource clock;

    /**
     * The vectors of a model.
     *
     * @param model tells its vectors from those of others
     * @param most how many rows there may be, of all models together
     */
    StoredVectors(Store store, String model, int most, InstantSource clock) {
        this.store = store;
        this.model = model;
        this.most = most;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param vectors by hash
     * @param idle the hashes of those that were last used a while ago
     */
    record Kept(Map<String, UnitVector> vectors, List<String> idle) {
        static final Kept NOTHING = new Kept(Map.of(), List.of());
    }

    /** The vector is empty where the row is damaged. */
    private record Row(String hash, Optional<UnitVector> vector, long usedAt) {}

    /** How many numbers the model's vectors have, 0 where none is kept. */
    int dimensions() {
        try {
            return store.jdbi()
                    .withHandle(handle -> handle.createQuery("SELECT dimensions FROM embeddings"
                                    + " WHERE model = :model ORDER BY used_at DESC LIMIT 1")
                            .bind("model", model)
                            .mapTo(Integer.class)
                            .findOne())
                    .orElse(0);
        } catch (JdbiException failed) {
            warn("read", failed);
            return 0;
        }
    }

    /** Those of these hashes that are kept, in one query; a damaged row counts as none. */
    Kept find(Collection<String> hashes, int dimensions) {
        List<Row> rows;
        try {
            rows = store.jdbi()
                    .withHandle(handle -> handle.createQuery(
                                    "SELECT hash, vector, used_at FROM embeddings WHERE hash IN (<hashes>)")
                            .bindList("hashes", List.copyOf(hashes))
                            .map((found, context) -> row(found))
                            .list());
        } catch (JdbiException failed) {
            warn("read", failed);
            return Kept.NOTHING;
        }
        Map<String, UnitVector> vectors = new HashMap<>();
        List<String> idle = new ArrayList<>();
        long recently = clock.millis() - IDLE.toMillis();
        for (Row row : rows) {
            row.vector().filter(vector -> vector.dimensions() == dimensions).ifPresent(vector -> {
                vectors.put(row.hash(), vector);
                if (row.usedAt() < recently) {
                    idle.add(row.hash());
                }
            });
        }
        return new Kept(vectors, idle);
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(found.getString("hash"), read(found.getBytes("vector")), found.getLong("used_at"));
    }

    /** Keeps new vectors, notes that old ones were used, and forgets those used longest ago where there are too many. */
    void keep(Map<String, UnitVector> fresh, List<String> used) {
        if (fresh.isEmpty() && used.isEmpty()) {
            return;
        }
        long now = clock.millis();
        try {
            store.jdbi().useTransaction(handle -> {
                if (!fresh.isEmpty()) {
                    insert(handle, fresh, now);
                    evict(handle);
                }
                if (!used.isEmpty()) {
                    handle.createUpdate("UPDATE embeddings SET used_at = :now WHERE hash IN (<hashes>)")
                            .bind("now", now)
                            .bindList("hashes", used)
                            .execute();
                }
            });
        } catch (JdbiException failed) {
            warn("kept", failed);
        }
    }

    private void insert(Handle handle, Map<String, UnitVector> fresh, long now) {
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO embeddings (hash, model, dimensions, vector, created_at, used_at)"
                        + " VALUES (:hash, :model, :dimensions, :vector, :now, :now) ON CONFLICT (hash) DO UPDATE SET"
                        + " dimensions = excluded.dimensions, vector = excluded.vector, used_at = excluded.used_at");
        fresh.forEach((hash, vector) -> batch.bind("hash", hash)
                .bind("model", model)
                .bind("dimensions", vector.dimensions())
                .bind("vector", write(vector))
                .bind("now", now)
                .add());
        batch.execute();
    }

    private void evict(Handle handle) {
        int rows = handle.createQuery("SELECT COUNT(*) FROM embeddings")
                .mapTo(Integer.class)
                .one();
        if (rows > most) {
            handle.createUpdate("DELETE FROM embeddings WHERE hash IN"
                            + " (SELECT hash FROM embeddings ORDER BY used_at, created_at, hash LIMIT :number)")
                    .bind("number", rows - Math.max(1, (int) (most * KEPT)))
                    .execute();
        }
    }

    private static void warn(String done, JdbiException failed) {
        LOG.warn(
                "Vectors cannot be {}: {}",
                done,
                StoreException.of("of the settings (DASH_DB)", failed).getMessage());
    }

    private static byte[] write(UnitVector vector) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Float.BYTES * vector.dimensions()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector.toArray());
        return bytes.array();
    }

    private static Optional<UnitVector> read(byte[] bytes) {
        float[] numbers = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
        try {
            return Optional.of(UnitVector.of(numbers));
        } catch (IllegalArgumentException damaged) {
            LOG.warn("A kept vector is damaged and is asked for again: {}", damaged.getMessage());
            return Optional.empty();
        }
    }
}
