package dashwright.lab.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The rules that Block Kit's objects are made of. */
final class Rules {
    /** Anything at all. */
    static final Rule ANYTHING = (value, pointer, problems) -> {};

    /** True or false. */
    static final Rule FLAG = (value, pointer, problems) -> {
        if (!value.isBoolean()) {
            problems.add("must provide a boolean", pointer);
        }
    };

    /** A whole number. */
    static final Rule INTEGER = (value, pointer, problems) -> {
        if (!value.isIntegralNumber()) {
            problems.add("must provide an integer", pointer);
        }
    };

    /** An address that a browser opens. */
    static final Rule URL = text(3000).and((value, pointer, problems) -> {
        if (value.isTextual()
                && !value.textValue().isEmpty()
                && !value.textValue().matches("[a-zA-Z][a-zA-Z0-9+.-]*:.+")) {
            problems.add("invalid url", pointer);
        }
    });

    private Rules() {}

    /** A string of 1 to so many characters. */
    static Rule text(int longest) {
        return (value, pointer, problems) -> {
            if (!value.isTextual()) {
                problems.add("must provide a string", pointer);
            } else if (value.textValue().isEmpty()) {
                problems.add("must be more than 0 characters", pointer);
            } else if (value.textValue().length() > longest) {
                problems.add("must be less than " + (longest + 1) + " characters", pointer);
            }
        };
    }

    /** A string that may be empty. */
    static Rule anyText() {
        return (value, pointer, problems) -> {
            if (!value.isTextual()) {
                problems.add("must provide a string", pointer);
            }
        };
    }

    /** One of these strings. */
    static Rule oneOf(String... allowed) {
        Set<String> all = Set.of(allowed);
        return (value, pointer, problems) -> {
            if (!value.isTextual() || !all.contains(value.textValue())) {
                problems.add("must be a valid enum value", pointer);
            }
        };
    }

    /** A {@code plain_text} object of up to so many characters. */
    static Rule plain(int longest) {
        return typed(Map.of("plain_text", plainShape(longest)));
    }

    /** A {@code plain_text} or {@code mrkdwn} object of up to so many characters. */
    static Rule words(int longest) {
        return typed(Map.of(
                "plain_text",
                plainShape(longest),
                "mrkdwn",
                Shape.shape().needs("text", text(longest)).may("verbatim", FLAG)));
    }

    private static Shape plainShape(int longest) {
        return Shape.shape().needs("text", text(longest)).may("emoji", FLAG);
    }

    /** A list of so many values of one kind. */
    static Rule list(int fewest, int most, Rule each) {
        return (value, pointer, problems) -> {
            if (!value.isArray()) {
                problems.add("must provide an array", pointer);
                return;
            }
            if (value.size() < fewest) {
                problems.add("no fewer than " + fewest + " items allowed", pointer);
            }
            if (value.size() > most) {
                problems.add("no more than " + most + " items allowed", pointer);
            }
            for (int i = 0; i < value.size(); i++) {
                each.check(value.get(i), pointer + "/" + i, problems);
            }
        };
    }

    /** An object whose {@code type} says which rule holds. */
    static Rule typed(Map<String, ? extends Rule> byType) {
        return (value, pointer, problems) -> {
            if (!value.isObject()) {
                problems.add("must provide an object", pointer);
                return;
            }
            if (!value.path("type").isTextual()) {
                problems.add("missing required field: type", pointer);
                return;
            }
            String type = value.path("type").textValue();
            Rule rule = byType.get(type);
            if (rule == null) {
                problems.add("unsupported type: " + type, pointer + "/type");
            } else {
                rule.check(value, pointer, problems);
            }
        };
    }

    /** A rule that is looked up when it is needed, for objects that hold their own kind. */
    static Rule later(Supplier<Rule> rule) {
        return (value, pointer, problems) -> rule.get().check(value, pointer, problems);
    }

    /** That no two of a list share what a property says. */
    static Rule unique(String property, String among) {
        return (value, pointer, problems) -> {
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < value.size(); i++) {
                JsonNode said = value.get(i).path(property);
                if (said.isTextual() && !seen.add(said.textValue())) {
                    problems.add(
                            "`" + property + "` \"" + said.textValue() + "\" already exists" + among,
                            pointer + "/" + i + "/" + property);
                }
            }
        };
    }
}
