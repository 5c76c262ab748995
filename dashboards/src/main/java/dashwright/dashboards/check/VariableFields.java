package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names and defaults of template variables. */
final class VariableFields implements BoardRule {
    private static final String EXAMPLE =
            "write {\"name\": \"env\", \"prefix\": \"env\", \"defaults\": [\"*\"]}, each name once";

    @Override
    public void check(Board board, Findings findings) {
        if (Json.has(board.json(), "template_variables")
                && !board.json().path("template_variables").isArray()) {
            findings.add(Code.VARIABLE_MALFORMED, "template_variables is not a list", "write a list of variables");
        }
        Set<String> names = new HashSet<>();
        for (JsonNode variable : Json.list(board.json(), "template_variables")) {
            String name = Json.text(variable, "name");
            if (name.isBlank()) {
                findings.add(Code.VARIABLE_MALFORMED, "a template variable has no name", EXAMPLE);
            } else if (!names.add(name)) {
                findings.add(
                        Code.VARIABLE_TWICE,
                        "there are two template variables $" + name,
                        "remove or rename one of them");
            }
            checkKinds(name, variable, findings);
        }
    }

    private static void checkKinds(String name, JsonNode variable, Findings findings) {
        for (String field : List.of("defaults", "available_values")) {
            boolean texts =
                    Json.texts(variable, field).size() == variable.path(field).size();
            if (Json.has(variable, field) && !(variable.path(field).isArray() && texts)) {
                findings.add(
                        Code.VARIABLE_MALFORMED,
                        "template variable $" + name + ": " + field + " is no list of texts",
                        EXAMPLE);
            }
        }
        List<String> defaults = Json.texts(variable, "defaults");
        String old = Json.text(variable, "default");
        if (!old.isEmpty() && !defaults.isEmpty() && !defaults.contains(old)) {
            findings.add(
                    Code.VARIABLE_MALFORMED,
                    "template variable $" + name + " has both default and defaults, and they differ",
                    "remove default");
        }
    }
}
