package dashwright.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The raw values of the settings and the problems met while reading them. */
final class SettingsValues {
    static final List<String> NAMES = List.of(
            "DD_API_KEY",
            "DD_APP_KEY",
            "DD_SITE",
            "DD_URL",
            "SLACK_BOT_TOKEN",
            "SLACK_APP_TOKEN",
            "SLACK_SIGNING_SECRET",
            "SLACK_API_URL",
            "DASH_MODEL",
            "OPENAI_API_KEY",
            "OPENAI_BASE_URL",
            "ANTHROPIC_API_KEY",
            "ANTHROPIC_BASE_URL",
            "OLLAMA_BASE_URL",
            "GEMINI_API_KEY",
            "DASH_DB",
            "DASH_DATA",
            "DASH_HTTP_PORT",
            "DASH_APPROVERS");

    private final Map<String, String> values;
    private final List<SettingsProblem> problems;

    private SettingsValues(Map<String, String> values, List<SettingsProblem> problems) {
        this.values = values;
        this.problems = problems;
    }

    static SettingsValues of(Map<String, String> environment, Path file) {
        List<SettingsProblem> problems = new ArrayList<>();
        Map<String, String> values = new TreeMap<>(readFile(file, problems));
        for (String name : NAMES) {
            String value = environment.get(name);
            if (value != null && !value.isBlank()) {
                values.put(name, value.strip());
            }
        }
        return new SettingsValues(values, problems);
    }

    /** The value of a setting; a blank one counts as not set. */
    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    void problem(String setting, String message, String fix) {
        problems.add(new SettingsProblem(setting, message, fix));
    }

    List<SettingsProblem> problems() {
        return problems;
    }

    private static Map<String, String> readFile(Path file, List<SettingsProblem> problems) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        String name = file.toString();
        try {
            JsonNode root = new YAMLMapper().readTree(Files.readString(file));
            if (root == null || root.isMissingNode() || root.isNull()) {
                return Map.of();
            }
            if (!root.isObject()) {
                problems.add(new SettingsProblem(name, "is not a list of NAME: value", "Write one setting a line."));
                return Map.of();
            }
            return readEntries(root, name, problems);
        } catch (JsonProcessingException wrong) {
            // The exception's own words quote the file, which may hold keys.
            String place = wrong.getLocation() == null
                    ? ""
                    : " at line " + wrong.getLocation().getLineNr();
            problems.add(new SettingsProblem(name, "is not YAML" + place, "Write one setting a line, as NAME: value."));
        } catch (IOException wrong) {
            problems.add(new SettingsProblem(
                    name,
                    "cannot be read (" + wrong.getClass().getSimpleName() + ")",
                    "Make it a readable UTF-8 text file, or remove it and set everything in the environment."));
        }
        return Map.of();
    }

    private static Map<String, String> readEntries(JsonNode root, String file, List<SettingsProblem> problems) {
        Map<String, String> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            JsonNode node = entry.getValue();
            if (!NAMES.contains(entry.getKey())) {
                problems.add(new SettingsProblem(
                        entry.getKey(),
                        "is no setting, but stands in " + file,
                        "Known are " + String.join(", ", NAMES) + "."));
            } else if (node.isArray()) {
                values.put(
                        entry.getKey(),
                        StreamSupport.stream(node.spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(",")));
            } else if (node.isValueNode()) {
                put(values, entry.getKey(), node.isNull() ? "" : node.asText());
            } else {
                problems.add(new SettingsProblem(entry.getKey(), "has settings within it", "Give it a single value."));
            }
        }
        return values;
    }

    private static void put(Map<String, String> values, String name, String text) {
        if (!text.isBlank()) {
            values.put(name, text.strip());
        }
    }
}
