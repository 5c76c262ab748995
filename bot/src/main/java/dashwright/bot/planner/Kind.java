package dashwright.bot.planner;

import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a metric's name, unit and type say about it.
 *
 * @param role the kind of figure
 * @param statistic the statistic of a timer, where the metric is one of an expanded timer's
 */
record Kind(Role role, Statistic statistic) {
    private static final Pattern SPENT =
            Pattern.compile("\\b(?:time spent|cumulative|since .{0,40}\\bstart)", Pattern.CASE_INSENSITIVE);

    /** Reads a metric's kind. */
    static Kind of(Metric metric, Words words) {
        List<String> tokens = nameWords(metric.name());
        Statistic statistic = statistic(tokens, words);
        boolean timed = words.timeUnits().contains(metric.unit().name())
                && metric.unit().per().isEmpty();
        if (statistic == Statistic.COUNT && metric.type().isCounted()) {
            return new Kind(Role.ACTIVITY, statistic);
        }
        if (isScore(metric.name(), words)) {
            return new Kind(Role.SCORE, statistic);
        }
        Role named = named(tokens, words);
        if (timed && named != Role.BACKLOG) {
            return new Kind(addsUp(metric, words) ? Role.LEVEL : Role.DURATION, statistic);
        }
        // A counter of how long things took adds up to time spent: no mean of it is a duration.
        if (named == Role.DURATION && metric.type().isCounted()) {
            return new Kind(Role.LEVEL, statistic);
        }
        if (named == Role.MEMORY || named == Role.CPU || named == Role.BACKLOG) {
            return new Kind(named, statistic);
        }
        boolean agesOrLevels = metric.type() == MetricType.GAUGE && named == Role.LEVEL;
        return new Kind(agesOrLevels ? Role.LEVEL : named, statistic);
    }

    /**
     * True for time that adds up rather than being how long one thing took: a counted timer, the tracer's old total beside
     * its distribution, and counters that grow since a process began. A mean of these is no latency.
     */
    private static boolean addsUp(Metric metric, Words words) {
        String name = metric.name();
        String last = name.substring(name.lastIndexOf('.') + 1);
        return metric.type().isCounted()
                || (name.startsWith("trace.") && last.equals("duration"))
                || words.spent().contains(last)
                || SPENT.matcher(metric.description()).find();
    }

    /** A figure of merit ends in its own word: {@code health_fom.error_count} counts the errors of whoever computes them. */
    private static boolean isScore(String name, Words words) {
        List<String> last = Words.split(Families.leaf(name));
        return !last.isEmpty()
                && words.roles().getOrDefault(Role.SCORE, Set.of()).contains(last.getLast());
    }

    /** The words of a name, with neighbours joined by an underscore too, so that {@code not_cached} is one word. */
    private static List<String> nameWords(String name) {
        List<String> words = new ArrayList<>(Words.split(name));
        int singles = words.size();
        for (int i = 0; i + 1 < singles; i++) {
            words.add(words.get(i) + "_" + words.get(i + 1));
        }
        return words;
    }

    /** The kind that the rightmost telling word names: in {@code task.failed.total} what counts is "failed". */
    private static Role named(List<String> tokens, Words words) {
        for (Map.Entry<Role, Set<String>> role : words.roles().entrySet()) {
            if (role.getKey() != Role.SCORE && tokens.stream().anyMatch(role.getValue()::contains)) {
                return role.getKey();
            }
        }
        return Role.LEVEL;
    }

    private static Statistic statistic(List<String> tokens, Words words) {
        List<String> singles =
                tokens.stream().filter(token -> token.indexOf('_') < 0).toList();
        if (singles.isEmpty()) {
            return Statistic.NONE;
        }
        String last = singles.getLast();
        for (Map.Entry<Statistic, Set<String>> statistic : words.statistics().entrySet()) {
            if (statistic.getValue().contains(last)
                    || singles.stream()
                            .anyMatch(token -> token.matches("p\\d\\d")
                                    && statistic.getValue().contains(token))) {
                return statistic.getKey();
            }
        }
        return Statistic.NONE;
    }
}
