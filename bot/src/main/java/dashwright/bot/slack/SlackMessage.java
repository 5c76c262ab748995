package dashwright.bot.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * A message within Slack's limits.
 *
 * @param text what notifications and screen readers show; at most 3,000 characters
 * @param blocks at most 50
 */
record SlackMessage(String text, List<LayoutBlock> blocks) {
    /** Slack's limit on blocks in a message. */
    static final int MOST_BLOCKS = 50;

    SlackMessage {
        if (text.isBlank() || text.length() > BlockList.LONGEST_SECTION) {
            throw new IllegalArgumentException("a message needs a text of at most " + BlockList.LONGEST_SECTION);
        }
        if (blocks.size() > MOST_BLOCKS) {
            throw new IllegalArgumentException("a message has at most " + MOST_BLOCKS + " blocks");
        }
        blocks = List.copyOf(blocks);
    }

    /** One paragraph; the text is mrkdwn of ours, with what is foreign in it escaped. */
    static SlackMessage of(String mrkdwn) {
        return new BlockList().section(mrkdwn).message(mrkdwn);
    }
}
