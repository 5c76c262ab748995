package dashwright.bot.planner;

import dashwright.catalog.Metric;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds models and versions to the letter: an h100 is no answer to who asks for an a100. */
final class Exactness {
    private static final Pattern MIXED = Pattern.compile("(?=.*\\d)(?=.*\\p{L})[\\p{L}\\p{N}]+");

    private Exactness() {}

    /** The words of a request that mix letters and digits and stand nowhere in what is known of a subject. */
    static List<String> unmet(Wish wish, Subject subject) {
        Set<String> known = Stream.concat(
                        subject.evidence().stream().flatMap(each -> said(each.metric())), said(subject.anchor()))
                .flatMap(text -> tokens(text))
                .collect(Collectors.toSet());
        return wish.topic().stream()
                .filter(word -> MIXED.matcher(word).matches() && !known.contains(singular(word)))
                .toList();
    }

    /** The subject without what is called by another such word of the same form. */
    static Subject without(Subject subject, List<String> unmet) {
        Set<String> forms = unmet.stream().map(Exactness::form).collect(Collectors.toSet());
        return subject.with(subject.evidence().stream()
                .filter(each -> tokens(each.metric().name())
                        .noneMatch(token -> MIXED.matcher(token).matches() && forms.contains(form(token))))
                .toList());
    }

    private static Stream<String> said(Metric metric) {
        return Stream.concat(
                Stream.of(metric.name(), metric.description()),
                metric.tags().values().entrySet().stream()
                        .flatMap(tag -> Stream.concat(Stream.of(tag.getKey()), tag.getValue().stream())));
    }

    private static Stream<String> said(@Nullable Anchor anchor) {
        return anchor == null
                ? Stream.of()
                : Stream.of(
                        anchor.spans().service(),
                        anchor.spans().operation(),
                        anchor.spans().resource());
    }

    private static Stream<String> tokens(String text) {
        return Words.split(text).stream().map(Exactness::singular);
    }

    private static String singular(String word) {
        return word.length() > 2 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static String form(String word) {
        return singular(word).replaceAll("\\p{L}", "a").replaceAll("\\p{N}", "9");
    }
}
