package dashwright.bot.slack;

import java.util.regex.Pattern;

/**
 * Text for Slack's mrkdwn. Whatever comes from Datadog, a person or the model goes through {@link #text} or {@link #code}:
 * it can then neither ping anyone, nor look like a link or a mention, nor break the message.
 */
final class Mrkdwn {
    private static final Pattern USER_ID = Pattern.compile("[A-Z0-9]{2,20}");

    /** Control characters, and those that turn the direction of text around. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cntrl}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

    /** Slack does not turn these into pings by itself, but clients and bridges that read the text might. */
    private static final Pattern PING = Pattern.compile("@(?=(?:here|channel|everyone)\\b)", Pattern.CASE_INSENSITIVE);

    private static final String ZERO_WIDTH_SPACE = "\u200B";

    private Mrkdwn() {}

    /** Foreign text, cut to a length in UTF-16 units before escaping, on one line. */
    static String text(String foreign, int longest) {
        return escape(cut(oneLine(foreign), longest));
    }

    /** Foreign text in code style, on one line. */
    static String code(String foreign, int longest) {
        String inner = text(foreign, longest).replace('`', '\'');
        return inner.isEmpty() ? "" : "`" + inner + "`";
    }

    /** Foreign text of several lines. */
    static String lines(String foreign, int longest) {
        String joined = foreign.lines()
                .map(Mrkdwn::oneLine)
                .reduce((above, below) -> above + "\n" + below)
                .orElse("");
        return escape(cut(joined, longest));
    }

    /** Foreign text where Slack takes no markup at all, as in headers and on buttons. */
    static String plain(String foreign, int longest) {
        return cut(PING.matcher(oneLine(foreign)).replaceAll("@" + ZERO_WIDTH_SPACE), longest);
    }

    /** A mention of a person; the bare name for what is no Slack user id. */
    static String user(String id) {
        return USER_ID.matcher(id).matches() ? "<@" + id + ">" : text(id, 80);
    }

    /** A link with a label of ours or of others; the label alone where the address is not http. */
    static String link(String url, String label) {
        boolean isHttp = url.startsWith("https://") || url.startsWith("http://");
        boolean isPlain =
                url.chars().noneMatch(letter -> letter == '|' || letter == '>' || letter == '<' || letter <= ' ');
        String shown = text(label, 200).replace('|', '/');
        return isHttp && isPlain ? "<" + url.replace("&", "&amp;") + "|" + shown + ">" : shown;
    }

    /** Cuts between characters, never within one, and shows that something is missing. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, Math.max(0, end)) + "…";
    }

    private static String oneLine(String foreign) {
        return INVISIBLE.matcher(foreign).replaceAll(" ").strip();
    }

    /** Slack's own rule: these three, and no others (docs: "Escaping text"). */
    private static String escape(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return PING.matcher(escaped).replaceAll("@" + ZERO_WIDTH_SPACE);
    }
}
