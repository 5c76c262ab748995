package dashwright.dashboards.compose;

import dashwright.catalog.Catalog;
import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Panel.Shape;
import dashwright.dashboards.plan.TemplateVariable;
import java.time.Duration;
import java.util.List;

/**
 * How the series of one chart are to be read.
 *
 * @param chart the chart
 * @param window the window it shows: its own, or the board's
 * @param variables the board's template variables
 * @param catalog what the metrics are
 */
record Reading(Chart chart, Duration window, List<TemplateVariable> variables, Catalog catalog) {
    private static final int DEFAULT_ROWS = 10;
    private static final Duration HOURLY_FROM = Duration.ofDays(2);
    private static final Duration DAILY_FROM = Duration.ofDays(8);

    /** True where one number a series is wanted, false for values over time. */
    boolean isScalar() {
        return switch (chart.shape()) {
            case NUMBER, TOP_LIST, TABLE, DISTRIBUTION -> true;
            case LINE, AREA, BARS, HEAT_MAP -> false;
        };
    }

    /** How many values of a tag are shown. */
    int rows() {
        return chart.limit() == 0 ? DEFAULT_ROWS : chart.limit();
    }

    /**
     * How long each bar of a total is, or zero where Datadog's own choice (minutes) is readable: over days people think
     * in events an hour, over weeks in events a day.
     */
    Duration barLength() {
        if (chart.shape() != Shape.BARS || window.compareTo(HOURLY_FROM) < 0) {
            return Duration.ZERO;
        }
        return window.compareTo(DAILY_FROM) < 0 ? Duration.ofHours(1) : Duration.ofDays(1);
    }
}
