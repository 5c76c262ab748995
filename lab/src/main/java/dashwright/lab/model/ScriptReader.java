package dashwright.lab.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads scripts from YAML; collects everything that is wrong before it refuses. */
final class ScriptReader {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final Problems problems = new Problems();
    private final TurnReader turns = new TurnReader(problems);

    ModelScript read(String yaml) {
        JsonNode root = parsed(yaml);
        problems.keys(root, "", Set.of("script", "rules", "otherwise"));
        ModelScript script = root.has("script") ? named(root) : new RuleScript(rules(root), otherwise(root));
        problems.refuse();
        return script;
    }

    private static JsonNode parsed(String yaml) {
        try {
            JsonNode root = YAML.readTree(yaml);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("The script is no YAML: " + broken.getOriginalMessage(), broken);
        }
        throw new IllegalArgumentException("A script is a YAML object with 'script' or 'rules', and this is none");
    }

    private ModelScript named(JsonNode root) {
        if (root.size() > 1) {
            problems.add("script", "stands alone; give either 'script' or 'rules'");
        }
        return byName(root.path("script"), "script").orElseGet(Scripts::silent);
    }

    private Optional<ModelScript> otherwise(JsonNode root) {
        return root.has("otherwise") ? byName(root.path("otherwise"), "otherwise") : Optional.empty();
    }

    private Optional<ModelScript> byName(JsonNode name, String place) {
        return switch (name.asText()) {
            case "standard" -> Optional.of(Scripts.standard());
            case "silent" -> Optional.of(Scripts.silent());
            case "inventing" -> Optional.of(Scripts.inventing());
            default -> {
                problems.add(place, "is standard, silent or inventing, not " + name);
                yield Optional.empty();
            }
        };
    }

    private List<RuleScript.Rule> rules(JsonNode root) {
        List<RuleScript.Rule> rules = new ArrayList<>();
        List<JsonNode> nodes = problems.list(root, "rules", "rules");
        for (int i = 0; i < nodes.size(); i++) {
            String place = "rules[" + i + "]";
            problems.keys(nodes.get(i), place, Set.of("when", "turns"));
            Pattern when = pattern(nodes.get(i).path("when"), place + ".when");
            List<Turn> played = turns.read(nodes.get(i), place + ".turns");
            if (when != null) {
                rules.add(new RuleScript.Rule(when, played));
            }
        }
        return rules;
    }

    private @Nullable Pattern pattern(JsonNode node, String place) {
        if (!node.isTextual()) {
            problems.add(place, "is missing; give a regular expression, '.*' for any request");
            return null;
        }
        try {
            return Pattern.compile(node.asText());
        } catch (PatternSyntaxException wrong) {
            problems.add(place, "is no regular expression: " + wrong.getDescription());
            return null;
        }
    }
}
