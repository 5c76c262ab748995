package dashwright.lab.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.datadog.api.client.ApiClient;
import com.datadog.api.client.ApiException;
import com.datadog.api.client.v1.api.AuthenticationApi;
import com.datadog.api.client.v1.api.DashboardListsApi;
import com.datadog.api.client.v1.api.DashboardsApi;
import com.datadog.api.client.v1.api.MonitorsApi;
import com.datadog.api.client.v1.api.ServiceLevelObjectivesApi;
import com.datadog.api.client.v1.model.Dashboard;
import com.datadog.api.client.v1.model.DashboardLayoutType;
import com.datadog.api.client.v1.model.MetricsQueryMetadata;
import com.datadog.api.client.v1.model.MetricsQueryResponse;
import com.datadog.api.client.v1.model.MonitorSearchResponse;
import com.datadog.api.client.v1.model.NoteWidgetDefinition;
import com.datadog.api.client.v1.model.NoteWidgetDefinitionType;
import com.datadog.api.client.v1.model.Widget;
import com.datadog.api.client.v1.model.WidgetDefinition;
import com.datadog.api.client.v2.api.MetricsApi;
import com.datadog.api.client.v2.api.SpansApi;
import com.datadog.api.client.v2.model.DataScalarColumn;
import com.datadog.api.client.v2.model.FormulaLimit;
import com.datadog.api.client.v2.model.GroupScalarColumn;
import com.datadog.api.client.v2.model.MetricIntakeType;
import com.datadog.api.client.v2.model.MetricPayload;
import com.datadog.api.client.v2.model.MetricPoint;
import com.datadog.api.client.v2.model.MetricSeries;
import com.datadog.api.client.v2.model.MetricsAggregator;
import com.datadog.api.client.v2.model.MetricsDataSource;
import com.datadog.api.client.v2.model.MetricsScalarQuery;
import com.datadog.api.client.v2.model.MetricsTimeseriesQuery;
import com.datadog.api.client.v2.model.QueryFormula;
import com.datadog.api.client.v2.model.ScalarColumn;
import com.datadog.api.client.v2.model.ScalarFormulaQueryRequest;
import com.datadog.api.client.v2.model.ScalarFormulaRequest;
import com.datadog.api.client.v2.model.ScalarFormulaRequestAttributes;
import com.datadog.api.client.v2.model.ScalarFormulaRequestType;
import com.datadog.api.client.v2.model.ScalarQuery;
import com.datadog.api.client.v2.model.SpansAggregateData;
import com.datadog.api.client.v2.model.SpansAggregateRequest;
import com.datadog.api.client.v2.model.SpansAggregateRequestAttributes;
import com.datadog.api.client.v2.model.SpansAggregationFunction;
import com.datadog.api.client.v2.model.SpansCompute;
import com.datadog.api.client.v2.model.SpansGroupBy;
import com.datadog.api.client.v2.model.SpansListRequest;
import com.datadog.api.client.v2.model.SpansListRequestData;
import com.datadog.api.client.v2.model.TimeseriesFormulaQueryRequest;
import com.datadog.api.client.v2.model.TimeseriesFormulaRequest;
import com.datadog.api.client.v2.model.TimeseriesFormulaRequestAttributes;
import com.datadog.api.client.v2.model.TimeseriesFormulaRequestType;
import com.datadog.api.client.v2.model.TimeseriesQuery;
import com.datadog.api.client.v2.model.TimeseriesResponseAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever the lab answers, Datadog's own client must be able to read it. The client's models call every part of an
 * answer nullable; where one is missing, the test must fail anyway, so nulls are not marked here.
 */
@NullUnmarked
class RealClientTest {
    private static final long NOW = TestWorld.NOON.getEpochSecond();
    private static final long HOUR_AGO = NOW - 3_600;

    private final DatadogLab lab = DatadogLab.start(
            DatadogLab.Options.of(new TestWorld(), TestWorld.standingClock()).withoutLimits());
    private final ApiClient client = new ApiClient();

