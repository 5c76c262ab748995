package dashwright.tools.datadog;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static dashwright.tools.datadog.DoorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dashwright.catalog.Liveness;
import dashwright.catalog.MetricType;
import dashwright.catalog.sync.CatalogStats;
import dashwright.catalog.sync.LiveCatalog;
import dashwright.catalog.sync.SourceException;
import dashwright.catalog.sync.SyncSettings;
import dashwright.catalog.sync.Synced;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catalogs of many pages, read over HTTP from a server that counts the reads. */
class LargeCatalogTest {
    private static final int PAGE = 10_000;
    private static final int DISTRIBUTIONS = 15_000;
    private static final int LIVE = 16_000;
    private static final int OF_THE_DAY = 18_000;

    /** Enough to try what goes wrong. */
    private static final int THREE_PAGES = 25_000;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Map<String, String> ALL = Map.of("window[seconds]", "2592000");
    private static final String NAMES = "/api/v2/metrics";

    @RegisterExtension
    static final WireMockExtension datadog = DoorFixture.server();

    private final FakeTime time = new FakeTime();
    private DatadogReader reader;

    @BeforeEach
    void serve() {
        reader = DoorFixture.reader(datadog, time);
        pages(ALL, THREE_PAGES);
        pages(Map.of("window[seconds]", "2592000", "filter[metric_type]", "distribution"), DISTRIBUTIONS);
        pages(Map.of("window[seconds]", "2592000", "filter[queried]", "true"), PAGE + 1);
        active(Duration.ofHours(1), json(200, activeBody(LIVE)));
        active(Duration.ofDays(1), json(200, activeBody(OF_THE_DAY)));
        datadog.stubFor(post(urlPathEqualTo("/api/v2/spans/analytics/aggregate"))
                .willReturn(json(200, "{\"data\":[],\"meta\":{\"status\":\"done\"}}")));
    }

    @AfterEach
    void disconnect() {
        reader.close();
    }

    private static String name(int metric) {
        return "team%02d.service.component.metric_%06d".formatted(metric % 97, metric);
    }

    private static String activeBody(int count) {
        return IntStream.range(0, count)
                .mapToObj(metric -> "\"" + name(metric) + "\"")
                .collect(Collectors.joining(",", "{\"from\":\"1\",\"metrics\":[", "]}"));
    }

    private static void active(Duration within, ResponseDefinitionBuilder answer) {
        String from = String.valueOf(FakeTime.START.minus(within).getEpochSecond());
        datadog.stubFor(get(urlPathEqualTo("/api/v1/metrics"))
                .withQueryParam("from", equalTo(from))
                .willReturn(answer));
    }

    /** Even the last page that holds anything names a next one, which is empty. */
    private static void pages(Map<String, String> parameters, int count) {
        int from = 0;
        for (; from < count; from += PAGE) {
            String data = IntStream.range(from, Math.min(count, from + PAGE))
                    .mapToObj(metric -> "{\"type\":\"metrics\",\"id\":\"" + name(metric) + "\"}")
                    .collect(Collectors.joining(","));
            String next = "\"after-" + (from + PAGE) + "\"";
            page(
                    parameters,
                    from,
                    json(200, "{\"data\":[" + data + "],\"meta\":{\"pagination\":{\"next_cursor\":" + next + "}}}"));
        }
        page(parameters, from, json(200, "{\"data\":[]}"));
    }

    private static void page(Map<String, String> parameters, int from, ResponseDefinitionBuilder answer) {
        var request = get(urlPathEqualTo(NAMES))
                .withQueryParam("page[size]", equalTo("10000"))
                .withQueryParam("page[cursor]", from == 0 ? absent() : equalTo("after-" + from));
        for (String parameter : List.of("window[seconds]", "filter[metric_type]", "filter[queried]")) {
            String value = parameters.get(parameter);
            request = request.withQueryParam(parameter, value == null ? absent() : equalTo(value));
        }
        datadog.stubFor(request.willReturn(answer));
    }

    private static int reads() {
        return datadog.findAll(getRequestedFor(urlPathMatching("/api/v[12]/metrics")))
                .size();
    }

    private LiveCatalog catalog() {
        return new LiveCatalog(reader, time, SyncSettings.DEFAULT);
    }

