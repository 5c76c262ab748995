package dashwright.catalog.answer;

import dashwright.catalog.Metric;
import dashwright.catalog.answer.Family.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The variants of an answer in few words: of each only what tells it from the metric that speaks for them. */
public final class VariantWords {
    private VariantWords() {}

    /**
     * The words in which their names differ, as in "avg, max; count (rate)": in brackets what is true of those before it and
     * not of the metric that is shown. The measured thing itself stands with its whole name. Empty where there are none.
     */
    public static String of(Answer.OfMetric answer) {
        Metric shown = answer.match().metric();
        Map<List<String>, List<String>> byDifference = new LinkedHashMap<>();
        for (Variant variant : answer.variants()) {
            String word = variant.word().isEmpty() ? variant.metric().name() : variant.word();
            byDifference
                    .computeIfAbsent(Facts.difference(variant.metric(), shown), any -> new ArrayList<>())
                    .add(word);
        }
        return byDifference.entrySet().stream()
                .map(group -> String.join(", ", group.getValue()) + bracketed(group.getKey()))
                .collect(Collectors.joining("; "));
    }

    private static String bracketed(List<String> difference) {
        return difference.isEmpty() ? "" : " (" + String.join(", ", difference) + ")";
    }
}