    @BeforeEach
    void pointTheClientAtTheLab() {
        client.setBasePath(lab.url().toString());
        client.configureApiKeys(Map.of("apiKeyAuth", "api", "appKeyAuth", "app"));
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void readsMetrics() throws ApiException {
        assertThat(new AuthenticationApi(client).validate().getValid()).isTrue();
        com.datadog.api.client.v1.api.MetricsApi first = new com.datadog.api.client.v1.api.MetricsApi(client);
        assertThat(first.listActiveMetrics(HOUR_AGO).getMetrics()).contains("queue.size");
        assertThat(first.getMetricMetadata("request.time").getUnit()).isEqualTo("millisecond");
        MetricsApi second = new MetricsApi(client);
        List<String> names = new ArrayList<>();
        second.listTagConfigurationsWithPagination(new MetricsApi.ListTagConfigurationsOptionalParameters().pageSize(3))
                .forEach(entry -> names.add(
                        entry.getActualInstance() instanceof com.datadog.api.client.v2.model.Metric metric
                                ? metric.getId()
                                : entry.getMetricTagConfiguration().getId()));
        assertThat(names).hasSize(8).contains("request.time", "hits");
        assertThat(second.listTagsByMetricName("queue.size")
                        .getData()
                        .getAttributes()
                        .getTags())
                .contains("host:a");
        assertThat(second.listTagConfigurationByName("request.time")
                        .getData()
                        .getAttributes()
                        .getIncludePercentiles())
                .isTrue();
        assertThat(second.listVolumesByMetricName("queue.size").getData().getActualInstance())
                .isNotNull();
        assertThat(second.estimateMetricsOutputSeries("queue.size")
                        .getData()
                        .getAttributes()
                        .getEstimatedOutputSeries())
                .isEqualTo(3);
        assertThat(second.listActiveMetricConfigurations("queue.size").getData().getId())
                .isEqualTo("queue.size");
        assertThat(second.getMetricTagCardinalityDetails("queue.size").getData())
                .hasSize(2);
    }

    @Test
    void readsAQueryOfTheFirstVersion() throws ApiException {
        MetricsQueryResponse response = new com.datadog.api.client.v1.api.MetricsApi(client)
                .queryMetrics(HOUR_AGO, NOW, "avg:request.time{*} by {host}");
        assertThat(response.getStatus()).isEqualTo("ok");
        MetricsQueryMetadata series = response.getSeries().getFirst();
        assertThat(series.getTagSet()).containsExactly("host:a");
        assertThat(series.getUnit().getFirst().getShortName()).isEqualTo("ms");
        assertThat(series.getPointlist()).hasSize(180);
        assertThat(series.getPointlist().getFirst().get(1)).isEqualTo(100.0);
        assertThat(response.unparsed).isFalse();
    }

    @Test
    void readsTimeseries() throws ApiException {
        TimeseriesQuery query = new TimeseriesQuery(
                new MetricsTimeseriesQuery(MetricsDataSource.METRICS, "sum:task.failed{*} by {task}.as_count()")
                        .name("a"));
        TimeseriesFormulaRequestAttributes attributes = new TimeseriesFormulaRequestAttributes(
                        HOUR_AGO * 1_000, List.of(query), NOW * 1_000)
                .formulas(List.of(new QueryFormula("a").limit(new FormulaLimit().count(5))));
        TimeseriesResponseAttributes answer = new MetricsApi(client)
                .queryTimeseriesData(new TimeseriesFormulaQueryRequest(
                        new TimeseriesFormulaRequest(attributes, TimeseriesFormulaRequestType.TIMESERIES_REQUEST)))
                .getData()
                .getAttributes();
        assertThat(answer.getSeries().getFirst().getGroupTags()).containsExactly("task:copy");
        assertThat(answer.getTimes()).hasSize(60);
        assertThat(answer.getValues().getFirst()).startsWith(2.0, null);
    }

    @Test
    void readsScalars() throws ApiException {
        ScalarQuery query = new ScalarQuery(new MetricsScalarQuery(
                        MetricsAggregator.SUM, MetricsDataSource.METRICS, "sum:task.done{*} by {task}.as_count()")
                .name("a"));
        ScalarFormulaRequestAttributes attributes = new ScalarFormulaRequestAttributes(
                        HOUR_AGO * 1_000, List.of(query), NOW * 1_000)
                .formulas(List.of(new QueryFormula("a")));
        List<ScalarColumn> columns = new MetricsApi(client)
                .queryScalarData(new ScalarFormulaQueryRequest(
                        new ScalarFormulaRequest(attributes, ScalarFormulaRequestType.SCALAR_REQUEST)))
                .getData()
                .getAttributes()
                .getColumns();
        GroupScalarColumn group = columns.getFirst().getGroupScalarColumn();
        DataScalarColumn data = columns.get(1).getDataScalarColumn();
        assertThat(group.getValues()).containsExactly(List.of("check"), List.of("copy"));
        assertThat(data.getValues()).containsExactly(60.0, 180.0);
    }

    @Test
    void submitsPoints() throws ApiException {
        MetricSeries series = new MetricSeries(
                        "from.client",
                        List.of(new MetricPoint().timestamp(NOW - 60).value(7.0)))
                .type(MetricIntakeType.GAUGE);
        assertThat(new MetricsApi(client)
                        .submitMetrics(new MetricPayload(List.of(series)))
                        .getErrors())
                .isEmpty();
        assertThat(new com.datadog.api.client.v1.api.MetricsApi(client)
                        .queryMetrics(HOUR_AGO, NOW, "avg:from.client{*}")
                        .getSeries())
                .hasSize(1);
    }

    @Test
    void readsSpans() throws ApiException {
        SpansApi api = new SpansApi(client);
        SpansAggregateRequestAttributes attributes = new SpansAggregateRequestAttributes()
                .compute(List.of(new SpansCompute(SpansAggregationFunction.COUNT)))
                .groupBy(List.of(new SpansGroupBy("service")));
        var buckets = api.aggregateSpans(
                        new SpansAggregateRequest().data(new SpansAggregateData().attributes(attributes)))
                .getData();
        assertThat(buckets).hasSize(2);
        assertThat(buckets.getFirst().getAttributes().getBy()).containsEntry("service", "web");
        assertThat(buckets.getFirst().getAttributes().getComputes().get("c0").getActualInstance())
                .isEqualTo(1_500.0);
        SpansListRequestData search =
                new SpansListRequestData().attributes(new com.datadog.api.client.v2.model.SpansListRequestAttributes());
        var spans = api.listSpans(new SpansListRequest().data(search)).getData();
        assertThat(spans).hasSize(10);
        assertThat(spans.getFirst().getAttributes().getService()).isEqualTo("web");
    }

    @Test
    void keepsDashboards() throws ApiException {
        DashboardsApi api = new DashboardsApi(client);
        Widget note =
                new Widget(new WidgetDefinition(new NoteWidgetDefinition("hello", NoteWidgetDefinitionType.NOTE)));
        Dashboard created =
                api.createDashboard(new Dashboard(DashboardLayoutType.ORDERED, "From the client", List.of(note)));
        assertThat(api.getDashboard(created.getId()).getTitle()).isEqualTo("From the client");
        assertThat(api.getDashboard(created.getId()).getWidgets().getFirst().getId())
                .isNotNull();
        assertThat(api.listDashboards().getDashboards()).hasSize(1);
        assertThat(api.deleteDashboard(created.getId()).getDeletedDashboardId()).isEqualTo(created.getId());
        assertThat(new DashboardListsApi(client).listDashboardLists().getDashboardLists())
                .isEmpty();
    }

    @Test
    void readsMonitorsAndObjectives() throws ApiException {
        MonitorSearchResponse found = new MonitorsApi(client).searchMonitors();
        assertThat(found.getMonitors()).hasSize(2);
        assertThat(found.unparsed).isFalse();
        assertThat(new MonitorsApi(client).listMonitors()).hasSize(2);
        assertThat(new ServiceLevelObjectivesApi(client)
                        .searchSLO()
                        .getData()
                        .getAttributes()
                        .getSlos()
                        .getFirst()
                        .getData()
                        .getAttributes()
                        .getName())
                .isEqualTo("Tasks succeed");
    }

    @Test
    void readsErrors() {
        ApiException refused = catchThrowableOfType(
                ApiException.class,
                () -> new com.datadog.api.client.v1.api.MetricsApi(client).queryMetrics(HOUR_AGO, NOW, "nonsense"));
        assertThat(refused.getCode()).isEqualTo(400);
        assertThat(refused.getResponseBody()).contains("Error parsing query");
    }
}
