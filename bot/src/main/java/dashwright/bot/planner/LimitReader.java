package dashwright.bot.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a request says beside its subject, and takes out of it what can be no word of the subject. */
final class LimitReader {
    private static final int MOST_VALUES = 6;
    private static final Pattern THRESHOLD = Pattern.compile(
            "(?:\\b(?:above|over|below|under|beyond|exceed(?:s|ing)?|(?:greater|more|less|fewer|higher|lower)\\s+than"
                    + "|at\\s+(?:least|most))\\b|[<>]=?)\\s*(\\d[\\d.,]*\\s*(?:[%\\p{L}]{1,3}\\b)?%?)",
            Pattern.CASE_INSENSITIVE);
    /** "us-west-2", "10.0.3.7", "worker_12". */
    private static final Pattern VALUE =
            Pattern.compile("(?<![\\w.:=/-])(?=[\\w.-]*\\d)([\\p{L}\\p{N}]+(?:[._-][\\p{L}\\p{N}]+)+)(?![\\w/:=-])");

    private static final Pattern TAG = Pattern.compile("(?<![\\w.-])([\\p{L}][\\w.-]*[:=][\\w./-]*[\\w])");
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w.:=/-])(\\d+(?:[.,]\\d+)?(?:k|m|g|b|kb|mb|gb|tb|ms|s|x|%)?)(?![\\w/:=-])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNT =
            Pattern.compile("\\b(?:top|worst|first|busiest)\\s+\\d+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACE = Pattern.compile(
            "\\b(?:in|on|for|at|from)\\s+(?:the\\s+)?([\\p{L}\\p{N}][\\p{L}\\p{N}._-]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENVIRONMENT =
            Pattern.compile("(?:env(?:ironment)?[:=])(.+)|(prod|production|staging|stage|dev|development|test|qa)");

    private final Words words;
    private final Predicate<String> isName;

    LimitReader(Words words, Predicate<String> isName) {
        this.words = words;
        this.isName = isName;
    }

    /**
     * What was read.
     *
     * @param rest the request without what it wants left out, without values and numbers
     */
    record Read(String rest, Limits limits) {}

    /** Reads a request out of which its time and environment were taken already. */
    Read read(Exclusions exclusions, String text) {
        List<String> thresholds = new ArrayList<>();
        List<String> values = new ArrayList<>();
        String rest = taken(THRESHOLD, text, thresholds, any -> true);
        rest = COUNT.matcher(rest)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replaceAll("\\d+", "")));
        rest = taken(TAG, rest, values, any -> true);
        rest = taken(VALUE, rest, values, word -> !isName.test(word));
        rest = taken(NUMBER, rest, values, word -> !isName.test(word));
        List<String> places = new ArrayList<>();
        PLACE.matcher(rest)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT).replaceAll("[._-]+$", ""))
                .filter(word ->
                        !words.filler().contains(word) && words.rolesFor(word).isEmpty())
                .limit(MOST_VALUES)
                .forEach(places::add);
        String environment = environment(exclusions.words());
        List<String> excluded = exclusions.words().stream()
                .filter(word -> !ENVIRONMENT.matcher(word).matches())
                .distinct()
                .toList();
        return new Read(
                rest,
                new Limits(
                        excluded,
                        environment,
                        values.stream().distinct().limit(MOST_VALUES).toList(),
                        places,
                        thresholds));
    }

    private static String taken(Pattern pattern, String text, List<String> into, Predicate<String> takes) {
        return pattern.matcher(text).replaceAll(found -> {
            String word = found.group(1).strip().toLowerCase(Locale.ROOT);
            if (!takes.test(word)) {
                return Matcher.quoteReplacement(found.group());
            }
            into.add(pattern == THRESHOLD ? found.group().strip() : word);
            return " ";
        });
    }

    /** True for a word that names an environment. */
    static boolean isEnvironment(String word) {
        return ENVIRONMENT.matcher(word).matches();
    }

    private static @Nullable String environment(List<String> excluded) {
        for (String word : excluded) {
            Matcher environment = ENVIRONMENT.matcher(word);
            if (environment.matches()) {
                return environment.group(1) != null ? environment.group(1) : environment.group(2);
            }
        }
        return null;
    }
}
