package dashwright.bot.embedding;

import dashwright.catalog.search.EmbedderException;
import dashwright.catalog.search.UnitVector;
import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A provider that is left alone for a while after it failed, so that one that is down costs one wait and not many. */
final class GuardedProvider {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedProvider.class);

    private final VectorProvider provider;
    private final CircuitBreaker<Object> breaker;
    private volatile String failure = "";

    GuardedProvider(VectorProvider provider, Duration pause) {
        this.provider = provider;
        this.breaker = CircuitBreaker.builder()
                .withFailureThreshold(1)
                .withDelay(pause)
                .onOpen(_ -> LOG.info(
                        "Metrics are ranked without embeddings: {}; it is asked again after {} s",
                        failure,
                        pause.toSeconds()))
                .onClose(_ -> LOG.info("The embedding model answers again"))
                .build();
    }

    /**
     * The vectors of texts.
     *
     * @param dimensions how many numbers they must have; 0 where that is not known yet
     * @throws EmbedderException where it fails, or failed a moment ago
     */
    List<UnitVector> vectors(List<String> texts, int dimensions) {
        if (!breaker.tryAcquirePermit()) {
            throw new EmbedderException(failure + again());
        }
        try {
            List<UnitVector> vectors = provider.vectors(texts);
            checkLength(vectors.getFirst().dimensions(), dimensions);
            breaker.recordSuccess();
            return vectors;
        } catch (EmbedderException failed) {
            failure = String.valueOf(failed.getMessage());
            breaker.recordFailure();
            throw failed;
        }
    }

    /** Leaves it alone because of a call that has not come back in time. */
    EmbedderException late(Duration patience) {
        failure = "the embedding model did not answer within " + patience.toMillis() / 1_000.0 + " s";
        breaker.open();
        return new EmbedderException(failure);
    }

    private String again() {
        long seconds = breaker.getRemainingDelay().plusMillis(999).toSeconds();
        return seconds > 0 ? "; it is asked again in " + seconds + " s" : "; it is being asked again";
    }

    private void checkLength(int now, int before) {
        if (before > 0 && now != before) {
            throw new EmbedderException("the embedding model gives vectors of " + now + " numbers now and gave "
                    + before + " before; if it was replaced, give it another name in DASH_EMBEDDINGS, or delete the"
                    + " rows of '" + provider.identity() + "' from the table embeddings and start again");
        }
    }
}
