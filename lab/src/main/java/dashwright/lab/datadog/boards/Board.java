package dashwright.lab.datadog.boards;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A stored dashboard.
 *
 * @param id its id
 * @param body as it is read, server defaults and all; not to be written to
 * @param deletedAt when it was deleted, empty while it is there
 */
record Board(String id, ObjectNode body, Optional<Instant> deletedAt) {
    Board deleted(Instant at) {
        return new Board(id, body, Optional.of(at));
    }

    Board restored() {
        return new Board(id, body, Optional.empty());
    }

    boolean isDeleted() {
        return deletedAt.isPresent();
    }

    String title() {
        return body.path("title").asText();
    }
}
