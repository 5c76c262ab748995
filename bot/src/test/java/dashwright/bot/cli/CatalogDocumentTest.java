package dashwright.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dashwright.catalog.Liveness;
import dashwright.catalog.MetricType;
import dashwright.catalog.sync.CatalogStats;
import dashwright.catalog.sync.ReadBudget;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CatalogDocumentTest {
    private static final Instant LISTED = Instant.parse("2026-11-20T12:00:00.123Z");

    private static CatalogStats stats(int namespaces, Instant wholeAt) {
        SortedMap<String, Integer> sizes = new TreeMap<>();
        for (int i = 0; i < namespaces; i++) {
            sizes.put("team%03d".formatted(i), 10 * (namespaces - i));
        }
        int metrics = sizes.values().stream().mapToInt(Integer::intValue).sum();
        return new CatalogStats(
                metrics,
                96,
                30,
                12,
                new TreeMap<>(Map.of(MetricType.DISTRIBUTION, 25, MetricType.UNKNOWN, metrics - 25)),
                sizes,
                new TreeMap<>(Map.of(Liveness.LIVE, metrics - 3, Liveness.GONE, 3)),
                Duration.ofMinutes(7),
                LISTED,
                wholeAt,
                new ReadBudget.Standing(100, 84, 74, 24, Instant.parse("2026-11-20T13:00:00Z")));
    }

    private static List<String> printed(CatalogDocument document) {
        StringWriter out = new StringWriter();
        document.print(new PrintWriter(out, true));
        return out.toString().lines().toList();
    }

    @Test
    void aLargeCatalogFitsTheScreen() {
        CatalogStats stats = stats(140, LISTED.minus(Duration.ofHours(5)));

        List<String> lines = printed(new CatalogDocument(stats, List.of("the spans: no permission")));

        assertThat(lines)
                .hasSizeLessThan(26)
                .allMatch(line -> line.length() <= 120)
                .startsWith(
                        "98,700 metrics and 96 kinds of spans",
                        "listed      7 min ago, at 2026-11-20T12:00:00Z (who reports; all names 5 h ago)",
                        "liveness    98,697 live, 3 gone",
                        "types       25 distribution, 98,675 unknown",
                        "described   30, not yet 98,670; tags read of 12",
                        "reads       84 of 100 metric reads left until 13:00 UTC: 74 of them for what people ask, 24 to"
                                + " describe in idle time",
                        "namespaces  140",
                        "     1,400  team000",
                        "     1,390  team001")
                .endsWith("    78,750  in 125 others", "not read: the spans: no permission");
    }

    @Test
    void aSmallOneIsShownWhole() {
        assertThat(printed(new CatalogDocument(stats(2, LISTED), List.of())))
                .contains("listed      7 min ago, at 2026-11-20T12:00:00Z (all names)")
                .endsWith("namespaces  2", "        20  team000", "        10  team001");
    }

    @Test
    void theDocumentHasTheSameFiguresAndABoundedNumberOfNamespaces() throws Exception {
        JsonNode document = new ObjectMapper()
                .readTree(new CatalogDocument(stats(140, LISTED.minusSeconds(60)), List.of("a gap")).json());

        assertThat(document.path("metrics").asInt()).isEqualTo(98_700);
        assertThat(document.path("gone").asInt()).isEqualTo(3);
        assertThat(document.path("all_names_listed_at").asText()).isEqualTo("2026-11-20T11:59:00.123Z");
        assertThat(document.path("by_namespace")).hasSize(100);
        assertThat(document.path("other_namespaces").path("namespaces").asInt()).isEqualTo(40);
        int named = 0;
        for (JsonNode count : document.path("by_namespace")) {
            named += count.asInt();
        }
        assertThat(named + document.path("other_namespaces").path("metrics").asInt())
                .isEqualTo(98_700);
        assertThat(document.path("reads").path("for_idle").asInt()).isEqualTo(24);
        assertThat(document.path("gaps").get(0).asText()).isEqualTo("a gap");
    }
}
