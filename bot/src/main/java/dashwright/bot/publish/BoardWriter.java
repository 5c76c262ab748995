package dashwright.bot.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.bot.approval.BoardLink;
import java.util.Optional;

/** What publishing needs of Datadog: to write a board, and to find one again by its marker. */
public interface BoardWriter {
    /**
     * Creates a board. Makes one attempt: whether to try again is the publisher's decision.
     *
     * @throws BoardRefusedException where it is certain that no board was made
     * @throws RuntimeException any other: a board may have been made
     */
    BoardLink create(ObjectNode json);

    /**
     * The board whose description holds this text.
     *
     * @throws RuntimeException where not every board could be looked at
     */
    Optional<BoardLink> findByMarker(String marker);
}
