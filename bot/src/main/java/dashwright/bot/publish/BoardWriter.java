package dashwright.bot.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.bot.approval.BoardLink;
import java.util.Optional;

/** What publishing needs of Datadog: to write a board, to find one again by its marker, and to replace one. */
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

    /**
     * A board as it stands now; empty where there is none of this id, as when it was deleted.
     *
     * @throws RuntimeException where it cannot be read
     */
    Optional<ObjectNode> read(String id);

    /**
     * Replaces a board. Makes one attempt; repeating it does no harm.
     *
     * @throws BoardRefusedException where it is certain that the board is as it was
     * @throws RuntimeException any other: it may have been replaced
     */
    BoardLink replace(String id, ObjectNode json);
}
