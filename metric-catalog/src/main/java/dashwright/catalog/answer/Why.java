package dashwright.catalog.answer;

import dashwright.catalog.search.Reason;
import dashwright.catalog.search.Reason.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why something was found, in words, the same in the terminal, in Slack and for a model. */
public final class Why {
    private static final int MOST_WORDS = 12;
    private static final Pattern PERCENTILE = Pattern.compile("[pP]\\d{2,4}");

    private Why() {}

    /**
     * The reasons as one phrase, as in "redis in the namespace; memory (as mem) and used in the name". Each word stands in it
     * once. The words are foreign: show them as such.
     */
    public static String words(List<Reason> reasons) {
        Map<Field, Set<String>> byField = new EnumMap<>(Field.class);
        Set<String> percentiles = new LinkedHashSet<>();
        List<Reason> told = told(reasons);
        told.stream().limit(MOST_WORDS).forEach(reason -> {
            boolean isPercentile = reason.field() == Field.NAME
                    && PERCENTILE.matcher(reason.matched()).matches();
            (isPercentile ? percentiles : byField.computeIfAbsent(reason.field(), any -> new LinkedHashSet<>()))
                    .add(word(reason));
        });
        List<String> phrases = new ArrayList<>();
        byField.forEach((field, words) -> phrases.add(phrase(field, List.copyOf(words))));
        if (!percentiles.isEmpty()) {
            phrases.add(listed(List.copyOf(percentiles)) + " is the percentile");
        }
        if (told.size() > MOST_WORDS) {
            phrases.add("and " + (told.size() - MOST_WORDS) + " words more");
        }
        return String.join("; ", phrases);
    }

    /** What the name says need not be said of the description too. */
    private static List<Reason> told(List<Reason> reasons) {
        Set<String> named = reasons.stream()
                .filter(reason -> reason.field() != Field.DESCRIPTION)
                .map(Reason::word)
                .collect(Collectors.toSet());
        return reasons.stream()
                .filter(reason -> reason.field() != Field.DESCRIPTION || !named.contains(reason.word()))
                .toList();
    }

    private static String word(Reason reason) {
        if (reason.field() == Field.MEANING) {
            return reason.matched();
        }
        if (reason.isTaught()) {
            return reason.matched() + " was taught by " + reason.by() + " to mean it";
        }
        return switch (reason.likeness()) {
            case SAME -> reason.word();
            case FORM, SYNONYM -> reason.word() + " (as " + reason.matched() + ")";
            case NEAR -> reason.word() + " (near " + reason.matched() + ")";
        };
    }

    private static String phrase(Field field, List<String> words) {
        if (field == Field.MEANING) {
            return "close in meaning by embedding, " + words.getFirst();
        }
        if (field == Field.TAUGHT) {
            return String.join("; ", words);
        }
        return listed(words)
                + switch (field) {
                    case NAMESPACE -> " in the namespace";
                    case NAME -> " in the name";
                    case DESCRIPTION -> " in the description";
                    case UNIT -> " in the unit";
                    case INTEGRATION -> " in the integration";
                    case TAG -> " in a tag";
                    case SERVICE -> " in the service";
                    case OPERATION -> " in the operation";
                    case RESOURCE -> " in the resource";
                    case MEANING, TAUGHT -> throw new IllegalStateException("told above");
                };
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.getFirst() : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
