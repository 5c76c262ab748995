package dashwright.tools.datadog;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dashwright.tools.datadog.DoorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dashwright.catalog.MetricType;
import dashwright.catalog.Unit;
import dashwright.catalog.sync.MetricSource.Filter;
import dashwright.catalog.sync.MetricSource.Page;
import dashwright.catalog.sync.SourceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalog's source: pages, metadata, tags, budget. */
class MetricSourceTest {
    private static final String LIST = "/api/v2/metrics";

    @RegisterExtension
    static final WireMockExtension datadog = DoorFixture.server();

    private final FakeTime time = new FakeTime();
    private DatadogReader reader;

    @BeforeEach
    void connect() {
        reader = DoorFixture.reader(datadog, time);
    }

    @AfterEach
    void disconnect() {
        reader.close();
    }

    @Test
    void followsThePagesPastAShortOne() {
        page(
                null,
                "{\"data\":[{\"id\":\"a.b\",\"type\":\"metrics\"},{\"id\":\"c.d\",\"type\":\"manage_tags\"}],"
                        + "\"meta\":{\"pagination\":{\"next_cursor\":\"two=\"}}}");
        page(
                "two=",
                "{\"data\":[{\"id\":\"e.f\",\"type\":\"metrics\"}],\"meta\":{\"pagination\":{\"next_cursor\":\"three\"}}}");
        page("three", "{\"data\":[]}");

        List<String> names = new ArrayList<>();
        Page page = reader.names(Filter.ALL, null);
        names.addAll(page.names());
        while (page.next() != null) {
            page = reader.names(Filter.ALL, page.next());
            names.addAll(page.names());
        }

        assertThat(names).containsExactly("a.b", "c.d", "e.f");
        datadog.verify(3, getRequestedFor(urlPathEqualTo(LIST)).withQueryParam("page[size]", equalTo("10000")));
    }

    @Test
    void anEmptyPageIsTheEndWhateverItsCursorSays() {
        page(null, "{\"data\":[],\"meta\":{\"pagination\":{\"next_cursor\":\"more\"}}}");

        assertThat(reader.names(Filter.ALL, null).next()).isNull();
    }

    @Test
    void aNullCursorIsTheEnd() {
        page(null, "{\"data\":[{\"id\":\"a.b\"}],\"meta\":{\"pagination\":{\"next_cursor\":null}}}");

        assertThat(reader.names(Filter.ALL, null).next()).isNull();
    }

