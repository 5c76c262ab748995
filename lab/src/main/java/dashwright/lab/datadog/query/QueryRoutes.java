package dashwright.lab.datadog.query;

import dashwright.lab.datadog.access.RateLimits;
import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.http.Reply;
import dashwright.lab.datadog.http.Route;
import java.util.List;

/** The endpoints that answer queries. */
public final class QueryRoutes {
    private final FirstVersion first;
    private final SecondVersion second;

    /** Endpoints over these queries. */
    public QueryRoutes(Queries queries) {
        this.first = new FirstVersion(queries);
        this.second = new SecondVersion(queries);
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                query("GET", "/api/v1/query", (call, path) -> first.answer(call)),
                query("POST", "/api/v2/query/timeseries", (call, path) -> Reply.json(second.timeseries(call.json()))),
                query("POST", "/api/v2/query/scalar", (call, path) -> Reply.json(second.scalar(call.json()))),
                Route.of("GET", "/api/v1/graph/snapshot", "", (call, path) -> snapshot())
                        .limitedBy(RateLimits.SNAPSHOT));
    }

    private static Route query(String method, String template, Route.Handler handler) {
        return Route.of(method, template, "timeseries_query", handler).limitedBy(RateLimits.QUERY);
    }

    /** An endpoint that the lab does not imitate says so, rather than hand out a link to a picture that never comes. */
    private static Reply snapshot() {
        throw Refusal.notFound("The simulated Datadog draws no snapshots; open /dashboard/{id} to see a board");
    }
}
