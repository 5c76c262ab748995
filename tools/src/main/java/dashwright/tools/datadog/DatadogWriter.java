package dashwright.tools.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;

/**
 * Writes dashboards, and nothing else. Every write is sent once. Where it is not known whether it took effect (no answer
 * in time, a failing server, a cut connection, an unreadable answer) it throws {@link UncertainWriteException}: look
 * before trying again. Any other {@link DatadogException} means that nothing was written.
 */
public final class DatadogWriter implements AutoCloseable {
    private final DatadogSettings settings;
    private final InstantSource clock;
    private final DatadogHttp http;

    /** A writer with its own connection. */
    public DatadogWriter(DatadogSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = new DatadogHttp(settings, new RateBudget(clock));
    }

    /**
     * Creates a dashboard.
     *
     * @param dashboard Datadog's JSON, without an id
     * @return the dashboard as stored, with at least {@code id} and {@code url} (a path)
     */
    public ObjectNode create(ObjectNode dashboard) {
        return stored(Call.of(Endpoint.CREATE_DASHBOARD).with(dashboard));
    }

    /**
     * Replaces a dashboard.
     *
     * @return the dashboard as stored
     */
    public ObjectNode update(String id, ObjectNode dashboard) {
        return stored(Call.of(Endpoint.UPDATE_DASHBOARD, Ids.dashboard(id)).with(dashboard));
    }

    /** Deletes a dashboard; for 30 days it can be restored. */
    public void delete(String id) {
        write(Call.of(Endpoint.DELETE_DASHBOARD, Ids.dashboard(id)));
    }

    /** Restores deleted dashboards. */
    public void restore(List<String> ids) {
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        for (String id : ids) {
            data.addObject().put("id", Ids.dashboard(id)).put("type", "dashboard");
        }
        write(Call.of(Endpoint.RESTORE_DASHBOARDS).with(body));
    }

    private ObjectNode stored(Call call) {
        JsonNode answer = write(call);
        if (answer instanceof ObjectNode dashboard && dashboard.path("id").isTextual()) {
            return dashboard;
        }
        throw uncertain(call, http.unexpected(call, "a dashboard without an id"));
    }

    private JsonNode write(Call call) {
        try {
            return http.exchange(call, Deadline.in(settings.timeouts().deadline(), clock));
        } catch (DatadogException.Unavailable lost) {
            throw lost.mayHaveArrived() ? uncertain(call, lost) : lost;
        } catch (DatadogException.Unreadable unreadable) {
            throw uncertain(call, unreadable);
        }
    }

    private static DatadogException uncertain(Call call, DatadogException cause) {
        return new UncertainWriteException(
                "It is not known whether " + call + " took effect; look before trying again. " + cause.getMessage(),
                cause);
    }

    @Override
    public void close() {
        http.close();
    }
}
