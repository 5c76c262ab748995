package dashwright.tools.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.catalog.Unit;
import dashwright.dashboards.live.Point;
import dashwright.dashboards.live.Series;
import dashwright.dashboards.live.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the answers of the two query calls. */
final class QueryAnswers {
    private QueryAnswers() {}

    /** An answer is not in the form that the API describes. */
    static final class FormException extends Exception {
        private static final long serialVersionUID = 1L;

        FormException(String message) {
            super(message);
        }
    }

    /**
     * The lines of a timeseries answer: times that all lines share, in milliseconds, and for each line its formula's
     * index, its tags and its values.
     */
    static List<Series> timeseries(JsonNode answer, int formulas) throws FormException {
        JsonNode attributes = attributes(answer);
        JsonNode lines = attributes.path("series");
        JsonNode values = attributes.path("values");
        List<Instant> times = new ArrayList<>();
        attributes.path("times").forEach(time -> times.add(Instant.ofEpochMilli(time.asLong())));
        if (lines.size() != values.size()) {
            throw new FormException(lines.size() + " series but " + values.size() + " lists of values");
        }
        List<Series> series = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            JsonNode line = lines.get(at);
            int formula = line.path("query_index").asInt(0);
            if (formula < 0 || formula >= formulas) {
                throw new FormException("a series of formula " + formula + " of " + formulas);
            }
            series.add(new Series(formula, tags(line), unit(line.path("unit")), points(times, values.get(at))));
        }
        return series;
    }

    private static List<Point> points(List<Instant> times, JsonNode values) throws FormException {
        if (values.size() != times.size()) {
            throw new FormException(values.size() + " values for " + times.size() + " times");
        }
        List<Point> points = new ArrayList<>(times.size());
        for (int at = 0; at < times.size(); at++) {
            points.add(new Point(times.get(at), number(values.get(at))));
        }
        return points;
    }

    private static SortedMap<String, String> tags(JsonNode line) {
        SortedMap<String, String> tags = new TreeMap<>();
        for (JsonNode each : line.path("group_tags")) {
            String tag = each.asText();
            int colon = tag.indexOf(':');
            tags.put(colon < 0 ? tag : tag.substring(0, colon), colon < 0 ? "" : tag.substring(colon + 1));
        }
        return tags;
    }

    /**
     * The numbers of a scalar answer: columns with the groups' tags, then one column of numbers for each formula, in their
     * order. A formula without data can lack its column; then the columns' names tell.
     *
     * @param formulas the formulas' texts, as sent
     */
    static List<Series> scalar(JsonNode answer, List<String> formulas, TimeRange range) throws FormException {
        List<JsonNode> groups = new ArrayList<>();
        List<JsonNode> numbers = new ArrayList<>();
        for (JsonNode column : attributes(answer).path("columns")) {
            (column.path("type").asText().equals("group") ? groups : numbers).add(column);
        }
        List<Series> series = new ArrayList<>();
        for (int at = 0; at < numbers.size(); at++) {
            int formula = formulaOf(numbers.get(at), at, numbers.size(), formulas);
            read(numbers.get(at), formula, groups, range, series);
        }
        return series;
    }

    private static int formulaOf(JsonNode column, int at, int columns, List<String> formulas) throws FormException {
        int formula = columns == formulas.size()
                ? at
                : formulas.indexOf(column.path("name").asText());
        if (formula < 0) {
            throw new FormException(columns + " columns of numbers for " + formulas.size() + " formulas");
        }
        return formula;
    }

    private static void read(
            JsonNode column, int formula, List<JsonNode> groups, TimeRange range, List<Series> series) {
        Unit unit = unit(column.path("meta").path("unit"));
        JsonNode values = column.path("values");
        for (int row = 0; row < values.size(); row++) {
            SortedMap<String, String> tags = new TreeMap<>();
            for (JsonNode group : groups) {
                tags.put(
                        group.path("name").asText(), joined(group.path("values").path(row)));
            }
            series.add(new Series(formula, tags, unit, List.of(new Point(range.to(), number(values.get(row))))));
        }
    }

    /** A group's values for one row: Datadog sends a list, since a row can stand for several. */
    private static String joined(JsonNode values) {
        if (!values.isArray()) {
            return values.asText("");
        }
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return String.join(",", texts);
    }

    private static JsonNode attributes(JsonNode answer) throws FormException {
        JsonNode attributes = answer.path("data").path("attributes");
        if (!attributes.isObject()) {
            throw new FormException("no data");
        }
        return attributes;
    }

    private static @Nullable Double number(@Nullable JsonNode value) {
        return value != null && value.isNumber() ? value.asDouble() : null;
    }

    /** Two units, the second the one that is divided by; either can be null. */
    private static Unit unit(JsonNode units) {
        return new Unit(Json.text(units.path(0), "name", 60), Json.text(units.path(1), "name", 60));
    }
}
