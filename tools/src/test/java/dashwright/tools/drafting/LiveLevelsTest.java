package dashwright.tools.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Unit;
import dashwright.dashboards.live.Point;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryResult;
import dashwright.dashboards.live.Series;
import dashwright.tools.drafting.RequestPlanner.Knowledge.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveLevelsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final List<QueryRequest> asked = new ArrayList<>();

    private Map<String, Level> levels(String... metrics) {
        return new LiveLevels(this::answers, () -> NOW).of(List.of(metrics));
    }

    private List<QueryResult> answers(List<QueryRequest> requests) {
        asked.addAll(requests);
        return requests.stream()
                .<QueryResult>map(request -> switch (request.id()) {
                    case "broken" -> new QueryResult.Failed("broken", "Datadog did not answer.", false);
                    case "silent" -> new QueryResult.Answered("silent", List.of());
                    case "young" -> new QueryResult.Answered("young", List.of(series(0, 5.0), series(1, null)));
                    default -> new QueryResult.Answered(request.id(), List.of(series(0, 7.0), series(1, 9.0)));
                })
                .toList();
    }

    private static Series series(int formula, @Nullable Double value) {
        return new Series(formula, new TreeMap<>(), Unit.NONE, List.of(new Point(NOW, value)));
    }

    @Test
    void readsWhatAGaugeReadsNowAndADayAgo() {
        assertThat(levels("queue.depth")).isEqualTo(Map.of("queue.depth", new Level(7, 9.0)));
        QueryRequest request = asked.getFirst();
        assertThat(request.queries().getFirst().path("query").asText()).isEqualTo("avg:queue.depth{*}");
        assertThat(request.formulas()).containsExactly("value", "day_before(value)");
        assertThat(request.range().to()).isEqualTo(NOW);
        assertThat(request.range().from()).isEqualTo(NOW.minus(Duration.ofDays(1)));
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(levels("broken", "silent", "young")).isEqualTo(Map.of("young", new Level(5, null)));
    }

    @Test
    void asksNothingAboutNothing() {
        assertThat(levels()).isEmpty();
        assertThat(asked).isEmpty();
    }
}
