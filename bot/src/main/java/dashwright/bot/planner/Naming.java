package dashwright.bot.planner;

import dashwright.catalog.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What to call things: titles in plain words, taken from the names that the team itself gave. */
final class Naming {
    private static final int LONGEST_TITLE = 60;
    /** Words that people write in capitals. */
    private static final Set<String> ACRONYMS = Set.of(
            "api", "ci", "cpu", "db", "dns", "ebs", "ec2", "gc", "gpu", "http", "id", "io", "jvm", "p50", "p75", "p90",
            "p95", "p99", "pr", "prs", "s3", "b2", "sql", "ssl", "tcp", "tls", "url");

    private static final int FEW_FACETS = 3;

    private final Words words;
    private final Set<String> known;
    private final Set<String> ambiguous;

    /**
     * Names things.
     *
     * @param known the words that the catalog uses: a plural that nobody uses is not made up
     * @param metrics the metrics of the board
     */
    Naming(Words words, Set<String> known, Collection<Metric> metrics) {
        this.words = words;
        this.known = known;
        Map<String, Set<String>> roots = new HashMap<>();
        metrics.forEach(metric -> roots.computeIfAbsent(leafPhrase(metric), any -> new HashSet<>())
                .add(metric.name().substring(0, Math.max(0, metric.name().indexOf('.')))));
        this.ambiguous = roots.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * A metric's name as a short phrase: {@code warehouse.packaging.files.not_cached} → "Files not cached"; where another
     * metric of the board would be called the same, with the first part of its name.
     */
    String phrase(Metric metric) {
        String phrase = leafPhrase(metric);
        if (!ambiguous.contains(phrase)) {
            return phrase;
        }
        String root = metric.name().substring(0, Math.max(0, metric.name().indexOf('.')));
        return phrase + " (" + root + ")";
    }

    private String leafPhrase(Metric metric) {
        List<String> parts = new ArrayList<>(Arrays.asList(metric.name().split("\\.", -1)));
        if (parts.size() > 2 && isStatistic(parts.getLast())) {
            parts.removeLast();
        }
        List<String> leaf = Words.split(parts.getLast());
        List<String> phrase = new ArrayList<>();
        if (parts.size() > 1 && (leaf.size() == 1 || isVerbal(leaf))) {
            List<String> parent = Words.split(parts.get(parts.size() - 2));
            phrase.addAll(parent.subList(0, Math.max(0, parent.size() - 1)));
            if (!parent.isEmpty()) {
                phrase.add(isVerbal(leaf) ? knownPlural(parent.getLast()) : parent.getLast());
            }
        }
        phrase.addAll(isVerbal(leaf) && leaf.size() == 1 ? List.of(participle(leaf.getFirst())) : leaf);
        return sentence(phrase);
    }

    /** A board's title from the words of a request. */
    String title(Wish wish) {
        String subject = sentence(wish.named());
        boolean few = !wish.facets().isEmpty() && wish.facets().size() <= FEW_FACETS;
        String title = few ? subject + ": " + facets(wish) : subject + " status";
        return title.length() > LONGEST_TITLE
                ? title.substring(0, LONGEST_TITLE - 1).strip() + "…"
                : title;
    }

    private static String facets(Wish wish) {
        return wish.facets().stream()
                .sorted()
                .map(facet -> facet == Facet.CPU ? "CPU" : facet.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private String knownPlural(String word) {
        String plural = plural(word);
        return known.contains(plural) ? plural : word;
    }

    private boolean isStatistic(String part) {
        return words.statistics().values().stream().anyMatch(set -> set.contains(part.toLowerCase(Locale.ROOT)));
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
                .map(word -> ACRONYMS.contains(word) && !word.matches("p\\d\\d") ? upper(word) : word)
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String upper(String word) {
        return word.equals("prs") ? "PRs" : word.toUpperCase(Locale.ROOT);
    }
}
