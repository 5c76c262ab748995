package dashwright.bot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The settings file: what each of its lines sets, and what is wrong with it. */
final class SettingsFile {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final String name;
    private final List<SettingsProblem> problems;
    private final Map<String, Line> lines = new TreeMap<>();

    private SettingsFile(Path file, List<SettingsProblem> problems) {
        this.name = file.toString();
        this.problems = problems;
    }

    /**
     * What a line sets.
     *
     * @param value its value, blank for none
     * @param number the line, from 1
     */
    record Line(String value, int number) {}

    /**
     * What a file sets, by name; nothing where there is no file.
     *
     * @param problems where everything that is wrong is added
     */
    static Map<String, Line> read(Path file, List<SettingsProblem> problems) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        SettingsFile reading = new SettingsFile(file, problems);
        try (JsonParser parser = YAML.createParser(Files.readString(file))) {
            reading.all(parser);
        } catch (JsonProcessingException wrong) {
            // The exception's own words quote the file, which may hold keys.
            String place = wrong.getLocation() == null
                    ? ""
                    : " at line " + wrong.getLocation().getLineNr();
            reading.problem(reading.name, "is not YAML" + place, "Write one setting a line, as NAME: value.");
        } catch (IOException wrong) {
            reading.problem(
                    reading.name,
                    "cannot be read (" + wrong.getClass().getSimpleName() + ")",
                    "Make it a readable UTF-8 text file, or remove it and set everything in the environment.");
        }
        return reading.lines;
    }

    private void all(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            problem(name, "is not a list of NAME: value", "Write one setting a line.");
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String setting = parser.currentName();
            int number = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            JsonNode value = parser.readValueAsTree();
            entry(setting, number, value);
        }
    }

    private void entry(String setting, int number, JsonNode value) {
        Line earlier = lines.get(setting);
        if (!Settings.NAMES.contains(setting)) {
            problem(
                    setting,
                    "is no setting, but stands in " + at(number),
                    Settings.nearest(setting)
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("Known are " + String.join(", ", Settings.NAMES) + "."));
        } else if (setting.equals(Settings.LOG_LEVEL)) {
            problem(
                    setting,
                    "stands in " + at(number) + ", which is read after logging has begun",
                    "Set it in the environment instead.");
        } else if (earlier != null) {
            problem(setting, "stands twice: in line " + earlier.number() + " and in " + at(number), "Remove one.");
        } else if (value.isArray()) {
            String list = StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(","));
            lines.put(setting, new Line(list, number));
        } else if (value.isValueNode()) {
            lines.put(setting, new Line(value.isNull() ? "" : value.asText().strip(), number));
        } else {
            problem(setting, "has settings within it, in " + at(number), "Give it a single value.");
        }
    }

    private String at(int number) {
        return name + " line " + number;
    }

    private void problem(String setting, String message, String fix) {
        problems.add(new SettingsProblem(setting, message, fix));
    }
}
