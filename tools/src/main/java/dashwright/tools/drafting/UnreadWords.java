package dashwright.tools.drafting;

import dashwright.catalog.sync.Unread;
import dashwright.catalog.sync.Wanted;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Series;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in plain words what could not be read for a request, why, and when it can be. */
public final class UnreadWords {
    private static final int MOST_NAMES = 8;

    private UnreadWords() {}

    /** What a person should know of a board for which not everything could be read; empty where everything was. */
    public static List<String> of(Collection<Unread> unread, DashboardPlan plan) {
        Set<String> shown = plan.panels().stream()
                .flatMap(panel -> panel instanceof Panel.Chart chart ? chart.series().stream() : Stream.empty())
                .flatMap(series -> series instanceof Series.OfMetric one ? Stream.of(one.metric()) : Stream.empty())
                .collect(Collectors.toSet());
        List<String> words = new ArrayList<>();
        List<String> parts = parts(unread, shown);
        if (!parts.isEmpty()) {
            words.add("Not known of what the board shows: " + String.join("; ", parts) + ". Reason: " + why(unread)
                    + ". Build it again when it can be read.");
        }
        long others = unread.stream()
                .filter(each ->
                        !isCarriers(each) && !shown.contains(each.wanted().subject()))
                .map(each -> each.wanted().subject())
                .distinct()
                .count();
        if (others > 0) {
            words.add((others == 1 ? "1 metric" : others + " metrics")
                    + " that may belong here could not be looked at, so the board may show less than there is."
                    + (parts.isEmpty() ? " Reason: " + why(unread) + ". Build it again when they can be read." : ""));
        }
        return List.copyOf(words);
    }

    /** What a person should know where there is no board and not everything could be read; empty where everything was. */
    public static List<String> ofGap(Collection<Unread> unread) {
        if (unread.isEmpty()) {
            return List.of();
        }
        return List.of("This may be wrong: the descriptions or tags of " + names(unread.stream())
                + " could not be read, and one of them may be what is meant. Reason: " + why(unread)
                + ". Ask again when they can be read.");
    }

    /** The same for whoever asked for a few metrics. */
    public static List<String> ofMetrics(Collection<Unread> unread) {
        return unread.isEmpty()
                ? List.of()
                : List.of("Not read: " + String.join("; ", parts(unread, null)) + ". Reason: " + why(unread) + ".");
    }

    private static List<String> parts(Collection<Unread> unread, @Nullable Set<String> shown) {
        List<String> parts = new ArrayList<>();
        part("type, unit and description of ", Wanted.Metadata.class, unread, shown, parts);
        part("the tags of ", Wanted.Tags.class, unread, shown, parts);
        part("which metrics carry ", Wanted.Carriers.class, unread, null, parts);
        return parts;
    }

    private static void part(
            String what,
            Class<? extends Wanted> kind,
            Collection<Unread> unread,
            @Nullable Set<String> shown,
            List<String> parts) {
        List<Unread> of = unread.stream()
                .filter(each -> kind.isInstance(each.wanted()))
                .filter(each -> shown == null || shown.contains(each.wanted().subject()))
                .toList();
        if (!of.isEmpty()) {
            parts.add(what + names(of.stream()));
        }
    }

    private static String names(Stream<Unread> unread) {
        List<String> names =
                unread.map(each -> each.wanted().subject()).distinct().toList();
        String some = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? some + " and " + (names.size() - MOST_NAMES) + " more" : some;
    }

    private static String why(Collection<Unread> unread) {
        List<String> reasons = unread.stream().map(Unread::why).distinct().toList();
        return reasons.getFirst() + (reasons.size() > 1 ? "; and " + (reasons.size() - 1) + " other reasons" : "");
    }

    private static boolean isCarriers(Unread unread) {
        return unread.wanted() instanceof Wanted.Carriers;
    }
}
