package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.PlanEdit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** "Rename to X", "call it X", "rename the memory panel to X". */
final class TitleEdits implements EditKind {
    private static final int LONGEST = 150;
    private static final String BOARD = "(?:it|this|that|the\\s+(?:board|dashboard|draft|title|whole thing|thing)|"
            + "(?:board|dashboard|draft|title))";
    private static final List<Pattern> OF_THE_BOARD = Stream.of(
                    "(?:rename|retitle)\\s+(?:" + BOARD + "\\s+)?(?:to|as|into)[:\\s]+(.+)",
                    "(?:rename|retitle|call|name|title)\\s+" + BOARD + "[:\\s]+(?:as\\s+|to\\s+)?(.+)",
                    "(?:set|change|make)\\s+(?:the\\s+|its\\s+)?(?:title|name)\\s*(?:to|be|:)\\s*(.+)",
                    "(?:the\\s+)?(?:new\\s+)?(?:title|name)\\s*(?::|should be|is)\\s*(.+)",
                    "give it the (?:title|name)\\s+(.+)")
            .map(TitleEdits::pattern)
            .toList();
    private static final List<Pattern> OF_A_PART = Stream.of(
                    "(?:rename|retitle)\\s+(.+?)\\s+(?:to|into|as)\\s+(.+)",
                    "(?:change|set)\\s+the\\s+(?:title|name)\\s+of\\s+(.+?)\\s+to\\s+(.+)",
                    "call\\s+((?:the\\s+)?.+?\\s+(?:panel|section|chart|graph|widget))\\s+(.+)")
            .map(TitleEdits::pattern)
            .toList();

    @Override
    public Optional<Change> apply(String said, DashboardPlan plan) {
        for (Pattern pattern : OF_THE_BOARD) {
            Matcher matcher = pattern.matcher(said);
            if (matcher.matches()) {
                String title = title(matcher.group(1));
                return Optional.of(Change.of(
                        plan, List.of(new PlanEdit.RetitleBoard(title)), "Renamed the board to \"" + title + "\"."));
            }
        }
        return OF_A_PART.stream()
                .map(pattern -> pattern.matcher(said))
                .filter(Matcher::matches)
                .findFirst()
                .map(matcher -> part(matcher.group(1), title(matcher.group(2)), plan));
    }

    private static Change part(String words, String title, DashboardPlan plan) {
        PanelTargets targets = new PanelTargets(plan);
        PanelTargets.Meant meant = targets.find(words);
        if (meant.isEmpty()) {
            return new Change.Refused(targets.nothingCalled(words) + " To rename the board, say: rename to " + title);
        }
        if (meant.section().isPresent()) {
            return Change.of(
                    plan,
                    List.of(new PlanEdit.RetitleSection(meant.section().get().id(), title)),
                    "Renamed the section \"" + meant.section().get().title() + "\" to \"" + title + "\".");
        }
        if (meant.charts().size() > 1) {
            return new Change.Refused("Several panels are called so: " + PanelTargets.titles(meant.charts())
                    + ". Name one of them in full.");
        }
        Panel.Chart chart = meant.charts().getFirst();
        return Change.of(
                plan,
                List.of(new PlanEdit.RetitlePanel(chart.id(), title)),
                "Renamed \"" + chart.title() + "\" to \"" + title + "\".");
    }

    private static String title(String words) {
        String bare =
                words.strip().replaceAll("^[\"“”'‘`*_]+|[\"“”'’`*_]+$", "").strip();
        return bare.length() > LONGEST ? bare.substring(0, LONGEST).strip() + "…" : bare;
    }

    private static Pattern pattern(String form) {
        return Pattern.compile(form, Pattern.CASE_INSENSITIVE);
    }
}
