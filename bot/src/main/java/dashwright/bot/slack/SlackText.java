package dashwright.bot.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what people typed out of the form in which Slack delivers it. */
final class SlackText {
    private static final Pattern LEADING_MENTIONS = Pattern.compile("^(?:\\s*<@[A-Z0-9]+(?:\\|[^>]*)?>:?[\\s,]*)+");
    private static final Pattern MARKED = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");

    private SlackText() {}

    /** The words without leading mentions, with links and entities as they were typed. */
    static String read(String delivered) {
        String words = LEADING_MENTIONS.matcher(delivered).replaceFirst("");
        Matcher marked = MARKED.matcher(words);
        String unmarked = marked.replaceAll(found -> Matcher.quoteReplacement(
                found.group(2) != null && !found.group(2).isEmpty() ? found.group(2) : found.group(1)));
        return unmarked.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }
}
