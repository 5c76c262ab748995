package dashwright.bot.planner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says beside its subject: what to leave out, where, and beyond which value.
 *
 * @param excluded words of what is to be left out
 * @param notEnvironment the environment that is to be left out, null for none
 * @param values words that look like a tag's value or are written as one: {@code us-west-2}, {@code queue:low}
 * @param places words after "in", "on", "for", "at" and "from", which may be values
 * @param thresholds values that figures are to be held against, as the person wrote them
 */
record Limits(
        List<String> excluded,
        @Nullable String notEnvironment,
        List<String> values,
        List<String> places,
        List<String> thresholds) {
    static final Limits NONE = new Limits(List.of(), null, List.of(), List.of(), List.of());

    Limits {
        excluded = List.copyOf(excluded);
        values = List.copyOf(values);
        places = List.copyOf(places);
        thresholds = List.copyOf(thresholds);
    }
}
