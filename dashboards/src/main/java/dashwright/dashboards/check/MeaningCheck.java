package dashwright.dashboards.check;

import dashwright.catalog.Catalog;
import dashwright.catalog.search.Match;
import dashwright.catalog.search.MetricSearch;
import dashwright.catalog.search.SearchResult;
import dashwright.dashboards.check.Receipt.Fit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The third layer: does the metric answer to the title? A title is searched as if a person had asked for it; the metric
 * should come up. That it does not is a warning only where others cover the whole title and the metric shares no word with
 * anything that the board says around it.
 */
final class MeaningCheck {
    /** How far down a metric has a rank. */
    private static final int NEAR = 20;

    /** How far down a metric may come up and still be no stand-in. */
    private static final int FAR = 100;

    private static final int RIVALS = 3;

    /** A rival must cover about all of the title. */
    private static final double CLEAR_FIT = 0.75;

    private final Board board;
    private final Catalog catalog;
    private final MetricSearch search;

    MeaningCheck(Board board, Catalog catalog, MetricSearch search) {
        this.board = board;
        this.catalog = catalog;
        this.search = search;
    }

    /** How well the widget's metrics answer to its title; null where it has no title or reads no known metric. */
    @Nullable
    Fit check(Widget widget, Findings findings) {
        List<String> metrics = widget.metrics().stream()
                .filter(name -> catalog.metric(name).isPresent())
                .toList();
        if (metrics.isEmpty() || widget.title().isBlank()) {
            return null;
        }
        SearchResult result = search.search(widget.title(), NEAR);
        if (result.words().isEmpty()) {
            return null;
        }
        Fit fit = fit(metrics, result.metrics());
        if (fit.rank() == 0 && isStandIn(widget, metrics, result)) {
            findings.add(
                    Code.STAND_IN,
                    widget,
                    "the title speaks of "
                            + result.words().stream().map(Texts::quoted).collect(Collectors.joining(", ")) + ", but "
                            + Texts.quoted(metrics) + " has nothing to do with it",
                    "these answer to the title: " + Texts.quoted(fit.rivals()) + "; or change the title");
        }
        return fit;
    }

    private static Fit fit(List<String> metrics, List<Match> matches) {
        for (int index = 0; index < matches.size(); index++) {
            if (metrics.contains(matches.get(index).metric().name())) {
                return new Fit(index + 1, bounded(matches.get(index).fit()), rivals(matches.subList(0, index)));
            }
        }
        return new Fit(0, 0, rivals(matches));
    }

    private static double bounded(double fit) {
        return Math.clamp(fit, 0, 1);
    }

    private static List<String> rivals(List<Match> ahead) {
        return ahead.stream().limit(RIVALS).map(match -> match.metric().name()).toList();
    }

    private boolean isStandIn(Widget widget, List<String> metrics, SearchResult result) {
        boolean clear = result.answered()
                && !result.metrics().isEmpty()
                && result.metrics().getFirst().fit() >= CLEAR_FIT;
        String around = Json.text(board.json(), "title") + " " + widget.section() + " " + widget.title();
        return clear
                && !Vicinity.shareAWord(around, widget, catalog)
                && !comesUp(metrics, widget.title())
                && !comesUp(metrics, around);
    }

    private boolean comesUp(List<String> metrics, String text) {
        return fit(metrics, search.search(text, FAR).metrics()).rank() > 0;
    }
}
