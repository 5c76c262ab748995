package dashwright.bot.planner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a request: which figures, of what, over which time, in which environment. */
final class WishReader {
    /** Longer requests are cut: no subject needs more words, and each word costs a search. */
    private static final int LONGEST = 2_000;

    private static final int MOST_TOPIC_WORDS = 24;
    private static final int MOST_NAMING_WORDS = 4;
    private static final Duration LONGEST_WINDOW = Duration.ofDays(30);

    private static final String UNITS = "(minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|months?)\\b";
    /** "over the last 24 hours", "last week", "over 7 days". */
    private static final Pattern SPAN = Pattern.compile(
            "\\b(?:(?:over|in|for|during|of|within)\\s+)?(?:the\\s+)?(?:last|past|previous)\\s+(\\d{1,4})?\\s*" + UNITS
                    + "|\\b(?:over|in|for|during|within)\\s+(?:the\\s+)?(\\d{1,4})\\s*" + UNITS,
            Pattern.CASE_INSENSITIVE);
    /** A length alone, written as engineers do: "24h", "7d". */
    private static final Pattern SHORT_SPAN =
            Pattern.compile("(?<![\\w.-])(\\d{1,3})(m|min|h|d|w)(?![\\w.-])", Pattern.CASE_INSENSITIVE);

