package dashwright.dashboards.check;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Dashboards that people made in Datadog's editor; they lie beside the project, so a test without them skips itself. */
public final class RealBoards {
    private RealBoards() {}

    /** File name to board; skips the test where the boards are absent. */
    public static SortedMap<String, JsonNode> all() throws IOException {
        Path folder =
                Path.of(System.getProperty("dashwright.root", ".."), "..", "shared", "data", "dashboards", "real");
        assumeTrue(Files.isDirectory(folder), () -> "no real dashboards in " + folder + ": nothing was measured");
        ObjectMapper mapper = new ObjectMapper();
        SortedMap<String, JsonNode> boards = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                boards.put(file.getFileName().toString(), mapper.readTree(file.toFile()));
            }
        }
        return boards;
    }
}
