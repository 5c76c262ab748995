package dashwright.lab.slack.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.SlackError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Long lists, page by page: {@code limit} and an opaque {@code cursor}. */
final class Pages {
    private static final String MARK = "from:";

    private Pages() {}

    /** A page of a list under a key, with the cursor of the next, which is empty at the end. */
    static <T> ObjectNode page(
            Arguments arguments, String key, List<T> all, int usualLimit, Function<T, ObjectNode> describe) {
        int from = from(arguments.text("cursor"));
        int to = Math.min(all.size(), from + arguments.number("limit", 1, 1_000, usualLimit));
        ArrayNode shown = Json.array();
        all.subList(Math.min(from, to), to).forEach(each -> shown.add(describe.apply(each)));
        ObjectNode answer = Json.object();
        answer.set(key, shown);
        answer.putObject("response_metadata").put("next_cursor", to < all.size() ? cursor(to) : "");
        return answer;
    }

    private static String cursor(int from) {
        return Base64.getEncoder().encodeToString((MARK + from).getBytes(StandardCharsets.UTF_8));
    }

    private static int from(String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            String plain = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Integer.parseUnsignedInt(plain.startsWith(MARK) ? plain.substring(MARK.length()) : "none");
        } catch (IllegalArgumentException notOurs) {
            throw SlackError.of("invalid_cursor");
        }
    }
}
