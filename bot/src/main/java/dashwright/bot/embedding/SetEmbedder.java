package dashwright.bot.embedding;

import dashwright.bot.Settings;
import dashwright.bot.store.Store;
import dashwright.bot.store.StoreException;
import dashwright.catalog.search.Embedder;
import dashwright.catalog.search.EmbedderException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The embedding model that is set, with the database of its vectors, for a verb that opens nothing else. */
public final class SetEmbedder implements AutoCloseable {
    private final Optional<Embedder> embedder;
    private final Runnable close;

    private SetEmbedder(Optional<Embedder> embedder, Runnable close) {
        this.embedder = embedder;
        this.close = close;
    }

    /**
     * Opens what is set. Where no embedding model is named no other setting is looked at, and no database is opened.
     *
     * @param environment variables by name
     * @param folder where the settings file is looked for
     * @throws dashwright.bot.SettingsException where one is named and the settings cannot be used
     */
    public static SetEmbedder open(Map<String, String> environment, Path folder, EmbeddingLimits limits) {
        if (Settings.namesEmbeddings(environment, folder)) {
            Settings settings = Settings.read(environment, folder, Set.of());
            if (settings.embeddings().isSet()) {
                return open(settings, limits);
            }
        }
        return new SetEmbedder(Optional.empty(), () -> {});
    }

    private static SetEmbedder open(Settings settings, EmbeddingLimits limits) {
        try {
            Store store = Store.open(settings.store());
            CachedEmbedder cached = CachedEmbedder.of(settings.embeddings(), store, InstantSource.system(), limits)
                    .orElseThrow();
            return new SetEmbedder(Optional.of(cached), () -> {
                cached.close();
                store.close();
            });
        } catch (StoreException unusable) {
            // Without the database each vector would be bought again and again.
            Embedder failing = _ -> {
                throw new EmbedderException(String.valueOf(unusable.getMessage()), unusable);
            };
            return new SetEmbedder(Optional.of(failing), () -> {});
        }
    }

    /** The model; empty where none is set. */
    public Optional<Embedder> embedder() {
        return embedder;
    }

    @Override
    public void close() {
        close.run();
    }
}
