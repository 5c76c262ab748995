package dashwright.bot.planner;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dashwright.catalog.search.WordStems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The planner's vocabulary, read from {@code words.yaml}.
 *
 * @param facets words that ask for a kind of figure
 * @param filler words that say nothing about a request's subject
 * @param general words that ask how something is rather than naming it
 * @param loose words that say little of what is asked, though they may stand in a metric's name
 * @param roles words that tell a metric's kind, the most telling kind first
 * @param timeUnits units that make a metric a duration
 * @param spent last parts of names that hold time spent in all rather than how long one thing took
 * @param statistics suffixes of expanded timers
 * @param workerTags tags that tell workers apart, the most telling first
 * @param serviceTags tags that name a service
 * @param environmentTags tags that name an environment
 * @param environments environments that are usually meant, the likeliest first
 * @param producers words of operations that hand work to somebody else
 */
record Words(
        Map<Facet, List<String>> facets,
        Set<String> filler,
        Set<String> general,
        Set<String> loose,
        Map<Role, Set<String>> roles,
        Set<String> timeUnits,
        Set<String> spent,
        Map<Statistic, Set<String>> statistics,
        List<String> workerTags,
        List<String> serviceTags,
        List<String> environmentTags,
        List<String> environments,
        Set<String> producers) {

    /** The vocabulary that ships with the planner. */
    static Words load() {
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream("words.yaml"), "words.yaml")) {
            File file = YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build()
                    .readValue(in, File.class);
            return new Words(
                    keyed(Facet.class, file.facets),
                    Set.copyOf(file.filler),
                    Set.copyOf(file.general),
                    Set.copyOf(file.loose),
                    sets(Role.class, file.roles),
                    Set.copyOf(file.time_units),
                    Set.copyOf(file.spent),
                    sets(Statistic.class, file.statistics),
                    List.copyOf(file.worker_tags),
                    List.copyOf(file.service_tags),
                    List.copyOf(file.environment_tags),
                    List.copyOf(file.environments),
                    Set.copyOf(file.producers));
        } catch (IOException broken) {
            throw new UncheckedIOException("words.yaml cannot be read", broken);
        }
    }

    /** The words of a text or a metric name: lower case, split at anything that is no letter or digit. */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        String spaced = text.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", " ");
        for (String word : spaced.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** The stems of a text's words, so that "synced" meets "sync". */
    static Set<String> stems(String text) {
        return Set.copyOf(WordStems.of(text));
    }

    /** The kinds of metrics that a word of a request asks for; none for a word that asks for no kind of figure. */
    Set<Role> rolesFor(String word) {
        return facets.entrySet().stream()
                .filter(facet -> facet.getValue().contains(word))
                .flatMap(facet -> facet.getKey().roles().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A name without the part that tells a statistic: what the metrics of one expanded timer share. */
    String withoutStatistic(String name) {
        int dot = name.lastIndexOf('.');
        String last = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return dot > 0 && isStatistic(last) ? name.substring(0, dot) : name.replaceAll("_?p\\d\\d_?", "_");
    }

    /** True for the last part of a name that tells a statistic. */
    boolean isStatistic(String part) {
        return statistics.values().stream().anyMatch(set -> set.contains(part));
    }

    private static <K extends Enum<K>> Map<K, List<String>> keyed(Class<K> type, Map<String, List<String>> raw) {
        Map<K, List<String>> keyed = new LinkedHashMap<>();
        raw.forEach((name, words) -> keyed.put(Enum.valueOf(type, name.toUpperCase(Locale.ROOT)), List.copyOf(words)));
        return keyed;
    }

    private static <K extends Enum<K>> Map<K, Set<String>> sets(Class<K> type, Map<String, List<String>> raw) {
        Map<K, Set<String>> sets = new LinkedHashMap<>();
        keyed(type, raw).forEach((key, words) -> sets.put(key, Set.copyOf(words)));
        return sets;
    }

    /** The file's own form. */
    private record File(
            Map<String, List<String>> facets,
            List<String> filler,
            List<String> general,
            List<String> loose,
            Map<String, List<String>> roles,
            List<String> time_units,
            List<String> spent,
            Map<String, List<String>> statistics,
            List<String> worker_tags,
            List<String> service_tags,
            List<String> environment_tags,
            List<String> environments,
            List<String> producers) {}
}
