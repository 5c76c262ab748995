package dashwright.lab.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a team has already written in Datadog, as JSON texts in the shapes of its API.
 *
 * @param dashboards as {@code GET /api/v1/dashboard/{id}} answers
 * @param monitors as {@code GET /api/v1/monitor/{id}} answers
 * @param objectives as the {@code data} of {@code GET /api/v1/slo/{id}}
 */
public record TeamDocuments(List<String> dashboards, List<String> monitors, List<String> objectives) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public TeamDocuments {
        dashboards = List.copyOf(dashboards);
        monitors = List.copyOf(monitors);
        objectives = List.copyOf(objectives);
    }

    /** Reads the three files that lie beside a class, each one JSON array. */
    public static TeamDocuments beside(Class<?> owner) {
        return new TeamDocuments(
                read(owner, "dashboards.json"), read(owner, "monitors.json"), read(owner, "objectives.json"));
    }

    private static List<String> read(Class<?> owner, String resource) {
        try (InputStream stream = owner.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("no file is called " + resource + " beside " + owner.getName());
            }
            List<String> texts = new ArrayList<>();
            for (JsonNode document : JSON.readTree(stream)) {
                texts.add(document.toString());
            }
            return texts;
        } catch (IOException failed) {
            throw new UncheckedIOException("could not read " + resource, failed);
        }
    }
}