    @Test
    void aHundredThousandAreListedInSixteenReadsAndInTwoFromThenOn() {
        pages(ALL, 100_000);
        active(HOUR, json(200, activeBody(60_000)));
        active(Duration.ofDays(1), json(200, activeBody(80_000)));
        LiveCatalog live = catalog();

        Synced synced = live.ensureFresh();

        assertThat(synced.gaps()).isEmpty();
        CatalogStats stats = live.stats();
        assertThat(stats.metrics()).isEqualTo(100_000);
        assertThat(stats.byType())
                .isEqualTo(Map.of(MetricType.DISTRIBUTION, DISTRIBUTIONS, MetricType.UNKNOWN, 100_000 - DISTRIBUTIONS));
        assertThat(stats.byLiveness())
                .isEqualTo(Map.of(Liveness.LIVE, 60_000, Liveness.RECENT, 20_000, Liveness.QUIET, 20_000));
        assertThat(reads())
                .as("11 pages of names, 1 and 1 of reports, 2 of distributions, 1 queried")
                .isEqualTo(16);
        assertThat(stats.budget().remaining())
                .as("no header told, so they were counted")
                .isEqualTo(84);

        datadog.resetRequests();
        time.pass(HOUR.plusSeconds(1));
        datadog.stubFor(get(urlPathEqualTo("/api/v1/metrics")).willReturn(json(200, activeBody(80_001))));
        live.ensureFresh();

        assertThat(reads()).isEqualTo(2);
        assertThat(live.stats().byLiveness()).isEqualTo(Map.of(Liveness.LIVE, 80_001, Liveness.QUIET, 19_999));
    }

    @Test
    void isListedByPagesWithinTheHoursReadsWhereTheWholeListsAreRefused() {
        datadog.stubFor(get(urlPathEqualTo("/api/v1/metrics")).willReturn(json(400, "{\"errors\":[\"too many\"]}")));
        pages(Map.of("window[seconds]", "3600"), LIVE);
        pages(Map.of("window[seconds]", "86400"), OF_THE_DAY);
        LiveCatalog live = catalog();

        assertThat(live.ensureFresh().gaps()).isEmpty();

        assertThat(live.stats().byLiveness()).containsEntry(Liveness.LIVE, LIVE);
        assertThat(reads()).isEqualTo(4 + (1 + 3) + (1 + 3) + 2 + 1);
    }

    @ParameterizedTest
    @CsvSource({"500", "cut", "malformed"})
    void aBrokenPageIsReadAgainFromItsCursorOn(String how) {
        ResponseDefinitionBuilder broken = switch (how) {
            case "500" -> json(500, "{\"errors\":[\"Internal error\"]}");
            case "cut" -> json(200, "").withFault(Fault.CONNECTION_RESET_BY_PEER);
            default -> json(200, "{\"data\":[{\"id\":\"team00.serv");
        };
        page(ALL, PAGE, broken);
        LiveCatalog live = catalog();
        assertThat(catchThrowable(live::ensureFresh))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("GET /api/v2/metrics");
        pages(ALL, THREE_PAGES);
        datadog.resetRequests();
        time.pass(SyncSettings.DEFAULT.retryAfter());
        // The clock has moved, and with it the beginning of the hour and of the day.
        datadog.stubFor(get(urlPathEqualTo("/api/v1/metrics")).willReturn(json(200, activeBody(LIVE))));

        assertThat(live.ensureFresh().gaps()).isEmpty();

        assertThat(live.catalog().metrics()).hasSize(THREE_PAGES);
        assertThat(reads())
                .as("the last two pages, the empty one, and the other lists")
                .isEqualTo(3 + 2 + 2 + 1);
    }

    @Test
    void whatIsLeftUnreadWhenTheBudgetEndsIsSaidWithTheTime() {
        datadog.stubFor(get(urlPathEqualTo("/api/v1/metrics"))
                .willReturn(json(429, "{\"errors\":[\"Too many requests\"]}")
                        .withHeader("X-RateLimit-Limit", "100")
                        .withHeader("X-RateLimit-Remaining", "0")
                        .withHeader("X-RateLimit-Reset", "1800")));
        LiveCatalog live = catalog();

        Synced synced = live.ensureFresh();

        assertThat(synced.catalog().metrics()).hasSize(THREE_PAGES);
        assertThat(synced.gaps()).hasSize(3).allMatch(gap -> gap.contains("the next sync goes on there"));
        assertThat(live.stats().budget().inWords()).isEqualTo("0 of 100 metric reads left until 12:30 UTC");
    }
}
