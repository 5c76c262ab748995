package dashwright.dashboards.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a plan in itself, without a look at the catalog: everything at once, in the order of the plan. */
public final class PlanProblems {
    /** The longest window that a board or a panel may have. */
    public static final Duration LONGEST_WINDOW = Duration.ofDays(30);
    /** The shortest; Datadog's own shortest span is a minute. */
    public static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);

    static final int MAXIMUM_TITLE = 200;
    private static final int MAXIMUM_TEXT = 5_000;
    private static final int MAXIMUM_SECTIONS = 20;
    private static final int MAXIMUM_PANELS = 100;
    private static final int MAXIMUM_VARIABLES = 20;
    private static final int MAXIMUM_LINKS = 20;
    private static final Pattern ID = Pattern.compile("\\p{Alpha}\\w{0,63}");
    private static final Pattern VARIABLE = Pattern.compile("\\p{Alpha}[\\w.-]{0,63}");
    private static final Pattern TARGET = Pattern.compile("(/|https://[^\\s/])[^\\s<>()\"]*");

    private final List<Problem> problems = new ArrayList<>();

    private PlanProblems() {}

    /** All problems of a plan; empty for one that can be composed. */
    public static List<Problem> of(DashboardPlan plan) {
        PlanProblems found = new PlanProblems();
        found.board(plan);
        found.sections(plan);
        return List.copyOf(found.problems);
    }

    private void board(DashboardPlan plan) {
        title(plan.title(), "title");
        text(plan.description(), "description", MAXIMUM_TEXT);
        window(plan.window(), "window");
        atMost(plan.variables(), MAXIMUM_VARIABLES, "variables", "variables");
        atMost(plan.links(), MAXIMUM_LINKS, "links", "links");
        Set<String> names = new HashSet<>();
        for (int index = 0; index < plan.variables().size(); index++) {
            variable(plan.variables().get(index), "variables[" + index + "]", names);
        }
        for (int index = 0; index < plan.links().size(); index++) {
            link(plan.links().get(index), "links[" + index + "]");
        }
    }

    private void variable(TemplateVariable variable, String place, Set<String> names) {
        if (!VARIABLE.matcher(variable.name()).matches()) {
            add(
                    "variable-name",
                    place + ".name",
                    "A variable cannot be called %s.".formatted(quoted(variable.name())),
                    "Use a letter, then letters, digits, _, . or -.");
        } else if (!names.add(variable.name())) {
            add(
                    "variable-twice",
                    place + ".name",
                    "There are two variables %s.".formatted(variable.name()),
                    "Remove one, or call it something else.");
        }
        if (!SeriesChecks.isTagKey(variable.tag())) {
            add(
                    "tag-key",
                    place + ".tag",
                    "%s is no tag key.".formatted(quoted(variable.tag())),
                    SeriesChecks.TAG_KEY_FIX);
        }
        if (variable.defaults().isEmpty() || variable.defaults().stream().anyMatch(String::isBlank)) {
            add(
                    "variable-default",
                    place + ".defaults",
                    "The variable has no value to begin with.",
                    "Write * for all values.");
        }
    }

    private void link(Link link, String place) {
        title(link.label(), place + ".label");
        if (!TARGET.matcher(link.target()).matches() || link.target().startsWith("//")) {
            add(
                    "link-target",
                    place + ".target",
                    "%s is no link.".formatted(quoted(link.target())),
                    "Write a path of the Datadog site that begins with /, or a whole https:// address, without spaces.");
        }
    }

    private void sections(DashboardPlan plan) {
        if (plan.panels().isEmpty()) {
            add("plan-empty", "sections", "The plan has no panels.", "Add a section with at least one panel.");
        }
        if (plan.panels().size() > MAXIMUM_PANELS) {
            add(
                    "too-many",
                    "sections",
                    "The plan has %d panels; at most %d make a board."
                            .formatted(plan.panels().size(), MAXIMUM_PANELS),
                    "Split it into several boards.");
        }
        atMost(plan.sections(), MAXIMUM_SECTIONS, "sections", "sections");
        Set<String> sectionIds = new HashSet<>();
        Set<String> panelIds = new HashSet<>();
        for (int index = 0; index < plan.sections().size(); index++) {
            section(plan.sections().get(index), "sections[" + index + "]", sectionIds, panelIds);
        }
    }

    private void section(Section section, String place, Set<String> sectionIds, Set<String> panelIds) {
        id(section.id(), place + ".id", "section", sectionIds);
        title(section.title(), place + ".title");
        for (int index = 0; index < section.panels().size(); index++) {
            Panel panel = section.panels().get(index);
            String inner = place + ".panels[" + index + "]";
            id(panel.id(), inner + ".id", "panel", panelIds);
            switch (panel) {
                case Panel.Note note -> note(note, inner);
                case Panel.Chart chart -> new ChartChecks(chart, inner, this).run();
            }
        }
    }

    private void note(Panel.Note note, String place) {
        if (note.text().isBlank()) {
            add("note-empty", place + ".note", "The note says nothing.", "Write its text, or remove it.");
        }
        text(note.text(), place + ".note", MAXIMUM_TEXT);
    }

    void id(String id, String place, String what, Set<String> seen) {
        if (!ID.matcher(id).matches()) {
            add(
                    "id-form",
                    place,
                    "%s is no id.".formatted(quoted(id)),
                    "Use a letter, then letters, digits and underscores, at most 64.");
        } else if (!seen.add(id)) {
            add(
                    "id-twice",
                    place,
                    "There is another %s with the id %s.".formatted(what, id),
                    "Give one of them another id.");
        }
    }

    void title(String title, String place) {
        if (title.isBlank()) {
            add("blank", place, "This is blank.", "Say what is shown, in a few words.");
        }
        text(title, place, MAXIMUM_TITLE);
    }

    void text(String text, String place, int most) {
        if (text.length() > most) {
            add(
                    "too-long",
                    place,
                    "This has %d characters; at most %d fit.".formatted(text.length(), most),
                    "Shorten it.");
        }
    }

    void window(Duration window, String place) {
        boolean fits = window.compareTo(SHORTEST_WINDOW) >= 0 && window.compareTo(LONGEST_WINDOW) <= 0;
        if (!fits || !window.equals(Duration.ofMinutes(window.toMinutes()))) {
            add(
                    "window",
                    place,
                    "A window of %s cannot be shown.".formatted(WindowText.format(window)),
                    "Use whole minutes, from 1m to 30d.");
        }
    }

    void atMost(List<?> items, int most, String place, String what) {
        if (items.size() > most) {
            add(
                    "too-many",
                    place,
                    "There are %d %s; at most %d fit.".formatted(items.size(), what, most),
                    "Keep those that matter.");
        }
    }

    void add(String code, String place, String message, String fix) {
        problems.add(new Problem(code, place, message, fix));
    }

    static String quoted(String text) {
        return "'" + Fields.bounded(text) + "'";
    }
}
