package dashwright.bot.cli;

import dashwright.bot.Settings;
import dashwright.bot.embedding.VectorProvider;
import dashwright.catalog.search.EmbedderException;
import java.time.Duration;
import java.util.List;

/** Tries the embedding model that is set with one small text. */
final class EmbeddingsCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ABOUT = "embeddings";

    private EmbeddingsCheck() {}

    static Diagnosis of(Settings.Embeddings settings) {
        return VectorProvider.of(settings, PATIENCE)
                .map(provider -> tried(settings, provider))
                .orElse(Diagnosis.good(ABOUT, "none set (DASH_EMBEDDINGS); metrics are ranked by words alone"));
    }

    private static Diagnosis tried(Settings.Embeddings settings, VectorProvider provider) {
        try {
            int dimensions =
                    provider.vectors(List.of("disk space used")).getFirst().dimensions();
            return Diagnosis.good(ABOUT, settings.label() + " answers with vectors of " + dimensions + " numbers");
        } catch (EmbedderException failed) {
            return Diagnosis.outside(
                    ABOUT,
                    settings.label() + " cannot be used, so metrics are ranked by words alone: " + failed.getMessage());
        }
    }
}
