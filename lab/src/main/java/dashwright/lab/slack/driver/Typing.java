package dashwright.lab.slack.driver;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.workspace.Content;
import dashwright.lab.slack.workspace.Directory;
import dashwright.lab.slack.workspace.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What becomes of words that a person types: Slack escapes them, and turns names and addresses into references. */
final class Typing {
    private static final Pattern REFERENCE = Pattern.compile("`(?<code>[^`\\n]+)`"
            + "|(?<![\\w@#])@(?<user>[\\p{L}0-9._-]+)"
            + "|(?<![\\w@#])#(?<channel>[a-z0-9._-]+)"
            + "|(?<url>https?://[^\\s<>|]*[^\\s<>|.,;:!?)])");

    private final Directory directory;

    Typing(Directory directory) {
        this.directory = directory;
    }

    /** The message content for typed words, with the rich text that Slack's own clients send. */
    Content content(String typed) {
        ArrayNode elements = Json.array();
        StringBuilder text = new StringBuilder();
        Matcher matcher = REFERENCE.matcher(typed);
        int from = 0;
        while (matcher.find()) {
            String before = typed.substring(from, matcher.start());
            addWords(before, text, elements);
            addReference(matcher, text, elements);
            from = matcher.end();
        }
        addWords(typed.substring(from), text, elements);
        ArrayNode blocks = Json.array();
        blocks.addObject()
                .put("type", "rich_text")
                .put("block_id", "typed")
                .putArray("elements")
                .addObject()
                .put("type", "rich_text_section")
                .set("elements", elements);
        return Content.of(text.toString(), blocks);
    }

    private void addReference(Matcher found, StringBuilder text, ArrayNode elements) {
        String code = found.group("code");
        String user = found.group("user");
        String channel = found.group("channel");
        String url = found.group("url");
        if (code != null) {
            text.append('`').append(escaped(code)).append('`');
            ObjectNode element = elements.addObject().put("type", "text").put("text", code);
            element.putObject("style").put("code", true);
        } else if (url != null) {
            text.append('<').append(escaped(url)).append('>');
            elements.addObject().put("type", "link").put("url", url);
        } else if (user != null) {
            addUser(user, text, elements);
        } else if (channel != null) {
            addChannel(channel, text, elements);
        }
    }

    private void addUser(String handle, StringBuilder text, ArrayNode elements) {
        if (handle.matches("here|channel|everyone")) {
            text.append("<!").append(handle).append('>');
            elements.addObject().put("type", "broadcast").put("range", handle);
            return;
        }
        directory.users().stream()
                .filter(user -> user.handle().equalsIgnoreCase(handle))
                .findFirst()
                .ifPresentOrElse(
                        user -> {
                            text.append("<@").append(user.id()).append('>');
                            elements.addObject().put("type", "user").put("user_id", user.id());
                        },
                        () -> addWords("@" + handle, text, elements));
    }

    private void addChannel(String name, StringBuilder text, ArrayNode elements) {
        directory.channels().stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        channel -> {
                            text.append("<#")
                                    .append(channel.id())
                                    .append('|')
                                    .append(name)
                                    .append('>');
                            elements.addObject().put("type", "channel").put("channel_id", channel.id());
                        },
                        () -> addWords("#" + name, text, elements));
    }

    private static void addWords(String words, StringBuilder text, ArrayNode elements) {
        if (!words.isEmpty()) {
            text.append(escaped(words));
            elements.addObject().put("type", "text").put("text", words);
        }
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
