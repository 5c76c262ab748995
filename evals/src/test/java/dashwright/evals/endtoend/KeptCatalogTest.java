package dashwright.evals.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dashwright.lab.Fault;
import dashwright.lab.Lab;
import dashwright.lab.Received;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that serves keeps its catalog fresh while nobody asks, beside other processes on the same database. */
class KeptCatalogTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Lab lab;
    private final Map<String, String> settings;

    @TempDir
    private Path folder;

    KeptCatalogTest() throws IOException, InterruptedException {
        lab = Lab.start(Lab.Options.of("pypi"));
        settings = new TreeMap<>(lab.environment());
        settings.put("DASH_MODEL", "none");
        settings.put("DASH_HTTP_PORT", "0");
    }

    @BeforeEach
    void keepsEverythingInTheFolder() {
        settings.put("DASH_DATA", folder.resolve("data").toString());
    }

    @AfterEach
    void close() throws IOException {
        lab.close();
    }

    private Path workplace(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private List<String> reads(String part) {
        return lab.journal().entries().stream()
                .filter(each -> each.method().equals("GET") && each.path().contains(part))
                .map(Received::path)
                .toList();
    }

    private long details() {
        return (long) reads("/api/v1/metrics/").size() + reads("/all-tags").size();
    }

    private JsonNode stats() throws IOException {
        Program.Ended ended = Program.run(workplace("stats"), settings, "catalog", "stats", "--json");
        assertThat(ended.status()).as(ended.err()).isZero();
        return JSON.readTree(ended.out());
    }

    @Test
    void listsAndDescribesByItselfAndAgainAfterARestartWithoutListing() throws IOException {
        try (Program serving = Program.start(workplace("serve"), settings, List.of("serve"))) {
            await().atMost(PATIENCE).until(() -> details() >= 8);
            assertThat(reads("/api/v1/metrics?from=")).hasSize(2);

            assertThat(stats().path("described").asInt())
                    .as("another process knows it too")
                    .isPositive();
            assertThat(reads("/api/v1/metrics?from="))
                    .as("and lists nothing again")
                    .hasSize(2);
            serving.stop();
            assertThat(serving.end().err()).contains("This process keeps the catalog", "Listed 574 metrics");
        }
        long before = details();
        try (Program again = Program.start(workplace("again"), settings, List.of("serve"))) {
            await().atMost(PATIENCE).until(() -> details() > before);
            assertThat(reads("/api/v1/metrics?from="))
                    .as("a restart lists nothing")
                    .hasSize(2);
            assertThat(reads("/metrics")).doesNotHaveDuplicates();
            assertThat(again).isNotNull();
        }
    }

    @Test
    void twoProcessesThatStartTogetherListOnce() throws IOException {
        lab.faults().add(Fault.latency("/api/v2/metrics", Duration.ofSeconds(10), 1));
        try (Program one = Program.start(workplace("one"), settings, List.of("catalog", "sync", "--json"));
                Program other = Program.start(workplace("other"), settings, List.of("catalog", "sync", "--json"))) {
            assertThat(one.end().status()).isZero();
            assertThat(other.end().status()).isZero();
        }
        assertThat(reads("/api/v1/metrics?from=")).hasSize(2);
    }

    @Test
    void listsByPagesWhereTheWholeListsCannotBeRead() throws IOException {
        lab.faults().add(Fault.cut("/api/v1/metrics", 1_000));

        Program.Ended ended = Program.run(workplace("sync"), settings, "catalog", "sync", "--json");

        assertThat(ended.status()).as(ended.err()).isZero();
        JsonNode synced = JSON.readTree(ended.out());
        assertThat(synced.path("gaps")).isEmpty();
        assertThat(synced.path("by_liveness").path("unknown").isMissingNode()).isTrue();
    }

    @Test
    void saysWhichPermissionIsMissingForSpansAndKeepsTheRest() throws IOException {
        lab.faults().add(Fault.status("/api/v2/spans/.*", 403, 1_000));

        Program.Ended ended = Program.run(workplace("sync"), settings, "catalog", "sync");

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("not read: the spans: ", "needs the permission apm_read");
    }
}
