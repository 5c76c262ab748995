package dashwright.lab.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;

/** What one value must be. */
@FunctionalInterface
interface Rule {
    /** Adds to the problems what is wrong with a value at a place. */
    void check(JsonNode value, String pointer, Problems problems);

    /** This rule, and another one too. */
    default Rule and(Rule other) {
        return (value, pointer, problems) -> {
            check(value, pointer, problems);
            other.check(value, pointer, problems);
        };
    }
}
