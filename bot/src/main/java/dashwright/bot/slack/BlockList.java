package dashwright.bot.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.util.ArrayList;
import java.util.List;

/** Builds blocks that stay within Slack's limits (docs: Block Kit reference). */
final class BlockList {
    /** Characters of a section's text. */
    static final int LONGEST_SECTION = 3_000;

    /** Characters of a header. */
    static final int LONGEST_HEADER = 150;

    /** Characters on a button. */
    static final int LONGEST_LABEL = 75;

    /** Characters of the value that a button sends back. */
    static final int LONGEST_VALUE = 2_000;

    private final List<LayoutBlock> blocks = new ArrayList<>();

    int size() {
        return blocks.size();
    }

    BlockList header(String foreign) {
        String text = Mrkdwn.plain(foreign, LONGEST_HEADER);
        blocks.add(HeaderBlock.builder()
                .text(PlainTextObject.builder()
                        .text(text.isEmpty() ? "(untitled)" : text)
                        .build())
                .build());
        return this;
    }

    /** A paragraph; nothing is added for an empty one. */
    BlockList section(String mrkdwn) {
        if (!mrkdwn.isBlank()) {
            blocks.add(SectionBlock.builder().text(markdown(mrkdwn)).build());
        }
        return this;
    }

    /** Lines as one paragraph, as many as fit; what does not fit is counted and {@code where} says where it stands. */
    BlockList lines(String heading, List<String> lines, String where) {
        StringBuilder text = new StringBuilder(heading);
        int shown = 0;
        int room = LONGEST_SECTION - where.length() - 40;
        while (shown < lines.size() && text.length() + 1 + lines.get(shown).length() <= room) {
            text.append('\n').append(lines.get(shown));
            shown++;
        }
        if (shown < lines.size()) {
            text.append("\n… and ")
                    .append(lines.size() - shown)
                    .append(" more ")
                    .append(where);
        }
        return section(text.toString().strip());
    }

    /** Small print; nothing is added for an empty one. */
    BlockList context(String mrkdwn) {
        if (!mrkdwn.isBlank()) {
            blocks.add(
                    ContextBlock.builder().elements(List.of(markdown(mrkdwn))).build());
        }
        return this;
    }

    BlockList divider() {
        blocks.add(new DividerBlock());
        return this;
    }

    BlockList buttons(List<ButtonElement> buttons) {
        if (!buttons.isEmpty()) {
            blocks.add(ActionsBlock.builder()
                    .elements(List.<BlockElement>copyOf(buttons))
                    .build());
        }
        return this;
    }

    /** A button; its value must fit, because half a value means something else. */
    static ButtonElement button(String actionId, String foreignLabel, String value, String style) {
        if (value.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException("a button's value has at most " + LONGEST_VALUE + " characters");
        }
        var button = ButtonElement.builder()
                .actionId(actionId)
                .text(PlainTextObject.builder()
                        .text(Mrkdwn.plain(foreignLabel, LONGEST_LABEL))
                        .build())
                .value(value);
        return style.isEmpty() ? button.build() : button.style(style).build();
    }

    /** The message; {@code mrkdwn} is what notifications show. */
    SlackMessage message(String mrkdwn) {
        return new SlackMessage(Mrkdwn.cut(mrkdwn, LONGEST_SECTION), blocks);
    }

    private static MarkdownTextObject markdown(String mrkdwn) {
        return MarkdownTextObject.builder()
                .text(Mrkdwn.cut(mrkdwn, LONGEST_SECTION))
                .verbatim(true)
                .build();
    }
}
