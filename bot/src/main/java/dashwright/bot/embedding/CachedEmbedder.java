package dashwright.bot.embedding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dashwright.bot.Settings;
import dashwright.bot.store.Store;
import dashwright.catalog.search.Embedder;
import dashwright.catalog.search.EmbedderException;
import dashwright.catalog.search.UnitVector;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors from memory, else from the database, else from the provider, which is asked for what is missing alone. It keeps
 * nobody waiting for longer than its patience; what comes later is kept for the next time.
 */
public final class CachedEmbedder implements Embedder, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CachedEmbedder.class);

    /** Bytes: some ten thousand vectors of 1,536 numbers. */
    private static final long MEMORY = 64L << 20;

    /** Asked of the database again after so long, which notes there that it is still in use. */
    private static final Duration IN_MEMORY = Duration.ofDays(1);

    /** How long a program that ends waits for vectors that are under way, so that the next one finds them. */
    private static final Duration LINGER = Duration.ofSeconds(5);

    private final String identity;
    private final GuardedProvider provider;
    private final StoredVectors stored;
    private final EmbeddingLimits limits;
    private final Cache<String, UnitVector> memory = Caffeine.newBuilder()
            .maximumWeight(MEMORY)
            .weigher((String _, UnitVector vector) -> Float.BYTES * vector.dimensions())
            .expireAfterWrite(IN_MEMORY)
            .build();
    private final ExecutorService work = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("embeddings").factory());

    /** How many numbers the model's vectors have, 0 until that is known. */
    private volatile int dimensions;

    private CachedEmbedder(VectorProvider provider, Store store, InstantSource clock, EmbeddingLimits limits) {
        this.identity = provider.identity();
        this.provider = new GuardedProvider(provider, limits.pause());
        this.stored = new StoredVectors(store, identity, limits.rows(), clock);
        this.limits = limits;
    }

    /**
     * The embedder that is set; empty where none is. Nothing is asked of the provider yet.
     *
     * @param store where vectors are kept over restarts
     */
    public static Optional<CachedEmbedder> of(
            Settings.Embeddings settings, Store store, InstantSource clock, EmbeddingLimits limits) {
        return VectorProvider.of(settings, limits.call())
                .map(provider -> new CachedEmbedder(provider, store, clock, limits));
    }

    @Override
    public List<UnitVector> embed(List<String> texts) {
        List<String> hashes = texts.stream().map(this::hash).toList();
        Map<String, UnitVector> known = new HashMap<>(memory.getAllPresent(hashes));
        Map<String, String> missing = new LinkedHashMap<>();
        for (int at = 0; at < texts.size(); at++) {
            if (!known.containsKey(hashes.get(at))) {
                missing.put(hashes.get(at), texts.get(at));
            }
        }
        if (!missing.isEmpty()) {
            known.putAll(waitFor(new Errand(missing)));
        }
        return hashes.stream()
                .map(hash -> Objects.requireNonNull(known.get(hash)))
                .toList();
    }

    /** Waits for those that are under way, for a few seconds at the most. */
    @Override
    public void close() {
        work.shutdown();
        try {
            if (!work.awaitTermination(LINGER.toMillis(), TimeUnit.MILLISECONDS)) {
                work.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            work.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, UnitVector> waitFor(Errand errand) {
        try {
            work.execute(errand);
            return errand.answer.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw errand.isAtProvider.get()
                    ? provider.late(limits.patience())
                    : new EmbedderException("the database did not answer in time", late);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof EmbedderException known) {
                throw known;
            }
            LOG.error("Vectors could not be had", failed.getCause());
            throw new EmbedderException("vectors could not be had; the log has the details", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EmbedderException("the search was interrupted", interrupted);
        } catch (RejectedExecutionException closed) {
            throw new EmbedderException("the program is ending", closed);
        }
    }

    private String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(identity.getBytes(StandardCharsets.UTF_8));
            // No address and no name of a model holds this, so that no two pairs of model and text run together.
            digest.update((byte) '\n');
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Brings the vectors that memory lacks. */
    private final class Errand implements Runnable {
        private final Map<String, String> textByHash;
        private final CompletableFuture<Map<String, UnitVector>> answer = new CompletableFuture<>();
        private final AtomicBoolean isAtProvider = new AtomicBoolean();

        Errand(Map<String, String> textByHash) {
            this.textByHash = textByHash;
        }

        @Override
        public void run() {
            try {
                if (dimensions == 0) {
                    dimensions = stored.dimensions();
                }
                StoredVectors.Kept kept = stored.find(textByHash.keySet(), dimensions);
                Map<String, UnitVector> all = new HashMap<>(kept.vectors());
                Map<String, UnitVector> fresh = fresh(all);
                all.putAll(fresh);
                memory.putAll(all);
                answer.complete(all);
                // Whoever waited has the answer; a database that is slow to write delays nobody.
                stored.keep(fresh, kept.idle());
            } catch (RuntimeException failed) {
                if (!answer.completeExceptionally(failed)) {
                    LOG.warn("Vectors could not be kept", failed);
                }
            }
        }

        private Map<String, UnitVector> fresh(Map<String, UnitVector> known) {
            List<String> hashes = new ArrayList<>(textByHash.keySet());
            hashes.removeAll(known.keySet());
            if (hashes.isEmpty()) {
                return Map.of();
            }
            isAtProvider.set(true);
            List<UnitVector> vectors =
                    provider.vectors(hashes.stream().map(textByHash::get).toList(), dimensions);
            dimensions = vectors.getFirst().dimensions();
            Map<String, UnitVector> fresh = new HashMap<>();
            for (int at = 0; at < hashes.size(); at++) {
                fresh.put(hashes.get(at), vectors.get(at));
            }
            return fresh;
        }
    }
}
