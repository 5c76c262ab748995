package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.catalog.Unit;
import dashwright.dashboards.check.Receipt.Tried;
import dashwright.dashboards.live.Extrapolated;
import dashwright.dashboards.live.Point;
import dashwright.dashboards.live.QueryRequest;
import dashwright.dashboards.live.QueryResult;
import dashwright.dashboards.live.QueryResult.Answered;
import dashwright.dashboards.live.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came back, as figures and in words. */
final class Evidence {
    private static final int MAX_UNIT = 40;

    private Evidence() {}

    static List<Tried> tried(List<Trial.Done> done) {
        return done.stream().map(each -> tried(each, done)).toList();
    }

    private static Tried tried(Trial.Done done, List<Trial.Done> all) {
        QueryRequest asked = done.trial().asked();
        String text = inWords(asked);
        if (!(done.result() instanceof Answered answered)) {
            String failure = done.result() instanceof QueryResult.Failed failed ? failed.reason() : "no answer";
            return new Tried(text, asked.range(), 0, 0, null, null, Unit.NONE, failure);
        }
        Optional<Series> first = shown(done.trial(), answered);
        Optional<Point> last = first.flatMap(Evidence::newest);
        Optional<Instant> at =
                done.trial().isNumber() && last.isPresent() ? newestBehind(done, all) : last.map(Point::at);
        return new Tried(
                text,
                asked.range(),
                answered.series().size(),
                answered.pointCount(),
                last.map(Point::value).orElse(null),
                at.orElse(null),
                first.map(series -> unit(done.trial(), series)).orElse(Unit.NONE),
                "",
                highest(answered));
    }

    private static @Nullable Double highest(Answered answered) {
        return answered.series().stream()
                .flatMap(series -> series.points().stream())
                .map(Point::value)
                .filter(value -> value != null && Double.isFinite(value))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The series that speaks for the answer: of numbers by group, the greatest of the first figure, as a list shows it. */
    private static Optional<Series> shown(Trial trial, Answered answered) {
        Stream<Series> heard =
                answered.series().stream().filter(series -> newest(series).isPresent());
        return trial.isNumber() && answered.series().size() > 1
                ? heard.min(Comparator.comparingInt(Series::formula)
                        .thenComparing(
                                Comparator.comparingDouble(Evidence::value).reversed()))
                : heard.findFirst();
    }

    private static double value(Series series) {
        return newest(series).map(Point::value).filter(Double::isFinite).orElse(Double.NEGATIVE_INFINITY);
    }

    /** The unit that the widget sets for a formula's outcome, or else the one that came with the answer. */
    private static Unit unit(Trial trial, Series series) {
        List<NamedFormula> formulas = trial.request().formulas();
        if (series.formula() >= formulas.size()) {
            return series.unit();
        }
        JsonNode set =
                formulas.get(series.formula()).json().path("number_format").path("unit");
        String name =
                set.path(set.hasNonNull("unit_name") ? "unit_name" : "label").asText("");
        return name.isBlank()
                ? series.unit()
                : new Unit(
                        Texts.shortened(name, MAX_UNIT),
                        Texts.shortened(set.path("per_unit_name").asText(""), MAX_UNIT));
    }

    /** A number over a window has no time of its own: what tells its age is the series that it was computed from. */
    private static Optional<Instant> newestBehind(Trial.Done number, List<Trial.Done> all) {
        return newestAt(all.stream()
                .filter(each -> !each.trial().isNumber())
                .filter(each -> each.trial().request().equals(number.trial().request()))
                .toList());
    }

    private static String inWords(QueryRequest asked) {
        Stream<String> queries = asked.queries().stream()
                .map(query -> query.hasNonNull("query")
                        ? query.path("query").asText()
                        : query.path("data_source").asText() + ": "
                                + query.path("search").path("query").asText());
        String formulas = asked.formulas().isEmpty() ? "" : " → " + String.join(", ", asked.formulas());
        return Texts.shortened(queries.collect(Collectors.joining("; ")) + formulas, 600);
    }

    private static Optional<Point> newest(Series series) {
        return series.points().stream().filter(point -> point.value() != null).max(Comparator.comparing(Point::at));
    }

    /** When the newest value of all series was. */
    static Optional<Instant> newestAt(List<Trial.Done> done) {
        return done.stream()
                .map(Trial.Done::result)
                .filter(Answered.class::isInstance)
                .flatMap(answer -> ((Answered) answer).series().stream())
                .flatMap(series -> newest(series).stream())
                .map(Point::at)
                .max(Comparator.naturalOrder());
    }

    /** {@code 36 series with 8,640 points in the last 4 h, the newest 12 s old}. */
    static String inWords(Attempt attempt, List<Trial.Done> done) {
        List<Trial.Done> overTime =
                done.stream().filter(each -> !each.trial().isNumber()).toList();
        List<Answered> answers = overTime.stream()
                .map(Trial.Done::result)
                .filter(Answered.class::isInstance)
                .map(Answered.class::cast)
                .toList();
        long series =
                answers.stream().mapToLong(answer -> answer.series().size()).sum();
        long points = answers.stream().mapToLong(Answered::pointCount).sum();
        String age = newestAt(overTime)
                .map(at -> ", the newest "
                        + Texts.age(Duration.between(at, attempt.range().to())) + " old")
                .orElse("");
        return number(done) + Texts.counted(series, "series", "series") + " with "
                + Texts.counted(points, "point", "points") + " in "
                + Texts.duration(attempt.range().length()) + age + silent(overTime);
    }

    /** The number that the widget shows, or the first of its list with what it is of. */
    private static String number(List<Trial.Done> done) {
        return done.stream()
                .filter(each -> each.trial().isNumber())
                .limit(1)
                .filter(each -> each.result() instanceof Answered)
                .flatMap(each -> shown(each.trial(), (Answered) each.result())
                        .map(series -> number(each.trial(), (Answered) each.result(), series))
                        .stream())
                .collect(Collectors.joining());
    }

    private static String number(Trial trial, Answered answered, Series series) {
        String value = newest(series)
                .map(Point::value)
                .map(last -> Extrapolated.inWords(last, unit(trial, series), inWords(trial.asked())))
                .orElse("");
        if (answered.series().size() == 1) {
            return value + " from ";
        }
        String group = String.join(", ", series.group().values());
        return group.isEmpty() ? "" : "first " + Texts.quoted(group) + " with " + value + ", of ";
    }

    /** What of a widget is empty while the rest of it is not. */
    private static String silent(List<Trial.Done> done) {
        Set<String> silent = new TreeSet<>();
        for (Trial.Done each : done) {
            if (each.result() instanceof Answered answered) {
                Set<Integer> heard = new HashSet<>();
                answered.series().stream()
                        .filter(series -> newest(series).isPresent())
                        .forEach(series -> heard.add(series.formula()));
                List<String> names = names(each.trial());
                for (int index = 0; index < names.size(); index++) {
                    if (!heard.contains(index)) {
                        silent.add(names.get(index));
                    }
                }
            }
        }
        return silent.isEmpty()
                ? ""
                : "; nothing for " + Texts.quoted(silent.stream().limit(3).toList());
    }

    /** What the legend calls each formula, or each query where there are no formulas. */
    private static List<String> names(Trial trial) {
        Request request = trial.request();
        return request.formulas().isEmpty()
                ? request.queries().stream()
                        .map(query -> query.text().isEmpty() ? query.name() : query.text())
                        .toList()
                : request.formulas().stream()
                        .map(formula -> formula.alias().isBlank() ? formula.text() : formula.alias())
                        .toList();
    }
}
