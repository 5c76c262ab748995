package dashwright.bot.planner;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request is about, as the catalog knows it.
 *
 * @param anchor the spans it is known by, null where it is known by metrics alone
 * @param evidence its metrics, the best first
 */
record Subject(@Nullable Anchor anchor, List<Evidence> evidence) {
    Subject {
        evidence = List.copyOf(evidence);
    }

    /** The metrics of some kinds, the best first. */
    Stream<Evidence> of(Role... roles) {
        List<Role> wanted = List.of(roles);
        return evidence.stream().filter(each -> wanted.contains(each.role()));
    }

    /** The best counted metric of the first kind that has one. */
    Optional<Evidence> firstCounted(Role... roles) {
        Predicate<Evidence> counted = each -> each.metric().type().isCounted();
        return Stream.of(roles)
                .flatMap(role -> of(role).filter(counted).limit(1))
                .findFirst();
    }
}
