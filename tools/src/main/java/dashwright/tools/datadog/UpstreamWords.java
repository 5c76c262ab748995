package dashwright.tools.datadog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Datadog, or whatever stands before it, says in an error's body. */
final class UpstreamWords {
    private static final int MOST_LETTERS = 500;
    private static final int MOST_ERRORS = 5;
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

    private UpstreamWords() {}

    /**
     * The words on one line, empty where the body says nothing. Recorded forms: {@code {"errors": ["…"]}}, {@code
     * {"errors": [{"title": …, "detail": …}]}}, {@code {"error": "…"}}, and pages in HTML from proxies.
     */
    static String of(String body) {
        String text = body.strip();
        if (text.startsWith("<")) {
            return page(text);
        }
        try {
            List<String> words = new ArrayList<>();
            collect(Json.MAPPER.readTree(text), words);
            if (!words.isEmpty()) {
                return ForeignText.clean(String.join("; ", words), MOST_LETTERS);
            }
        } catch (JsonProcessingException noJson) {
            // Then the text itself is all there is.
        }
        return ForeignText.clean(text, MOST_LETTERS);
    }

    /** What a body that reports success says of errors, empty for none: query answers carry a text or a list. */
    static String inAnswer(JsonNode answer) {
        List<String> words = new ArrayList<>();
        collectErrors(answer.path("errors"), words);
        return ForeignText.clean(String.join("; ", words), MOST_LETTERS);
    }

    private static String page(String html) {
        Matcher title = TITLE.matcher(html);
        String words = title.find() ? title.group(1) : MARKUP.matcher(html).replaceAll(" ");
        return "an HTML page: " + ForeignText.clean(words, 200);
    }

    private static void collect(JsonNode body, List<String> words) {
        if (body.isTextual()) {
            add(body.asText(), words);
        }
        collectErrors(body.path("errors"), words);
        if (words.isEmpty()) {
            collectErrors(body.path("error"), words);
            add(body.path("message").asText(""), words);
        }
    }

    private static void collectErrors(JsonNode errors, List<String> words) {
        if (errors.isTextual()) {
            add(errors.asText(), words);
        }
        if (errors.isObject()) {
            add(described(errors), words);
        }
        for (JsonNode error : errors.isArray() ? errors : Json.MAPPER.createArrayNode()) {
            add(error.isTextual() ? error.asText() : described(error), words);
        }
    }

    private static String described(JsonNode error) {
        String title = error.path("title").asText("");
        String detail = error.path("detail").asText(error.path("message").asText(""));
        String pointer = error.path("source").path("pointer").asText("");
        String words = title.isEmpty() || detail.isEmpty() ? title + detail : title + ": " + detail;
        if (words.isEmpty()) {
            words = error.toString();
        }
        return pointer.isEmpty() ? words : words + " (at " + pointer + ")";
    }

    private static void add(String text, List<String> words) {
        if (!text.isBlank() && words.size() < MOST_ERRORS) {
            words.add(text.strip());
        }
    }
}
