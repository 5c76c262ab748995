package dashwright.bot.embedding;

import dashwright.bot.Settings;
import dashwright.bot.provider.ProviderFailure;
import dashwright.bot.provider.ProviderHttp;
import dashwright.catalog.search.EmbedderException;
import dashwright.catalog.search.UnitVector;
import dashwright.tools.Secret;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An embedding provider. It is asked in bounded batches, and what it answers is checked before anyone sees it. */
public final class VectorProvider {
    private static final Logger LOG = LoggerFactory.getLogger(VectorProvider.class);

    /** OpenAI takes 2,048 texts at once; a small model on one's own machine takes long for as many. */
    private static final int BATCH = 64;

    private final Settings.Embeddings settings;
    private final EmbeddingModel model;
    private final ProviderFailure failures;

    private VectorProvider(Settings.Embeddings settings, EmbeddingModel model) {
        this.settings = settings;
        this.model = model;
        this.failures = new ProviderFailure("the embedding model", "DASH_EMBEDDINGS", "OPENAI_API_KEY");
    }

    /**
     * The provider that is set; empty where none is. Nothing is asked of it yet.
     *
     * @param timeout the longest that one call may take
     */
    public static Optional<VectorProvider> of(Settings.Embeddings settings, Duration timeout) {
        return switch (settings.vendor()) {
            case NONE -> Optional.empty();
            case OPENAI -> Optional.of(new VectorProvider(settings, openAi(settings, timeout)));
            case OLLAMA -> Optional.of(new VectorProvider(settings, ollama(settings, timeout)));
        };
    }

    /** Tells its vectors from those of another model, or of a model of the same name elsewhere. */
    String identity() {
        return settings.baseUrl() == null ? settings.label() : settings.label() + " " + settings.baseUrl();
    }

    /**
     * The vectors of texts.
     *
     * @param texts none of them blank
     * @return one for each text, in their order, all of one length
     * @throws EmbedderException where it fails, or answers what are no such vectors
     */
    public List<UnitVector> vectors(List<String> texts) {
        List<UnitVector> vectors = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += BATCH) {
            vectors.addAll(batch(texts.subList(from, Math.min(from + BATCH, texts.size()))));
        }
        long lengths = vectors.stream().map(UnitVector::dimensions).distinct().count();
        if (lengths > 1) {
            throw unusable("it gave vectors of different lengths");
        }
        return vectors;
    }

    private List<UnitVector> batch(List<String> texts) {
        List<Embedding> answer = asked(texts);
        if (answer.size() != texts.size()) {
            throw unusable("it gave " + answer.size() + " vectors for " + texts.size() + " texts");
        }
        try {
            return answer.stream()
                    .map(embedding -> UnitVector.of(embedding.vector()))
                    .toList();
        } catch (IllegalArgumentException none) {
            throw unusable(String.valueOf(none.getMessage()));
        }
    }

    private List<Embedding> asked(List<String> texts) {
        try {
            return model.embedAll(texts.stream().map(TextSegment::from).toList())
                    .content();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "{} failed: {}: {}",
                    settings.label(),
                    failed.getClass().getSimpleName(),
                    ProviderFailure.withoutKey(String.valueOf(failed.getMessage()), settings.key()));
            throw new EmbedderException(failures.reason(failed), failed);
        }
    }

    private static EmbedderException unusable(String why) {
        return new EmbedderException("the embedding model's answer could not be used: " + why);
    }

    private static EmbeddingModel openAi(Settings.Embeddings settings, Duration timeout) {
        Secret key = settings.key();
        return OpenAiEmbeddingModel.builder()
                .httpClientBuilder(ProviderHttp.client(timeout))
                .baseUrl(settings.baseUrl() == null ? null : settings.baseUrl().toString())
                .apiKey(key == null ? null : key.reveal())
                .modelName(settings.name())
                .timeout(timeout)
                .maxRetries(0)
                .maxSegmentsPerBatch(BATCH)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    private static EmbeddingModel ollama(Settings.Embeddings settings, Duration timeout) {
        return OllamaEmbeddingModel.builder()
                .httpClientBuilder(ProviderHttp.client(timeout))
                .baseUrl(Objects.requireNonNullElse(settings.baseUrl(), ProviderHttp.OLLAMA)
                        .toString())
                .modelName(settings.name())
                .timeout(timeout)
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
    }
}
