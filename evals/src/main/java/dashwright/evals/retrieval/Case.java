package dashwright.evals.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A widget of somebody's dashboard.
 *
 * @param product the integration whose dashboard it is on
 * @param text what stands above the graph: dashboard, group and title
 * @param title what stands right above the graph
 * @param gold the metrics that its author queries
 */
record Case(String product, String text, String title, Set<String> gold) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Case {
        gold = Set.copyOf(gold);
    }

    /** Reads one JSON object a line: {@code integration, dashboard, group, title, gold}. */
    static List<Case> read(Path file) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode widget = JSON.readTree(line);
                Set<String> gold = new TreeSet<>();
                widget.path("gold").forEach(name -> gold.add(name.asText()));
                String text = String.join(
                        " – ",
                        widget.path("dashboard").asText(),
                        widget.path("group").asText(),
                        widget.path("title").asText());
                cases.add(new Case(
                        widget.path("integration").asText(),
                        text,
                        widget.path("title").asText(),
                        gold));
            }
        }
        return cases;
    }

    /** 0 or 1: products are told into halves by their names, so that one can be looked at and the other trusted. */
    int half() {
        return Math.floorMod(product.hashCode() * 31 + product.length(), 2);
    }

    /** What is asked for as people type it, without dividers: the product and the title. */
    String plain() {
        return product.replace('_', ' ') + " " + title;
    }
}