    @Test
    void doesNotGoRoundInCircles() {
        page("same", "{\"data\":[{\"id\":\"a.b\"}],\"meta\":{\"pagination\":{\"next_cursor\":\"same\"}}}");

        assertThatThrownBy(() -> reader.names(Filter.ALL, "same"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("names itself as the next one");
    }

    @Test
    void asksForDistributionsWithinAWindow() {
        page(null, "{\"data\":[]}");

        reader.names(new Filter(MetricType.DISTRIBUTION, Duration.ofDays(400), false), null);

        datadog.verify(getRequestedFor(urlPathEqualTo(LIST))
                .withQueryParam("filter[metric_type]", equalTo("distribution"))
                .withQueryParam("window[seconds]", equalTo("2592000")));
    }

    @Test
    void asksForWhatIsQueried() {
        page(null, "{\"data\":[{\"id\":\"a.b\"}],\"meta\":{\"pagination\":{\"next_cursor\":\"more\"}}}");

        Page page = reader.names(new Filter(null, Duration.ofDays(30), true), null);

        assertThat(page.full()).as("a short page").isFalse();
        datadog.verify(getRequestedFor(urlPathEqualTo(LIST)).withQueryParam("filter[queried]", equalTo("true")));
    }

    @Test
    void asksOnceForAllThatReport() {
        datadog.stubFor(get(urlPathEqualTo("/api/v1/metrics"))
                .willReturn(json(200, "{\"from\":\"1\",\"metrics\":[\"a.b\",\"c.d\",\"bad\\u202ename\",7]}")));

        assertThat(reader.active(Duration.ofHours(1))).containsExactly("a.b", "c.d");

        datadog.verify(
                1,
                getRequestedFor(urlPathEqualTo("/api/v1/metrics"))
                        .withQueryParam("from", equalTo(String.valueOf(FakeTime.START.getEpochSecond() - 3600))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"errors\":[]}", "{\"metrics\":{}}", "{\"metrics\":[\"a"})
    void aListOfReportsInAnotherFormIsAFailure(String body) {
        datadog.stubFor(get(urlPathEqualTo("/api/v1/metrics")).willReturn(json(200, body)));

        assertThatThrownBy(() -> reader.active(Duration.ofHours(1)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("GET /api/v1/metrics answered with");
    }

    @Test
    void readsAListOfReportsThatIsLargerThanOtherAnswers() {
        int metrics = DatadogHttp.MOST_BYTES / 100 + 1;
        String name = "x".repeat(97);
        StringBuilder body = new StringBuilder("{\"metrics\":[\"").append(name).append('"');
        for (int metric = 1; metric < metrics; metric++) {
            body.append(",\"").append(name).append('"');
        }
        datadog.stubFor(get(urlPathEqualTo("/api/v1/metrics"))
                .willReturn(json(200, body.append("]}").toString())));

        assertThat(reader.active(Duration.ofHours(1))).hasSize(metrics);
    }

    @Test
    void countsTheListOfReportsAmongTheMetricReads() {
        datadog.stubFor(get(urlPathEqualTo("/api/v1/metrics"))
                .willReturn(json(200, "{\"metrics\":[]}")
                        .withHeader("x-ratelimit-limit", "100")
                        .withHeader("x-ratelimit-remaining", "41")
                        .withHeader("x-ratelimit-reset", "1800")));

        reader.active(Duration.ofDays(1));

        assertThat(readsLeft()).isEqualTo(41);
    }

    @Test
    void refusesATypeThatDatadogCannotListApart() {
        assertThatThrownBy(() -> reader.names(new Filter(MetricType.GAUGE, null, false), null))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("not metrics of type GAUGE");
        datadog.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void leavesOutNamesThatCannotBeShown() {
        page(null, "{\"data\":[{\"id\":\"good.name\"},{\"id\":\"bad\\u202ename\"},{\"id\":\"\"},{\"other\":1}]}");

        assertThat(reader.names(Filter.ALL, null).names()).containsExactly("good.name");
    }

    @Test
    void asksOnceForAllThatCarryATag() {
        page(
                null,
                "{\"data\":[{\"id\":\"warehouse.task.run.avg\"},{\"id\":\"warehouse.task.failed\"}],"
                        + "\"meta\":{\"pagination\":{\"next_cursor\":\"even the last page has one\"}}}");

        assertThat(reader.carrying("task", "warehouse.packaging.tasks.sync_file_to_cache"))
                .containsExactly("warehouse.task.run.avg", "warehouse.task.failed");
        datadog.verify(
                1,
                getRequestedFor(urlPathEqualTo(LIST))
                        .withQueryParam("filter[tags]", equalTo("task:warehouse.packaging.tasks.sync_file_to_cache"))
                        .withQueryParam("window[seconds]", equalTo("2592000")));
        assertThat(reader.notices()).isEmpty();
    }

    @Test
    void saysWhenATagIsCarriedByMoreMetricsThanOneReadNames() {
        String names = IntStream.range(0, 10_000)
                .mapToObj(at -> "{\"id\":\"m" + at + "\"}")
                .collect(Collectors.joining(","));
        page(null, "{\"data\":[" + names + "]}");

        assertThat(reader.carrying("env", "prod")).hasSize(10_000);
        assertThat(reader.notices()).singleElement().asString().contains("At least 10000 metrics carry env:prod");
    }

    @Test
    void refusesATagThatWouldChangeTheFilter() {
        assertThatThrownBy(() -> reader.carrying("env", "prod OR service:*"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("is no tag to filter by");
    }

    @Test
    void readsMetadataAndCleansIt() {
        datadog.stubFor(
                get(urlPathEqualTo("/api/v1/metrics/warehouse.task.run.avg")).willReturn(json(200, """
                {"type":"gauge","unit":"millisecond","per_unit":null,"short_name":"run",
                 "description":"How long a task\\u0000 runs\\n<!channel>","integration":"celery"}
                """)));

        var metadata = reader.metadata("warehouse.task.run.avg");

        assertThat(metadata.type()).isEqualTo(MetricType.GAUGE);
        assertThat(metadata.unit()).isEqualTo(Unit.of("millisecond"));
        assertThat(metadata.description()).isEqualTo("How long a task runs <!channel>");
        assertThat(metadata.integration()).isEqualTo("celery");
    }

    @Test
    void aMetricWithoutMetadataHasNone() {
        datadog.stubFor(get(anyUrl()).willReturn(json(200, "{}")));

        var metadata = reader.metadata("a.b");

        assertThat(metadata.type()).isEqualTo(MetricType.UNKNOWN);
        assertThat(metadata.unit()).isEqualTo(Unit.NONE);
    }

    @Test
    void escapesAnythingInAName() {
        datadog.stubFor(get(anyUrl()).willReturn(json(200, "{\"type\":\"count\"}")));

        reader.metadata("odd/../name?a=b #1");

        datadog.verify(getRequestedFor(urlEqualTo("/api/v1/metrics/odd%2F..%2Fname%3Fa%3Db%20%231")));
    }

    @Test
    void readsTheTagsThatQueriesCanUse() {
        datadog.stubFor(get(urlPathEqualTo("/api/v2/metrics/a.b/all-tags")).willReturn(json(200, """
                {"data":{"id":"a.b","type":"metrics","attributes":{
                  "tags":["env:prod","env:staging","host:a:b","bare"],"ingested_tags":["pod:x"]}}}
                """)));

        var tags = reader.tags("a.b");

        assertThat(tags.known()).isTrue();
        assertThat(tags.keys()).containsExactly("bare", "env", "host");
        assertThat(tags.valuesOf("env")).isEqualTo(Set.of("prod", "staging"));
        assertThat(tags.has("host", "a:b")).isTrue();
    }

    @Test
    void anUnknownMetricIsAFailureWithItsCause() {
        datadog.stubFor(get(anyUrl()).willReturn(json(404, "{\"errors\":[\"metric not found\"]}")));

        assertThatThrownBy(() -> reader.metadata("no.such"))
                .isInstanceOf(SourceException.class)
                .hasCauseInstanceOf(DatadogException.NotFound.class)
                .asInstanceOf(type(SourceException.class))
                .returns(true, SourceException::isLasting)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("metric not found");
    }

    @Test
    void tellsHowManyReadsAreLeft() {
        assertThat(reader.allowance()).isNull();

        datadog.stubFor(get(urlPathEqualTo(LIST))
                .willReturn(json(200, "{\"data\":[]}")
                        .withHeader("X-RateLimit-Limit", "100")
                        .withHeader("X-RateLimit-Remaining", "12")
                        .withHeader("X-RateLimit-Reset", "1800")
                        .withHeader("X-RateLimit-Name", "metrics_retrieval")));
        reader.names(Filter.ALL, null);

        assertThat(readsLeft()).isEqualTo(12);
        assertThat(reader.budget().named("metrics_retrieval"))
                .hasValueSatisfying(limit -> assertThat(limit.inWords(time.instant()))
                        .isEqualTo("metrics_retrieval: 12 of 100 calls left until 12:30:00 UTC"));
        time.pass(Duration.ofMinutes(31));
        assertThat(readsLeft()).isEqualTo(100);
    }

    @Test
    void anAnswerThatComesLateGivesNoReadsBack() {
        for (int remaining : new int[] {12, 14, 13}) {
            datadog.stubFor(get(urlPathEqualTo(LIST))
                    .willReturn(json(200, "{\"data\":[]}")
                            .withHeader("x-ratelimit-limit", "100")
                            .withHeader("x-ratelimit-remaining", String.valueOf(remaining))
                            .withHeader("x-ratelimit-reset", "1800")
                            .withHeader("x-ratelimit-name", "metrics_retrieval")));
            reader.names(Filter.ALL, null);
        }
        assertThat(readsLeft()).isEqualTo(12);

        time.pass(Duration.ofMinutes(30));
        reader.names(Filter.ALL, null);
        assertThat(readsLeft()).as("another period").isEqualTo(13);
    }

    @Test
    void anExhaustedBudgetSaysWhenItReturns() {
        datadog.stubFor(get(urlPathEqualTo(LIST))
                .willReturn(json(429, "{\"errors\":[\"Too many requests\"]}")
                        .withHeader("x-ratelimit-limit", "100")
                        .withHeader("x-ratelimit-remaining", "0")
                        .withHeader("x-ratelimit-reset", "600")
                        .withHeader("x-ratelimit-name", "metrics_retrieval")));

        assertThatThrownBy(() -> reader.names(Filter.ALL, null))
                .isInstanceOf(SourceException.class)
                .hasMessageContainingAll("'metrics_retrieval' is used up", "12:10:00 UTC");
        assertThat(readsLeft()).isZero();
    }

    @Test
    void headersThatAreNoNumbersSayNothing() {
        datadog.stubFor(get(urlPathEqualTo(LIST))
                .willReturn(json(200, "{\"data\":[]}")
                        .withHeader("x-ratelimit-limit", "many")
                        .withHeader("x-ratelimit-remaining", "-1")
                        .withHeader("x-ratelimit-reset", "soon")));

        reader.names(Filter.ALL, null);

        assertThat(reader.allowance()).isNull();
    }

    private int readsLeft() {
        return Objects.requireNonNull(reader.allowance()).leftAt(time.instant());
    }

    private static void page(@Nullable String cursor, String body) {
        datadog.stubFor(get(urlPathEqualTo(LIST))
                .withQueryParam("page[cursor]", cursor == null ? absent() : equalTo(cursor))
                .willReturn(json(200, body)));
    }
}