    private static final Pattern SPLIT = Pattern.compile(
            "\\b(?:split |grouped |broken down )?by\\s+([\\p{L}][\\p{L}\\p{N}_-]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RANKED =
            Pattern.compile("\\b(?:top|ranked|sorted|ordered|worst|busiest)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");
    private static final Pattern NAMED_SPAN = Pattern.compile(
            "\\b(?:since\\s+)?(today|this week|this month|yesterday|(?:since|until|on)\\s+(?:last\\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENVIRONMENT_TAG =
            Pattern.compile("\\benv(?:ironment)?[:=]([\\w./-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENVIRONMENT_WORD = Pattern.compile(
            "\\b(?:in|on|for)\\s+(prod|production|staging|stage|dev|development|test|qa)\\b", Pattern.CASE_INSENSITIVE);

    private final Words words;
    private final Predicate<String> isName;

    /** Reads without knowing what anything is called. */
    WishReader(Words words) {
        this(words, any -> false);
    }

    /**
     * Reads what is asked of a catalog.
     *
     * @param isName true for what stands in a name of the catalog, which is then a word and no value
     */
    WishReader(Words words, Predicate<String> isName) {
        this.words = words;
        this.isName = isName;
    }

    Wish read(String request) {
        String text = bounded(request);
        Exclusions exclusions = Exclusions.of(text, isName, words.filler());
        String kept = exclusions.rest();
        Duration window = window(kept);
        String environment = environment(kept);
        String rest = SPAN.matcher(kept).replaceAll(" ");
        rest = SHORT_SPAN.matcher(rest).replaceAll(" ");
        rest = NAMED_SPAN.matcher(rest).replaceAll(" ");
        rest = ENVIRONMENT_TAG.matcher(rest).replaceAll(" ");
        if (environment != null) {
            rest = ENVIRONMENT_WORD.matcher(rest).replaceAll(" ");
        }
        LimitReader.Read limited = new LimitReader(words, isName).read(exclusions, rest);
        rest = limited.rest();
        List<String> by = new ArrayList<>();
        rest = SPLIT.matcher(rest).replaceAll(found -> {
            String word = found.group(1).toLowerCase(Locale.ROOT);
            boolean figure = isFacetWord(word, RANKED.matcher(kept).find() ? Set.of() : Set.of(Facet.BACKLOG));
            if (figure || words.filler().contains(word)) {
                return Matcher.quoteReplacement(found.group());
            }
            by.add(word);
            return " ";
        });
        List<String> all = tokens(rest);
        Set<Facet> asked = facets(rest, all);
        // Who asks for pods and nothing else asks how the pods are.
        Set<Facet> facets = asked.equals(Set.of(Facet.WORKERS)) ? Set.of() : asked;
        List<String> content = content(all);
        boolean figuresOnly = !content.isEmpty() && content.stream().allMatch(word -> isFacetWord(word, asked));
        return new Wish(
                text,
                topic(withoutPhrases(rest), asked),
                content,
                figuresOnly,
                named(all),
                facets,
                by,
                window,
                environment,
                limited.limits());
    }

    /** Without what cannot be printed, and cut between characters. */
    static String bounded(String request) {
        String text = UNPRINTABLE.matcher(request).replaceAll(" ").strip();
        if (text.length() <= LONGEST) {
            return text;
        }
        // Half a word or half a character would be another.
        int space = text.lastIndexOf(' ', LONGEST);
        int end = space > LONGEST / 2 ? space : LONGEST;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** Keeps dotted names whole, so that a metric's full name finds that metric. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}._-]+", -1)) {
            String trimmed = word.replaceAll("^[._-]+|[._-]+$", "");
            if (!trimmed.isEmpty()) {
                tokens.add(trimmed);
            }
        }
        return tokens;
    }

    private Set<Facet> facets(String text, List<String> tokens) {
        Set<Facet> asked = EnumSet.noneOf(Facet.class);
        String lower = text.toLowerCase(Locale.ROOT);
        words.facets().forEach((facet, names) -> {
            for (String name : names) {
                if (name.indexOf(' ') < 0 ? tokens.contains(name) : lower.contains(name)) {
                    asked.add(facet);
                }
            }
        });
        return asked;
    }

    /** The words without those phrases that ask for a kind of figure: of "dns response time" the "dns". */
    private List<String> withoutPhrases(String text) {
        String rest = text.toLowerCase(Locale.ROOT);
        for (List<String> names : words.facets().values()) {
            for (String name : names) {
                rest = name.indexOf(' ') < 0 ? rest : rest.replace(name, " ");
            }
        }
        List<String> left = tokens(rest);
        return content(left).isEmpty() ? tokens(text) : left;
    }

    /** The words that are neither filler nor facet; the facet's words themselves where nothing else is left. */
    private List<String> topic(List<String> tokens, Set<Facet> facets) {
        List<String> content = content(tokens);
        List<String> subject =
                content.stream().filter(word -> !isFacetWord(word, facets)).toList();
        List<String> telling =
                subject.stream().filter(word -> !words.general().contains(word)).toList();
        List<String> topic = !telling.isEmpty() ? telling : subject.isEmpty() ? content : subject;
        List<String> chosen = singular(topic.isEmpty() ? tokens : topic);
        return chosen.subList(0, Math.min(chosen.size(), MOST_TOPIC_WORDS));
    }

    private List<String> content(List<String> tokens) {
        return tokens.stream()
                .filter(word -> !words.filler().contains(word))
                .distinct()
                .limit(MOST_TOPIC_WORDS)
                .toList();
    }

    /** Each word once, whether it was written in singular or plural. */
    private static List<String> singular(List<String> topic) {
        Map<Set<String>, String> byStem = new LinkedHashMap<>();
        topic.forEach(word -> byStem.putIfAbsent(Words.stems(word), word));
        return List.copyOf(byStem.values());
    }

    /** What the person calls the subject: the first words that are neither filler nor facet, as they stand together. */
    private List<String> named(List<String> tokens) {
        List<String> name = new ArrayList<>();
        for (String word : content(tokens)) {
            if (isFacetWord(word, Set.of(Facet.BACKLOG, Facet.ERRORS))) {
                if (!name.isEmpty()) {
                    break;
                }
            } else if (name.size() < MOST_NAMING_WORDS) {
                name.add(word);
            }
        }
        return name.isEmpty() ? content(tokens) : name;
    }

    /**
     * True for a word that asks for a kind of figure. A backlog's and the workers' words name a subject too where nothing
     * else is asked for: in "queue depth" the queue is what the person asks about, in "kubernetes pods" the pods.
     */
    private boolean isFacetWord(String word, Set<Facet> facets) {
        for (Map.Entry<Facet, List<String>> facet : words.facets().entrySet()) {
            boolean namesSubject = facets.equals(Set.of(facet.getKey()))
                    && (facet.getKey() == Facet.BACKLOG || facet.getKey() == Facet.WORKERS);
            if (!namesSubject && facet.getValue().contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Duration window(String text) {
        Matcher named = NAMED_SPAN.matcher(text);
        if (named.find()) {
            return switch (named.group(1).toLowerCase(Locale.ROOT)) {
                case "today" -> Duration.ofDays(1);
                case "this month" -> LONGEST_WINDOW;
                case "yesterday" -> Duration.ofDays(2);
                default -> Duration.ofDays(7);
            };
        }
        Matcher span = SPAN.matcher(text);
        if (span.find()) {
            return span.group(2) == null ? length(span.group(3), span.group(4)) : length(span.group(1), span.group(2));
        }
        Matcher alone = SHORT_SPAN.matcher(text);
        return alone.find() ? length(alone.group(1), alone.group(2)) : null;
    }

    private static @Nullable Duration length(@Nullable String digits, String unit) {
        int number = digits == null ? 1 : Integer.parseInt(digits);
        String word = unit.toLowerCase(Locale.ROOT);
        Duration window = switch (word.charAt(0)) {
            case 'm' -> word.startsWith("mo") ? Duration.ofDays(30L * number) : Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            case 'w' -> Duration.ofDays(7L * number);
            default -> Duration.ofDays(number);
        };
        if (window.isZero()) {
            return null;
        }
        return window.compareTo(LONGEST_WINDOW) > 0 ? LONGEST_WINDOW : window;
    }

    private static @Nullable String environment(String text) {
        Matcher tag = ENVIRONMENT_TAG.matcher(text);
        if (tag.find()) {
            return tag.group(1).toLowerCase(Locale.ROOT);
        }
        Matcher word = ENVIRONMENT_WORD.matcher(text);
        return word.find() ? word.group(1).toLowerCase(Locale.ROOT) : null;
    }
}
