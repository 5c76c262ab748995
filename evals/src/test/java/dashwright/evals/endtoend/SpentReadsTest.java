package dashwright.evals.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dashwright.lab.Lab;
import dashwright.lab.Received;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What starting the program again and again costs, and what it says when the hour's reads are spent. */
class SpentReadsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path folder;

    private Lab lab;
    private Map<String, String> settings;

    SpentReadsTest() throws IOException, InterruptedException {
        lab = Lab.start(Lab.Options.of("pypi"));
        settings = new TreeMap<>(lab.environment());
        settings.put("DASH_MODEL", "none");
    }

    @BeforeEach
    void keepsEverythingInTheFolder() {
        settings.put("DASH_DATA", folder.toString());
    }

    @AfterEach
    void close() throws IOException {
        lab.close();
    }

    private JsonNode json(int status, String... arguments) throws IOException {
        Program.Ended ended = Program.run(folder, settings, arguments);
        assertThat(ended.status()).as(ended.err()).isEqualTo(status);
        return JSON.readTree(ended.out());
    }

    private List<String> metricReads() {
        return lab.journal().entries().stream()
                .filter(each -> each.method().equals("GET") && each.path().contains("/metrics") && each.status() == 200)
                .map(Received::path)
                .toList();
    }

    @Test
    void aSecondStartListsAndDescribesNothingAgain() throws IOException {
        json(0, "build", "s3 sync status", "--json");
        long reads = metricReads().size();
        JsonNode stats = json(0, "catalog", "stats", "--json");
        json(0, "build", "s3 sync status", "--json");

        assertThat(metricReads()).as("nothing is asked for twice").doesNotHaveDuplicates();
        assertThat(stats.path("described").asInt()).isPositive();
        assertThat(stats.path("described").asInt() + stats.path("undescribed").asInt())
                .isEqualTo(stats.path("metrics").asInt());
        assertThat(stats.path("reads").path("left").asLong()).isEqualTo(100 - reads);
        assertThat(stats.path("reads").path("reset_at").asText()).isNotEmpty();
    }

    @Test
    void saysWhatABoardLacksOnceTheReadsAreSpent() throws IOException {
        json(0, "catalog", "sync", "--json");
        List<String> topics = List.of("redis", "postgresql", "opensearch", "kubernetes", "gunicorn", "nginx", "celery");
        JsonNode left = json(0, "catalog", "stats", "--json").path("reads");
        for (int i = 0; i < topics.size() && left.path("for_requests").asInt() > 0; i++) {
            Program.run(folder, settings, "build", topics.get(i) + " status");
            left = json(0, "catalog", "stats", "--json").path("reads");
        }
        assertThat(left.path("for_requests").asInt()).isZero();

        Program.Ended ended = Program.run(folder, settings, "build", "upload errors in prod", "--json");

        JsonNode answer = JSON.readTree(ended.out());
        List<String> said = new ArrayList<>();
        answer.path("remarks").forEach(remark -> said.add(remark.asText()));
        said.add(answer.path("question").asText());
        said.add(answer.path("gap").path("instrument").asText());
        assertThat(String.join("\n", said)).contains("could not be", "all return at ");
        assertThat(metricReads()).as("ten are left to others").hasSizeLessThanOrEqualTo(90);
    }
}
