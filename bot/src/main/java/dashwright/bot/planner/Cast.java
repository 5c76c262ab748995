package dashwright.bot.planner;

import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.tools.drafting.RequestPlanner.Knowledge.Level;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which metric plays which part on a board.
 *
 * @param activity what is being done, counted; null where nothing counts it
 * @param errors what goes wrong, the best first
 * @param retries what is tried again
 * @param durations how long things take, the statistics of one timer together
 * @param backlog what is still to do
 * @param whole how many there are in all, of what the backlog counts; null for unknown
 * @param memory memory of the workers
 * @param cpu processor time of the workers
 * @param levels everything else that answers to the topic
 * @param scores figures of merit
 * @param workerTag the tag that tells workers of the activity apart, null for none
 * @param splitBy the tags of the activity that the request wants it split by
 * @param environment the environment that the board begins with
 * @param live what live data says of the gauges among them, by name
 */
record Cast(
        @Nullable Evidence activity,
        List<Evidence> errors,
        List<Evidence> retries,
        List<Timer> durations,
        List<Evidence> backlog,
        @Nullable Evidence whole,
        @Nullable Resource memory,
        @Nullable Resource cpu,
        List<Evidence> levels,
        List<Evidence> scores,
        @Nullable String workerTag,
        List<String> splitBy,
        Environment environment,
        Map<String, Level> live) {
    Cast {
        live = Map.copyOf(live);
        errors = List.copyOf(errors);
        retries = List.copyOf(retries);
        durations = List.copyOf(durations);
        backlog = List.copyOf(backlog);
        levels = List.copyOf(levels);
        scores = List.copyOf(scores);
        splitBy = List.copyOf(splitBy);
    }

    /** How a backlog goes. */
    enum Course {
        SHRINKS,
        DOES_NOT_SHRINK,
        UNKNOWN
    }

    /** How the backlog went within the last day, where it is a known part of a whole. */
    Course backlogCourse() {
        if (backlog.isEmpty() || whole == null || !backlog.getFirst().filters().isEmpty()) {
            return Course.UNKNOWN;
        }
        Level level = live.get(backlog.getFirst().metric().name());
        Double before = level == null ? null : level.dayBefore();
        if (level == null || before == null) {
            return Course.UNKNOWN;
        }
        return level.now() < before ? Course.SHRINKS : Course.DOES_NOT_SHRINK;
    }

    /** The same cast with what live data says. */
    Cast with(Map<String, Level> levels) {
        return new Cast(
                activity,
                errors,
                retries,
                durations,
                backlog,
                whole,
                memory,
                cpu,
                this.levels,
                scores,
                workerTag,
                splitBy,
                environment,
                levels);
    }

    /** The metrics that may come on the board, each once. */
    List<Metric> metrics() {
        return Stream.of(
                        Stream.of(activity, whole),
                        errors.stream(),
                        retries.stream(),
                        durations.stream().flatMap(timer -> timer.statistics().stream()),
                        backlog.stream(),
                        Stream.of(memory, cpu).filter(Objects::nonNull).map(Resource::evidence),
                        scores.stream(),
                        levels.stream())
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .map(Evidence::metric)
                .distinct()
                .toList();
    }

    /**
     * The statistics of one timer.
     *
     * @param name the name that they share
     * @param statistics its metrics, from the median up
     */
    record Timer(String name, List<Evidence> statistics) {
        Timer {
            statistics = List.copyOf(statistics);
        }

        /** True for one metric that holds the values themselves. */
        boolean isDistribution() {
            return statistics.getFirst().metric().type() == MetricType.DISTRIBUTION;
        }
    }

    /**
     * What the workers use.
     *
     * @param evidence the metric
     * @param by the tag that tells workers apart, null for none
     */
    record Resource(Evidence evidence, @Nullable String by) {}
}
