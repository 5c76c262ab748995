package dashwright.bot.lessons;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** The metrics that a kept report tells of; of its thousands of words nothing else is read, as there are many reports. */
final class ReportedMetrics {
    private static final JsonFactory JSON = new JsonFactory();

    private ReportedMetrics() {}

    /**
     * The names, in the order of the widgets, each once.
     *
     * @throws IOException where the text is no JSON
     */
    static Set<String> of(String report) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (JsonParser parser = JSON.createParser(report)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    boolean evidence = parser.currentName().equals("metrics");
                    boolean wanted = parser.currentName().equals("receipts");
                    JsonToken value = parser.nextToken();
                    if (evidence && value == JsonToken.START_ARRAY) {
                        addNames(parser, names);
                    } else if (!wanted) {
                        parser.skipChildren();
                    }
                }
            }
        }
        return names;
    }

    private static void addNames(JsonParser parser, Set<String> names) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isName = parser.currentName().equals("name");
                JsonToken value = parser.nextToken();
                if (isName && value == JsonToken.VALUE_STRING) {
                    names.add(parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
        }
    }
}
