package dashwright.tools.datadog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.sync.Allowance;
import dashwright.catalog.sync.MetricSource;
import dashwright.catalog.sync.SourceException;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryResult;
import dashwright.dashboards.live.QueryRunner;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is read from Datadog. Readings that fail for a passing reason are repeated until the deadline of the
 * settings. The methods of {@link MetricSource} throw {@link SourceException} with a {@link DatadogException} as cause,
 * {@link #run} throws nothing, all others throw {@link DatadogException}.
 */
public final class DatadogReader implements MetricSource, QueryRunner, AutoCloseable {
    private final Door door;
    private final Notices notices = new Notices();
    private final MetricReads metrics;
    private final SpanReads spans;
    private final LiveQueries queries;
    private final DashboardReads dashboards;
    private final StatusReads statuses;

    /** A reader with its own connection that waits in silence. */
    public DatadogReader(DatadogSettings settings, InstantSource clock) {
        this(settings, clock, line -> {});
    }

    /**
     * A reader with its own connection.
     *
     * @param told has a line for people while a reading waits for a budget of calls to return
     */
    public DatadogReader(DatadogSettings settings, InstantSource clock, Consumer<String> told) {
        this(settings, clock, Sleeper.REAL, told);
    }

    /**
     * A reader that waits in its own way.
     *
     * @param clock tells deadlines and when budgets return
     * @param sleeper waits between attempts
     * @param told has a line for people while a reading waits for a budget of calls to return
     */
    public DatadogReader(DatadogSettings settings, InstantSource clock, Sleeper sleeper, Consumer<String> told) {
        this.door = new Door(settings, clock, sleeper, told);
        this.metrics = new MetricReads(door, notices);
        this.spans = new SpanReads(door, notices);
        this.queries = new LiveQueries(door);
        this.dashboards = new DashboardReads(door, notices);
        this.statuses = new StatusReads(door);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Datadog can list distributions apart, but no other type: asked for one, this throws.
     */
    @Override
    public Page names(Filter filter, @Nullable String cursor) {
        return asSource(() -> metrics.names(filter, cursor));
    }

    @Override
    public List<String> active(Duration within) {
        return asSource(() -> metrics.active(within));
    }

    @Override
    public Metadata metadata(String metric) {
        return asSource(() -> metrics.metadata(metric));
    }

    /** The tags that queries can use, as seen in the last seven days. */
    @Override
    public TagSet tags(String metric) {
        return asSource(() -> metrics.tags(metric));
    }

    /** Within the last 30 days, the longest window that Datadog lists; at most 10,000, and a notice where there are more. */
    @Override
    public List<String> carrying(String tagKey, String tagValue) {
        return asSource(() -> metrics.carrying(tagKey, tagValue));
    }

    /** At most 1,000 groups of the last four hours. */
    @Override
    public List<SpanGroup> spans() {
        return asSource(spans::groups);
    }

    @Override
    public @Nullable Allowance allowance() {
        return door.budget()
                .scarcest(MetricReads.ENDPOINTS)
                .map(limit -> new Allowance(limit.limit(), limit.remaining(), limit.resetAt()))
                .orElse(null);
    }

    @Override
    public List<QueryResult> run(List<QueryRequest> requests) {
        return queries.run(requests);
    }

    /** A dashboard as Datadog holds it, its defaults and ids included. */
    public ObjectNode dashboard(String id) {
        return dashboards.dashboard(id);
    }

    /** Summaries ({@code id}, {@code title}, {@code url}, {@code modified_at} …) of all dashboards. */
    public List<ObjectNode> dashboards() {
        return dashboards.list(false);
    }

    /** Summaries of the dashboards that were deleted in the last 30 days and can be restored. */
    public List<ObjectNode> deletedDashboards() {
        return dashboards.list(true);
    }

    /**
     * Monitors that answer to a search in Datadog's own words ({@code metric:system.cpu.user status:alert}).
     *
     * @param limit the most monitors, at least 1; no more than 100 are read
     */
    public List<MonitorStatus> monitors(String query, int limit) {
        return statuses.monitors(query, limit);
    }

    /**
     * Service level objectives that answer to a search in Datadog's own words.
     *
     * @param limit the most objectives, at least 1; no more than 100 are read
     */
    public List<ObjectiveStatus> objectives(String query, int limit) {
        return statuses.objectives(query, limit);
    }

    /** What the keys may do, by one cheap call for each permission. */
    public List<PermissionCheck> checkPermissions() {
        return new PermissionProbe(door).check();
    }

    /** What is left of the rate limits, as far as answers told. */
    public RateBudget budget() {
        return door.budget();
    }

    /** What a person should know though nothing failed: what was left out and why. */
    public List<String> notices() {
        return notices.all();
    }

    private static <T> T asSource(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DatadogException.NotFound | DatadogException.Refused | IllegalArgumentException failure) {
            throw new SourceException(String.valueOf(failure.getMessage()), failure, true);
        } catch (DatadogException failure) {
            // Keys that lack a permission can be mended at any moment, and then it should be seen at once.
            throw new SourceException(String.valueOf(failure.getMessage()), failure);
        }
    }

    @Override
    public void close() {
        door.close();
    }
}
