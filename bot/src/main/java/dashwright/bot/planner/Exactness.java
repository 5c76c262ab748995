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
    static Subject without(Subject subject, List<String> unmet, Words words) {
        Set<String> forms = unmet.stream().map(Exactness::form).collect(Collectors.toSet());
        return subject.with(subject.evidence().stream()
                .filter(each -> models(each, words).noneMatch(token -> forms.contains(form(token))))
                .toList());
    }

    /** The subject without the siblings that bear another model where some of its metrics bear the one that is asked for. */
    static Subject held(Subject subject, Wish wish, Words words) {
        Set<String> asked = wish.topic().stream()
                .filter(word -> MIXED.matcher(word).matches())
                .map(Exactness::singular)
                .collect(Collectors.toSet());
        Set<String> families = subject.evidence().stream()
                .filter(each -> models(each, words).anyMatch(asked::contains))
                .map(each -> Families.root(each.metric().name()))
                .collect(Collectors.toSet());
        return subject.with(subject.evidence().stream()
                .filter(each -> each.anchored()
                        || !families.contains(Families.root(each.metric().name()))
                        || models(each, words).findAny().isEmpty()
                        || models(each, words).anyMatch(asked::contains))
                .toList());
    }

    /** What in a metric's name is a model or a version, and no statistic. */
    private static Stream<String> models(Evidence evidence, Words words) {
        return tokens(evidence.metric().name())
                .filter(token -> MIXED.matcher(token).matches() && !words.isStatistic(token));
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
