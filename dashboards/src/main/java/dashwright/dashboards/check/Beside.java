package dashwright.dashboards.check;

import dashwright.dashboards.check.Companions.Companion;
import dashwright.dashboards.live.QueryResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the companions of an empty widget reported in its scope and window.
 *
 * @param heard the name and the age of the first that has fresh points; empty where none has, or where one that the widget
 *     itself reads has none
 */
record Beside(Optional<String> heard) {
    static Beside of(List<Companion> companions, Map<Trial, QueryResult> results) {
        List<Companion> fresh = companions.stream()
                .filter(each -> age(each, results).isPresent())
                .toList();
        boolean whole = companions.stream().filter(Companion::required).allMatch(fresh::contains);
        return new Beside(fresh.stream()
                .filter(_ -> whole)
                .findFirst()
                .flatMap(each -> age(each, results)
                        .map(age ->
                                Texts.quoted(each.name()) + " reported there " + Texts.age(age) + " before its end")));
    }

    /** How long before the end of the window it last reported; empty where that is too long for it to be at work. */
    private static Optional<Duration> age(Companion companion, Map<Trial, QueryResult> results) {
        QueryResult result = results.get(companion.trial());
        if (result == null) {
            return Optional.empty();
        }
        Instant end = companion.trial().asked().range().to();
        Duration patience = Freshness.patience(companion.trial().asked().range());
        return Evidence.newestAt(List.of(new Trial.Done(companion.trial(), result)))
                .map(newest -> Duration.between(newest, end))
                .filter(age -> age.compareTo(patience) <= 0);
    }
}
