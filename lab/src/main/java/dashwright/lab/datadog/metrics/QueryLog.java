package dashwright.lab.datadog.metrics;

import dashwright.dashboards.query.Expression.Selector;
import dashwright.dashboards.query.Scope;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** Which metrics were asked for, how, and when last: what Datadog calls actively queried. */
public final class QueryLog {
    private final ConcurrentMap<String, Asked> asked = new ConcurrentHashMap<>();

    /**
     * How a metric was asked for.
     *
     * @param lastAt when last, in seconds since the epoch
     * @param tags the tag keys in scopes and groups
     * @param aggregators the space aggregators
     */
    record Asked(long lastAt, NavigableSet<String> tags, NavigableSet<String> aggregators) {
        Asked {
            tags = Collections.unmodifiableNavigableSet(new TreeSet<>(tags));
            aggregators = Collections.unmodifiableNavigableSet(new TreeSet<>(aggregators));
        }

        Asked and(Asked later) {
            NavigableSet<String> allTags = new TreeSet<>(tags);
            allTags.addAll(later.tags);
            NavigableSet<String> allAggregators = new TreeSet<>(aggregators);
            allAggregators.addAll(later.aggregators);
            return new Asked(Math.max(lastAt, later.lastAt), allTags, allAggregators);
        }
    }

    /** Notes that a metric was asked for. */
    public void note(Selector selector, long now) {
        NavigableSet<String> tags = new TreeSet<>(selector.groupBy());
        keys(selector.scope()).forEach(tags::add);
        NavigableSet<String> aggregators = new TreeSet<>();
        aggregators.add(selector.aggregator().name());
        asked.merge(selector.metric(), new Asked(now, tags, aggregators), Asked::and);
    }

    /** How a metric was asked for since a time; empty where it was not. */
    Optional<Asked> since(String metric, long from) {
        return Optional.ofNullable(asked.get(metric)).filter(known -> known.lastAt >= from);
    }

    private static Stream<String> keys(Scope scope) {
        return switch (scope) {
            case Scope.Everything _, Scope.Variable _ -> Stream.of();
            case Scope.TagMatch match -> Stream.of(match.key());
            case Scope.In in -> Stream.of(in.key());
            case Scope.Not not -> keys(not.operand());
            case Scope.And and -> and.operands().stream().flatMap(QueryLog::keys);
            case Scope.Or or -> or.operands().stream().flatMap(QueryLog::keys);
        };
    }
}
