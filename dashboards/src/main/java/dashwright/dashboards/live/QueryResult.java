package dashwright.dashboards.live;

import java.util.List;

/** What came back for a {@link QueryRequest}. No data is an {@link Answered} without points, never a failure. */
public sealed interface QueryResult {
    /** The request's id. */
    String id();

    /** The query ran; there may be no series and no points. */
    record Answered(String id, List<Series> series) implements QueryResult {
        public Answered {
            series = List.copyOf(series);
        }

        /** The points that hold a value, over all series. */
        public long pointCount() {
            return series.stream()
                    .flatMap(each -> each.points().stream())
                    .filter(point -> point.value() != null)
                    .count();
        }
    }

    /**
     * The query did not run.
     *
     * @param reason what was asked, what came back and what to do, for people
     * @param refused true where the query itself is at fault, false where the service was not able to answer
     */
    record Failed(String id, String reason, boolean refused) implements QueryResult {}
}
