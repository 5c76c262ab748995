package dashwright.bot.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.bot.approval.Proposal;
import dashwright.bot.approval.Replaced;
import dashwright.dashboards.change.DashboardHash;
import java.util.Optional;

/**
 * How a board stands that a draft would replace. Datadog replaces whatever there is and knows no condition (API
 * description of {@code PUT /api/v1/dashboard/{id}}, November 2026), so the board is read just before it is written; a
 * change that someone saves in the moment between is not seen, but stays in Datadog's own history of versions.
 */
sealed interface Replacement {
    /** Nobody changed it since it was published. */
    record Free() implements Replacement {}

    /** It shows what was approved already. */
    record Done() implements Replacement {}

    /** It is another board now, or none; the message says so, for people. */
    record Foreign(String message) implements Replacement {}

    /** It cannot be read. */
    record Unread(RuntimeException cause) implements Replacement {}

    /** Reads the board and compares. */
    static Replacement of(BoardWriter boards, Proposal proposal, Replaced replaced) {
        Optional<ObjectNode> live;
        try {
            live = boards.read(replaced.board().id());
        } catch (RuntimeException unreadable) {
            return new Unread(unreadable);
        }
        if (live.isEmpty()) {
            return new Foreign("The board was deleted in Datadog since it was published, so there is nothing to update."
                    + " Publish the draft as a new board, or restore the old one in Datadog and approve again.");
        }
        String hash = DashboardHash.of(live.get());
        if (hash.equals(proposal.hash())) {
            return new Done();
        }
        return hash.equals(replaced.hash())
                ? new Free()
                : new Foreign("Someone changed the board in Datadog since it was published, and this update would undo"
                        + " that. Publish the draft as a new board, or take the change back in Datadog and approve"
                        + " again.");
    }
}
