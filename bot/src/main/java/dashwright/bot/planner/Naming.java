package dashwright.bot.planner;

import dashwright.catalog.Metric;
import dashwright.catalog.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What to call things: titles in plain words, taken from the names that the team itself gave. */
final class Naming {
    private static final int LONGEST_TITLE = 60;
    private static final int FEW_WORDS = 4;
    private static final int FEW_FACETS = 3;
    private static final int MOST_WORDS = 6;
    /** Words that people write in capitals. */
    private static final Set<String> ACRONYMS = Set.of(
            "api", "ci", "cpu", "db", "dns", "ebs", "ec2", "gc", "gpu", "http", "id", "io", "jvm", "pr", "s3", "b2",
            "sql", "ssl", "tcp", "tls", "url");

    private static final Map<String, String> OWN_WRITING = Map.of("prs", "PRs", "fom", "FoM", "gb", "GB");

    /** How names write the units that panels show anyway. */
    private static final Map<String, Set<String>> WRITTEN_UNITS = Map.ofEntries(
            Map.entry("nanosecond", Set.of("ns", "nanos", "nanoseconds")),
            Map.entry("microsecond", Set.of("us", "usec", "micros", "microseconds")),
            Map.entry("millisecond", Set.of("ms", "millis", "milliseconds")),
            Map.entry("second", Set.of("s", "sec", "secs", "second", "seconds")),
            Map.entry("minute", Set.of("min", "mins", "minute", "minutes")),
            Map.entry("hour", Set.of("hr", "hrs", "hour", "hours")),
            Map.entry("day", Set.of("day", "days")),
            Map.entry("byte", Set.of("bytes")),
            Map.entry("kilobyte", Set.of("kb")),
            Map.entry("megabyte", Set.of("mb")),
            Map.entry("gigabyte", Set.of("gb")),
            Map.entry("percent", Set.of("pct", "percent", "percentage")));

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    /** How owners describe a gauge that only ever grows: what it counts is not what is so now. */
    private static final Pattern WHOLE_HISTORY = Pattern.compile(
            "\\b(?:all[- ]time|(?:whole|entire|full) (?:\\w+ )?history|of all history|since (?:the )?(?:beginning|start|launch)|cumulative|lifetime total)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Words words;
    private final Predicate<String> known;
    private final Map<String, String> suffixes;

    /**
     * Names things.
     *
     * @param known tells whether the catalog uses a word: a plural that nobody uses is not made up
     * @param metrics the metrics of the board
     */
    Naming(Words words, Predicate<String> known, Collection<Metric> metrics) {
        this.words = words;
        this.known = known;
        this.suffixes = suffixes(metrics);
    }

    /** What tells metrics apart that would be called the same: the parts of their names that not all of them have. */
    private Map<String, String> suffixes(Collection<Metric> metrics) {
        Map<String, Set<String>> same = new LinkedHashMap<>();
        metrics.forEach(metric -> same.computeIfAbsent(leafPhrase(metric), any -> new HashSet<>())
                .add(words.withoutStatistic(metric.name())));
        Map<String, String> suffixes = new HashMap<>();
        same.forEach((phrase, names) -> {
            if (names.size() < 2) {
                return;
            }
            Set<String> said = Words.stems(phrase);
            Set<String> shared = new HashSet<>(parts(names.iterator().next()));
            names.forEach(name -> shared.retainAll(parts(name)));
            Set<String> used = new HashSet<>();
            names.stream().sorted().forEach(name -> {
                String own = parts(name).stream()
                        .filter(part ->
                                !shared.contains(part) && !said.containsAll(Words.stems(part.replace('_', ' '))))
                        .collect(Collectors.joining(" "))
                        .replace('_', ' ');
                suffixes.put(name, used.add(own) ? own : name);
            });
        });
        return suffixes;
    }

    private static List<String> parts(String name) {
        return Arrays.asList(name.split("\\.", -1));
    }

    /**
     * A metric's name as a short phrase: {@code warehouse.packaging.files.not_cached} → "Files not cached"; where another
     * metric of the board would be called the same, with what tells them apart.
     */
    String phrase(Metric metric) {
        String suffix = suffixes.getOrDefault(words.withoutStatistic(metric.name()), "");
        return leafPhrase(metric) + (suffix.isEmpty() ? "" : " (" + suffix + ")");
    }

    /** A metric's phrase, with its statistic where the last part of its name tells one. */
    String exactPhrase(Evidence evidence) {
        String name = evidence.metric().name();
        boolean told = words.isStatistic(Families.leaf(name).toLowerCase(Locale.ROOT));
        String label = told ? evidence.kind().statistic().label() : "";
        return phrase(evidence.metric()) + (label.isEmpty() ? "" : ", " + label);
    }

    /** A phrase as it stands within a sentence. */
    static String inSentence(String phrase) {
        String first = phrase.split(" ", 2)[0];
        boolean written =
                first.chars().skip(1).anyMatch(letter -> Character.isUpperCase(letter) || Character.isDigit(letter));
        return written || phrase.isEmpty()
                ? phrase
                : phrase.substring(0, 1).toLowerCase(Locale.ROOT) + phrase.substring(1);
    }

    private String leafPhrase(Metric metric) {
        List<String> parts = new ArrayList<>(parts(metric.name()));
        if (parts.size() > 2 && words.isStatistic(parts.getLast().toLowerCase(Locale.ROOT))) {
            parts.removeLast();
        }
        OwnWindow window = OwnWindow.of(withoutPercentile(Words.split(parts.getLast())));
        List<String> leaf = withoutUnit(window.words(), metric.unit());
        List<String> parent = parts.size() > 1 ? Words.split(parts.get(parts.size() - 2)) : List.of();
        List<String> phrase = new ArrayList<>();
        if (leaf.isEmpty()) {
            return sentence(parent.isEmpty() ? List.of(metric.name()) : parent) + window.said();
        }
        boolean verbal = isVerbal(leaf);
        if (!parent.isEmpty() && (verbal || leaf.size() == 1 || lacksNoun(leaf, parent))) {
            phrase.addAll(parent.subList(0, parent.size() - 1));
            phrase.add(verbal ? knownPlural(parent.getLast()) : parent.getLast());
        }
        phrase.addAll(verbal && leaf.size() == 1 ? List.of(participle(leaf.getFirst())) : leaf);
        return sentence(phrase) + window.said();
    }

    /** A unit that stands beside each value need not stand in the name too. */
    private static List<String> withoutUnit(List<String> leaf, Unit unit) {
        return leaf.size() > 1
                        && WRITTEN_UNITS.getOrDefault(unit.name(), Set.of()).contains(leaf.getLast())
                ? leaf.subList(0, leaf.size() - 1)
                : leaf;
    }

    /** The title of a newest value; a name that says its own window needs no other. */
    static String now(String phrase, Metric metric) {
        if (saysWindow(metric)) {
            return phrase;
        }
        return WHOLE_HISTORY.matcher(metric.description()).find()
                ? phrase + ", of all time"
                : phrase + (isPlain(phrase) ? " now" : ", now");
    }

    /** The title of a figure of a window that ends now. */
    static String last(Duration window, String phrase) {
        if (window.equals(Duration.ofHours(1))) {
            return phrase + ", last hour";
        }
        String length = window.compareTo(TWO_DAYS) >= 0
                        && window.toSeconds() % Duration.ofDays(1).toSeconds() == 0
                ? window.toDays() + " days"
                : window.toSeconds() % Duration.ofHours(1).toSeconds() == 0
                        ? window.toHours() + " h"
                        : Math.max(1, window.toMinutes()) + " min";
        return phrase + ", last " + length;
    }

    /** The title of a line. */
    static String overTime(String phrase) {
        return phrase + (isPlain(phrase) ? " over time" : ", over time");
    }

    private static boolean saysWindow(Metric metric) {
        return !OwnWindow.of(Words.split(Families.leaf(metric.name()))).said().isEmpty();
    }

    private static boolean isPlain(String phrase) {
        return phrase.indexOf(',') < 0;
    }

    private static List<String> withoutPercentile(List<String> leaf) {
        List<String> rest =
                leaf.stream().filter(word -> !word.matches("p\\d\\d")).toList();
        return rest.isEmpty() ? leaf : rest;
    }

    /** True for "total open", "idle count": words that do not say of what, where the part before them does. */
    private boolean lacksNoun(List<String> leaf, List<String> parent) {
        Set<String> said = Words.stems(String.join(" ", leaf));
        boolean repeated = Words.stems(String.join(" ", parent)).stream().anyMatch(said::contains);
        boolean plural = leaf.stream()
                .filter(word -> !words.timeUnits().contains(word.replaceAll("s$", "")))
                .anyMatch(word -> word.length() > 3 && word.endsWith("s") && !word.matches(".*[sui]s"));
        return !repeated && !plural && leaf.size() + parent.size() <= MOST_WORDS;
    }

    /** A board's title from the words of a request: the person's own where they are few. */
    String title(Wish wish) {
        String title = ownTitle(wish);
        if (title.length() <= LONGEST_TITLE) {
            return title;
        }
        int end = Character.isHighSurrogate(title.charAt(LONGEST_TITLE - 2)) ? LONGEST_TITLE - 2 : LONGEST_TITLE - 1;
        return title.substring(0, end).strip() + "…";
    }

    private static String ownTitle(Wish wish) {
        if (wish.content().size() <= FEW_WORDS) {
            return sentence(wish.content()) + (wish.facets().isEmpty() ? " status" : "");
        }
        String subject = sentence(wish.named());
        boolean few = !wish.facets().isEmpty() && wish.facets().size() <= FEW_FACETS;
        return few ? subject + ": " + facets(wish) : subject + " status";
    }

    private static String facets(Wish wish) {
        return wish.facets().stream()
                .sorted()
                .map(facet -> facet == Facet.CPU ? "CPU" : facet.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private String knownPlural(String word) {
        String plural = plural(word);
        return known.test(plural) ? plural : word;
    }

    /** True for "complete", "failed", "not cached": words that need to be told who did it. */
    private static boolean isVerbal(List<String> leaf) {
        String last = leaf.getLast();
        boolean participle = last.endsWith("ed") && last.length() > 3;
        return participle
                || (leaf.size() == 1 && (last.equals("complete") || last.equals("start") || last.equals("ok")));
    }

    private static String participle(String word) {
        return switch (word) {
            case "complete" -> "completed";
            case "start" -> "started";
            default -> word;
        };
    }

    static String plural(String word) {
        if (word.endsWith("s") || word.isEmpty()) {
            return word;
        }
        return word.endsWith("y") && word.length() > 1 && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0
                ? word.substring(0, word.length() - 1) + "ies"
                : word + "s";
    }

    static String sentence(List<String> words) {
        String text = words.stream()
                .map(word ->
                        ACRONYMS.contains(word) ? word.toUpperCase(Locale.ROOT) : OWN_WRITING.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }
}
