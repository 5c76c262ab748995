package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.PlanEdit;
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

    private final WishReader reader;

    WindowEdits(Words words) {
        this.reader = new WishReader(words);
    }

    @Override
    public Optional<Change> apply(String said, DashboardPlan plan) {
        Wish wish = reader.read(plainly(said));
        Duration window = wish.window();
        if (window == null) {
            return Optional.empty();
        }
        List<String> others = wish.content().stream()
                .filter(word -> !OF_A_WINDOW.contains(word))
                .toList();
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
