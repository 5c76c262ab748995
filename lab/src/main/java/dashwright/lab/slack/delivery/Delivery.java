package dashwright.lab.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.workspace.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * One attempt to give the app something, and what came of it.
 *
 * @param id the envelope's id
 * @param envelope what was sent
 * @param via how it went
 * @param attempt 0 for the first, then the number of the retry
 * @param sentAt when, by the lab's clock
 * @param took how long the app took to answer, in real time
 * @param outcome what came of it
 * @param answer what came with the acknowledgement; missing for nothing
 * @param detail what went wrong, empty for nothing
 */
public record Delivery(
        String id,
        Envelope envelope,
        Via via,
        int attempt,
        Instant sentAt,
        Duration took,
        Outcome outcome,
        JsonNode answer,
        String detail) {
    /** Whether the app answered in time. */
    public boolean acknowledged() {
        return outcome == Outcome.ACKNOWLEDGED;
    }

    /** The {@code event_id}, empty for what is no event. */
    public String eventId() {
        return envelope.payload().path("event_id").asText();
    }

    /** The delivery as the control routes describe it. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object()
                .put("envelope_id", id)
                .put("kind", envelope.kind().wire())
                .put("cause", envelope.cause().name().toLowerCase(Locale.ROOT))
                .put("via", via.name().toLowerCase(Locale.ROOT))
                .put("attempt", attempt)
                .put("sent_at", sentAt.toString())
                .put("took_ms", took.toMillis())
                .put("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .put("detail", detail);
        json.set("payload", envelope.payload());
        json.set("answer", answer.isMissingNode() ? null : answer);
        return json;
    }

    /** How something gets to the app. */
    public enum Via {
        SOCKET_MODE,
        HTTP,
        NOWHERE
    }

    /** What came of an attempt. */
    public enum Outcome {
        /** The app answered in time. */
        ACKNOWLEDGED,
        /** The app has not answered, and the time is over. */
        TIMED_OUT,
        /** The app answered once the time was over. */
        LATE,
        /** The app answered with a status other than 200. */
        REFUSED,
        /** Nobody was there. */
        UNREACHABLE
    }
}
