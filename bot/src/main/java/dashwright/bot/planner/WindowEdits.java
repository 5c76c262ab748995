package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.PlanEdit;
import dashwright.dashboards.plan.PlanProblems;
import dashwright.dashboards.plan.WindowText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Last 24 hours", "make it a week", "errors over the last 7 days". */
final class WindowEdits implements EditKind {
    private static final Pattern LENGTH = Pattern.compile(
            "\\b(?:(?:the\\s+)?(?:last|past|previous)\\s+)?(\\d{1,4}|an?|one|two|three|four|five|six|seven|ten|twelve|fourteen|thirty)[\\s-]*"
                    + "(minutes?|mins?|hours?|hrs?|days?|weeks?|months?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("ten", 10),
            Map.entry("twelve", 12),
            Map.entry("fourteen", 14),
            Map.entry("thirty", 30));
    /** Words that may stand beside a length of time without asking for anything else. */
    private static final Set<String> OF_A_WINDOW = Set.of(
            "window",
            "range",
            "period",
            "timeframe",
            "timespan",
            "span",
            "set",
            "use",
            "zoom",
            "instead",
            "switch",
            "go",
            "back",
            "extend",
            "shorten",
            "widen",
            "change",
            "into",
            "only",
            "data",
            "worth",
            "full",
            "whole",
            "default",
            "ok",
            "view",
            "frame",
            "up",
            "history",
            "trend");

    /** A length of time of any size, as a part of a sentence that asks for more. */
    private static final Pattern PART = Pattern.compile(
            "(?<![\\w:.-])(?:(?:over|for|in|during|within)\\s+)?(?:the\\s+)?(?:(?:last|past|previous)\\s+)?"
                    + "(?:(\\d{1,4}|an?|one|two|three|four|five|six|seven|ten|twelve|fourteen|thirty)[\\s-]*"
                    + "(minutes?|mins?|hours?|hrs?|days?|weeks?|months?|quarters?|years?|h|d|w|mo|y)"
                    + "|(?<=(?:last|past|previous)\\s{1,3})(day|week|month|quarter|year))(?![\\w:.-])",
            Pattern.CASE_INSENSITIVE);

    private final WishReader reader;

    WindowEdits(Words words) {
        this.reader = new WishReader(words);
    }

    @Override
    public Optional<Change> apply(String said, DashboardPlan plan) {
        Wish wish = reader.read(plainly(said));
        Matcher part = PART.matcher(said);
        Duration window = part.find() ? length(part) : wish.window();
        // What else a sentence asks for must not be lost on the way to its window.
        if (window == null || wish.environment() != null || !wish.by().isEmpty()) {
            return Optional.empty();
        }
        List<String> others = wish.content().stream()
                .filter(word -> !OF_A_WINDOW.contains(word))
                .toList();
        if (window.compareTo(PlanProblems.LONGEST_WINDOW) > 0) {
            return Optional.of(new Change.Refused(
                    "The longest window that a board can have is " + PlanProblems.LONGEST_WINDOW.toDays()
                            + " days, and " + part.group().strip() + " is longer."));
        }
        String length = WindowText.format(window);
        if (others.isEmpty()) {
            return Optional.of(Change.of(
                    plan, List.of(new PlanEdit.SetWindow(window)), "Set the board's window to " + length + "."));
        }
        PanelTargets.Meant meant = new PanelTargets(plan).find(String.join(" ", others));
        return meant.charts().isEmpty()
                ? Optional.empty()
                : Optional.of(Change.of(
                        plan,
                        meant.charts().stream()
                                .<PlanEdit>map(chart -> new PlanEdit.SetPanelWindow(chart.id(), window))
                                .toList(),
                        "Set the window of " + PanelTargets.titles(meant.charts()) + " to " + length + "."));
    }

    /** The length of time that a sentence names and the rest of it; empty where it names none or nothing else. */
    static Optional<List<String>> apart(String said) {
        Matcher part = PART.matcher(said);
        if (!part.find()) {
            return Optional.empty();
        }
        String rest = (said.substring(0, part.start()) + " " + said.substring(part.end())).strip();
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(List.of(part.group().strip(), rest));
    }

    private static Duration length(Matcher part) {
        int number = part.group(1) == null ? 1 : Integer.parseInt(number(part.group(1)));
        String unit = (part.group(1) == null ? part.group(3) : part.group(2)).toLowerCase(Locale.ROOT);
        return switch (unit.charAt(0)) {
            case 'm' -> unit.startsWith("mo") ? Duration.ofDays(30L * number) : Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            case 'w' -> Duration.ofDays(7L * number);
            case 'q' -> Duration.ofDays(91L * number);
            case 'y' -> Duration.ofDays(365L * number);
            default -> Duration.ofDays(number);
        };
    }

    /** Lengths in words and without "last", in the one form that requests have. */
    private static String plainly(String said) {
        return LENGTH.matcher(said)
                .replaceAll(found -> Matcher.quoteReplacement("last " + number(found.group(1)) + " " + found.group(2)));
    }

    private static String number(String word) {
        return Optional.ofNullable(NUMBERS.get(word.toLowerCase(Locale.ROOT)))
                .map(String::valueOf)
                .orElse(word);
    }
}
