package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is to be said of the rest of a request: what was held to, what was left out, and what of it the board has not. */
final class Beside {
    private final Wish wish;
    private final Cast cast;
    private final DashboardPlan plan;

    Beside(Wish wish, Cast cast, DashboardPlan plan) {
        this.wish = wish;
        this.cast = cast;
        this.plan = plan;
    }

    /**
     * Sentences for the person.
     *
     * @param remarks what was done as asked
     * @param notShown what was asked and is not shown
     */
    record Told(List<String> remarks, List<String> notShown) {
        Told {
            remarks = List.copyOf(remarks);
            notShown = List.copyOf(notShown);
        }
    }

    Told told(Narrowing.Outcome narrowed, Set<String> leftOut) {
        List<String> remarks = new ArrayList<>();
        List<String> byName =
                wish.limits().excluded().stream().filter(leftOut::contains).toList();
        if (!byName.isEmpty()) {
            remarks.add("Left out what is called " + String.join(", ", byName) + ", as asked.");
        }
        remarks.addAll(narrowed.remarks());
        List<String> notShown = new ArrayList<>();
        narrowed.failed()
                .forEach(each -> notShown.add("Could not leave out \"" + each
                        + "\": none of these metrics tells it apart, so it may be among what is shown."));
        wish.limits().excluded().stream()
                .filter(word -> !leftOut.contains(word) && !narrowed.answered().contains(word))
                .forEach(word -> notShown.add("Could not leave out \"" + word
                        + "\": no metric here is called so and none is known to carry it as a tag."));
        wish.limits().values().stream()
                .filter(word -> !narrowed.answered().contains(word))
                .forEach(word -> notShown.add("None of these metrics is known to carry \"" + word
                        + "\", so the board is not held to it and shows all."));
        notShown.addAll(new NotShown(wish, cast, plan).told());
        return new Told(remarks, notShown);
    }
}
