package dashwright.bot.planner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metrics that hold the same thing for several senders, where a team puts the sender into the name. */
final class Families {
    private Families() {}

    /** The metrics, those together whose names differ in the middle only and that are alike in unit and type. */
    static List<List<Evidence>> of(List<Evidence> evidence) {
        Map<String, List<Evidence>> families = new LinkedHashMap<>();
        for (Evidence each : evidence) {
            families.computeIfAbsent(family(each), any -> new ArrayList<>()).add(each);
        }
        return List.copyOf(families.values());
    }

    private static String family(Evidence evidence) {
        String name = evidence.metric().name();
        long parts = name.chars().filter(letter -> letter == '.').count();
        // With fewer parts there is no middle, and what carries a filter is about one subject already.
        return parts < 2 || !evidence.filters().isEmpty()
                ? name
                : String.join(
                        " ",
                        evidence.metric().namespace(),
                        leaf(name),
                        String.valueOf(parts),
                        evidence.metric().unit().toString(),
                        evidence.metric().type().name());
    }

    /** The last part of a name. */
    static String leaf(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The first part of a name. */
    static String root(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
