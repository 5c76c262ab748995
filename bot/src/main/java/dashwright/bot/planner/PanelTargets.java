package dashwright.bot.planner;

import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Series;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what people call a part of a board: a section by its heading, panels by their titles or what they read. */
final class PanelTargets {
    private static final int MOST_NAMED = 6;
    private static final Set<String> PARTS = Words.stems(
            "section sections panel panels widget widgets chart charts graph graphs tile tiles timeseries group row");
    private static final Set<String> SAYS_NOTHING =
            Set.of("the", "a", "an", "all", "of", "this", "that", "these", "those", "it", "its", "for", "our", "any");
    private static final Pattern ONE =
            Pattern.compile("\\b(?:panel|widget|chart|graph|tile)\\s*$", Pattern.CASE_INSENSITIVE);

    private final DashboardPlan plan;

    PanelTargets(DashboardPlan plan) {
        this.plan = plan;
    }

    /**
     * What was meant.
     *
     * @param section the section that is called so, where one is
     * @param charts the charts that are meant; those of the section where one is called so
     */
    record Meant(Optional<Section> section, List<Panel.Chart> charts) {
        public Meant {
            charts = List.copyOf(charts);
        }

        boolean isEmpty() {
            return section.isEmpty() && charts.isEmpty();
        }
    }

    /** A section that is called so, or else the charts that are. */
    Meant find(String said) {
        String words = said.replaceAll("[\"“”‘’`*]+", " ").strip();
        Set<String> meant = meant(words);
        Optional<Section> section = section(words, meant);
        List<Panel.Chart> called = charts(words, meant);
        boolean one = ONE.matcher(words).find();
        return section.isPresent() && (called.isEmpty() || !one)
                ? new Meant(section, charts(section.get().panels().stream()))
                : new Meant(Optional.empty(), called);
    }

    /** True where the words speak of one panel, and several could be meant. */
    static boolean isAmbiguous(String words, Meant meant) {
        return meant.section().isEmpty()
                && meant.charts().size() > 1
                && ONE.matcher(words).find();
    }

    /** The titles of charts, for a sentence. */
    static String titles(List<Panel.Chart> charts) {
        String named = charts.stream()
                .limit(MOST_NAMED)
                .map(chart -> "\"" + chart.title() + "\"")
                .collect(Collectors.joining(", "));
        return charts.size() > MOST_NAMED ? named + " and " + (charts.size() - MOST_NAMED) + " more" : named;
    }

    /** Why nothing was found, with what there is. */
    String nothingCalled(String words) {
        return "Nothing on the board is called \"" + words.strip() + "\". Its panels are " + titles(charts()) + ".";
    }

    /** All charts, in order. */
    List<Panel.Chart> charts() {
        return charts(plan.panels().stream());
    }

    /** The section that holds a panel. */
    Section sectionOf(Panel panel) {
        return plan.sections().stream()
                .filter(section -> section.panels().contains(panel))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> meant(String words) {
        String bare = Words.split(words).stream()
                .filter(word -> !SAYS_NOTHING.contains(word))
                .collect(Collectors.joining(" "));
        Set<String> stems = new HashSet<>(Words.stems(bare));
        Set<String> named = new HashSet<>(stems);
        named.removeAll(PARTS);
        return named.isEmpty() ? stems : named;
    }

    private Optional<Section> section(String words, Set<String> meant) {
        return plan.sections().stream()
                .filter(section -> meant.equals(Words.stems(section.title()))
                        || meant.equals(Words.stems(section.id()))
                        || words.strip().equalsIgnoreCase(section.title()))
                .findFirst();
    }

    /** The exact title before all words in the title before all words in the title and what is read. */
    private List<Panel.Chart> charts(String words, Set<String> meant) {
        if (meant.isEmpty()) {
            return List.of();
        }
        List<Predicate<Panel.Chart>> ways = List.of(
                chart -> words.strip().equalsIgnoreCase(chart.title()) || meant.equals(meant(chart.title())),
                chart -> Words.stems(chart.title()).containsAll(meant),
                chart -> reads(chart).contains(words.strip().toLowerCase(Locale.ROOT)),
                chart -> allOf(chart).containsAll(meant));
        for (Predicate<Panel.Chart> way : ways) {
            List<Panel.Chart> found = charts().stream().filter(way).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<String> reads(Panel.Chart chart) {
        return chart.series().stream()
                .map(series -> series instanceof Series.OfMetric one ? one.metric() : series.label())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Set<String> allOf(Panel.Chart chart) {
        List<String> words = new ArrayList<>(reads(chart));
        words.add(chart.title());
        chart.series().forEach(series -> words.add(series.measure().name()));
        return Words.stems(String.join(" ", words));
    }

    private static List<Panel.Chart> charts(Stream<Panel> panels) {
        return panels.filter(Panel.Chart.class::isInstance)
                .map(Panel.Chart.class::cast)
                .toList();
    }
}
