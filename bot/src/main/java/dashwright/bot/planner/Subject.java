package dashwright.bot.planner;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request is about, as the catalog knows it.
 *
 * @param anchor the spans it is known by, null where it is known by metrics alone
 * @param evidence its metrics, the best first
 * @param missing words of the request that nothing in the catalog knows
 * @param apart the request's words where the catalog knows each of them but nothing that is both; else empty
 * @param renamed silent metrics that were left out, each with the one that reports what it did
 */
record Subject(
        @Nullable Anchor anchor,
        List<Evidence> evidence,
        List<String> missing,
        List<String> apart,
        Map<String, String> renamed) {
    Subject {
        renamed = Map.copyOf(renamed);
        apart = List.copyOf(apart);
        evidence = List.copyOf(evidence);
        missing = List.copyOf(missing);
    }

    /** The same subject with other metrics. */
    Subject with(List<Evidence> other) {
        return new Subject(anchor, other, missing, apart, renamed);
    }

    /** The same subject after other metrics, each of them once. */
    Subject after(List<Evidence> first) {
        Set<String> names = first.stream().map(each -> each.metric().name()).collect(Collectors.toSet());
        return with(Stream.concat(
                        first.stream(),
                        evidence.stream()
                                .filter(each -> !names.contains(each.metric().name())))
                .toList());
    }

    /** The same subject where some words that nothing knew were answered after all. */
    Subject knowing(Set<String> answered) {
        return new Subject(
                anchor,
                evidence,
                missing.stream().filter(word -> !answered.contains(word)).toList(),
                apart,
                renamed);
    }

    /** The metrics of some kinds, the best first. */
    Stream<Evidence> of(Role... roles) {
        List<Role> wanted = List.of(roles);
        return evidence.stream().filter(each -> wanted.contains(each.role()));
    }
}
