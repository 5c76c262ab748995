package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A dashboard as far as it can be read.
 *
 * @param json the whole
 * @param widgets all widgets, groups before what they hold
 * @param variables its template variables that have a name
 */
record Board(JsonNode json, List<Widget> widgets, List<Variable> variables) {
    Board {
        widgets = List.copyOf(widgets);
        variables = List.copyOf(variables);
    }

    /** The variable that {@code $name}, {@code $name.value} or {@code $name.key} stands for. */
    Optional<Variable> variable(String reference) {
        Optional<Variable> whole = named(reference);
        int dot = reference.lastIndexOf('.');
        return whole.isPresent() || dot < 0 ? whole : named(reference.substring(0, dot));
    }

    private Optional<Variable> named(String name) {
        return variables.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
