package dashwright.lab.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What properties an object has: which must be there, which may be, and what each must be. */
final class Shape implements Rule {
    private final Map<String, Rule> properties = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();

    static Shape shape() {
        return new Shape();
    }

    Shape needs(String property, Rule rule) {
        required.add(property);
        return may(property, rule);
    }

    Shape may(String property, Rule rule) {
        properties.put(property, rule);
        return this;
    }

    @Override
    public void check(JsonNode value, String pointer, Problems problems) {
        if (!value.isObject()) {
            problems.add("must provide an object", pointer);
            return;
        }
        required.stream()
                .filter(property -> !value.hasNonNull(property))
                .forEach(property -> problems.add("missing required field: " + property, pointer));
        value.properties().forEach(entry -> {
            Rule rule = properties.get(entry.getKey());
            if (rule != null) {
                if (!entry.getValue().isNull()) {
                    rule.check(entry.getValue(), pointer + "/" + entry.getKey(), problems);
                }
            } else if (!entry.getKey().equals("type")) {
                problems.add("invalid additional property: " + entry.getKey(), pointer);
            }
        });
    }
}
