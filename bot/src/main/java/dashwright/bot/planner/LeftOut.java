package dashwright.bot.planner;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Section;
import dashwright.dashboards.plan.Series;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Leaves out of a subject and of its board what a request excludes: metrics whose own name says it, or of that kind. */
final class LeftOut {
    /** The kinds of figures that can be asked to be left out by a word of their meaning. */
    private static final Set<Role> KINDS =
            EnumSet.of(Role.ERROR, Role.RETRY, Role.MEMORY, Role.CPU, Role.BACKLOG, Role.DURATION);

    private final Words words;
    private final List<String> excluded;
    private final Set<String> met = new HashSet<>();

    LeftOut(Words words, Wish wish) {
        this.words = words;
        Set<String> topic = Words.stems(wish.topicText());
        // What the subject itself is called cannot be left out of it.
        this.excluded = wish.limits().excluded().stream()
                .filter(word -> !topic.containsAll(Words.stems(word)))
                .toList();
    }

    /** The excluded words by which something was left out. */
    Set<String> met() {
        return Set.copyOf(met);
    }

    Subject of(Subject subject) {
        List<Evidence> kept = subject.evidence().stream()
                .filter(each -> !isExcluded(each.metric()))
                .toList();
        return subject.with(kept);
    }

    DashboardPlan of(DashboardPlan plan, Catalog catalog) {
        List<Section> sections = new ArrayList<>();
        for (Section section : plan.sections()) {
            List<Panel> panels = section.panels().stream()
                    .filter(panel -> !(panel instanceof Panel.Chart chart) || isKept(chart, catalog))
                    .toList();
            if (!panels.isEmpty()) {
                sections.add(new Section(section.id(), section.title(), section.kind(), panels));
            }
        }
        return new DashboardPlan(
                plan.title(), plan.description(), plan.window(), plan.variables(), sections, plan.links());
    }

    private boolean isKept(Panel.Chart chart, Catalog catalog) {
        return chart.series().stream()
                .noneMatch(series -> series instanceof Series.OfMetric one
                        && catalog.metric(one.metric()).filter(this::isExcluded).isPresent());
    }

    private boolean isExcluded(Metric metric) {
        Set<String> own = Words.stems(metric.name());
        List<String> tokens = Words.split(metric.name());
        Role role = Kind.of(metric, words).role();
        List<String> said = excluded.stream()
                .filter(word -> tokens.contains(word)
                        || own.containsAll(Words.stems(word))
                        || (KINDS.contains(role) && kinds(word).contains(role)))
                .toList();
        met.addAll(said);
        return !said.isEmpty();
    }

    private Set<Role> kinds(String word) {
        Set<Role> kinds = new HashSet<>(words.rolesFor(word));
        words.roles().forEach((role, names) -> {
            if (names.contains(word)) {
                kinds.add(role);
            }
        });
        return kinds;
    }
}
