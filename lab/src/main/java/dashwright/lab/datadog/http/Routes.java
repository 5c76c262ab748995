package dashwright.lab.datadog.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All routes; of several that fit the first one answers. */
public final class Routes {
    private final List<Route> routes;

    /** These routes, in this order. */
    public Routes(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** A route that fits, with what stands for its variables. */
    public record Found(Route route, Map<String, String> path) {
        public Found {
            path = Map.copyOf(path);
        }
    }

    /**
     * The route for a request.
     *
     * @throws Refusal with status 404 where no path fits, 405 where one fits with another method
     */
    public Found find(Call call) {
        boolean pathFits = false;
        for (Route route : routes) {
            Optional<Map<String, String>> values = route.match(call.path());
            if (values.isPresent() && route.method().equals(call.method())) {
                return new Found(route, values.get());
            }
            pathFits |= values.isPresent();
        }
        if (pathFits) {
            throw new Refusal(Reply.errors(405, "Method Not Allowed"));
        }
        throw Refusal.notFound("Not Found");
    }
}
