package dashwright.bot.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request wants left out: "not in staging", "except h100", "without retries".
 *
 * @param rest the request without it
 * @param words what is to be left out, in lower case; empty for nothing
 */
record Exclusions(String rest, List<String> words) {
    private static final int MOST_WORDS = 4;
    private static final Pattern LEAD = Pattern.compile(
            "(?:,\\s*)?\\b(?:(?:but|and|though)\\s+)?(?:not|except(?:ing)?(?:\\s+for)?|without|exclud(?:ing|es?)"
                    + "|other\\s+than|apart\\s+from|aside\\s+from|ignoring|omitting|leaving\\s+out"
                    + "|do(?:\\s+not|n['’]t)\\s+(?:show|include|count|want|need))\\b",
            Pattern.CASE_INSENSITIVE);
    /** "Is not", "do not", "or not" deny a verb and leave nothing out. */
    private static final Pattern DENIED_VERB = Pattern.compile(
            "\\b(?:is|are|was|were|do|does|did|has|have|had|can|could|should|will|would|or|if|whether|why)\\s+$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern VERB = Pattern.compile("^\\s+[\\p{L}]+ing\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("\\G\\s*([\\p{L}\\p{N}][\\p{L}\\p{N}._:=/-]*)");
    private static final Set<String> BEFORE =
            Set.of("in", "on", "from", "for", "at", "of", "the", "any", "those", "a", "an", "to", "with", "tagged");
    private static final Set<String> AFTER = Set.of(
            "by",
            "over",
            "for",
            "in",
            "on",
            "during",
            "since",
            "per",
            "within",
            "last",
            "past",
            "with",
            "of",
            "at",
            "from",
            "but",
            "show",
            "showing",
            "split",
            "grouped",
            "vs",
            "today",
            "yesterday",
            "this",
            "please");
    /** One word, and then nothing more of the clause: where more follows, an "and" begins something else. */
    private static final Pattern ENDS = Pattern.compile(
            "^\\s+[\\p{L}\\p{N}._:=/-]+\\s*(?:$|[,;)?!]|\\b(?:by|over|for|in|on|during|since|per|within|last|past|with|today)\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> JOINING = Set.of("and", "or", "nor");

    Exclusions {
        words = List.copyOf(words);
    }

    /**
     * Reads what a request wants left out.
     *
     * @param isName true for what stands in a name of the catalog: of "files not cached" the "not_cached" may be one
     */
    static Exclusions of(String text, Predicate<String> isName, Set<String> filler) {
        StringBuilder rest = new StringBuilder();
        List<String> words = new ArrayList<>();
        Matcher lead = LEAD.matcher(text);
        int from = 0;
        while (lead.find(from)) {
            List<String> some = new ArrayList<>();
            int end = clause(text, lead.end(), some);
            boolean leavesOut = some.stream().anyMatch(word -> !filler.contains(word))
                    && !isDenial(text, lead, some)
                    && !isName.test("not_" + some.getFirst());
            rest.append(text, from, leavesOut ? lead.start() : lead.end()).append(' ');
            from = leavesOut ? end : lead.end();
            if (leavesOut) {
                some.stream().filter(word -> !filler.contains(word)).forEach(words::add);
            }
        }
        return new Exclusions(rest + text.substring(from), words);
    }

    private static boolean isDenial(String text, Matcher lead, List<String> clause) {
        return lead.group().strip().equalsIgnoreCase("not")
                && ((VERB.matcher(text.substring(lead.end())).find() && !LimitReader.isEnvironment(clause.getFirst()))
                        || DENIED_VERB.matcher(text.substring(0, lead.start())).find());
    }

    /** Adds the words of the clause that begins here, and returns where it ends. */
    private static int clause(String text, int start, List<String> words) {
        Matcher next = WORD.matcher(text);
        int end = start;
        boolean joined = true;
        while (next.find(end) && words.size() < MOST_WORDS) {
            String word = next.group(1).toLowerCase(Locale.ROOT).replaceAll("[._:=/-]+$", "");
            if (word.equals("and")
                    && !words.isEmpty()
                    && !ENDS.matcher(text.substring(next.end())).find()) {
                break;
            }
            if (JOINING.contains(word)) {
                joined = true;
            } else if (!words.isEmpty() && AFTER.contains(word)) {
                break;
            } else if (!(joined && BEFORE.contains(word))) {
                words.add(word);
                joined = false;
            }
            end = next.end();
        }
        return end;
    }
}
