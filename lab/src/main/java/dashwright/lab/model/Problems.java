package dashwright.lab.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is wrong with a script, each with its place. */
final class Problems {
    private final List<String> found = new ArrayList<>();

    void add(String place, String what) {
        found.add(place + " " + what);
    }

    /** Notes keys that mean nothing, so that nothing is dropped in silence. */
    void keys(JsonNode node, String place, Set<String> known) {
        if (!node.isObject()) {
            add(place, "must be an object with " + String.join(", ", new TreeSet<>(known)));
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                add(
                        place.isEmpty() ? name : place + "." + name,
                        "means nothing; there are " + String.join(", ", new TreeSet<>(known)));
            }
        });
    }

    /** A list that must have something in it. */
    List<JsonNode> list(JsonNode parent, String name, String place) {
        JsonNode node = parent.path(name);
        if (!node.isArray() || node.isEmpty()) {
            add(place, "must be a list with at least one entry");
            return List.of();
        }
        return node.valueStream().toList();
    }

    /**
     * Ends the reading.
     *
     * @throws IllegalArgumentException with everything that was wrong
     */
    void refuse() {
        if (!found.isEmpty()) {
            throw new IllegalArgumentException("The script is wrong: " + String.join("; ", found));
        }
    }
}
