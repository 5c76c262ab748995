package dashwright.bot.planner;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.TagSet;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Series;
import dashwright.dashboards.plan.TemplateVariable;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** "Only production", "switch to staging", "env:staging", "only queue:default", "all environments". */
final class ScopeEdits implements EditKind {
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:show|make|set|use|switch|change|limit|restrict|filter|scope|narrow|look at)\\s+)?(?:me\\s+)?"
                    + "(?:(?:it|this|everything|the (?:board|dashboard)|the env(?:ironment)?|env(?:ironment)?)\\s+)?"
                    + "(?:only|just)?\\s*(?:to|for|in|on|by|from|with)?\\s*(?:only|just)?\\s*(?:the\\s+)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TRAIL =
            Pattern.compile("\\s*(?:(?:env(?:ironment)?)\\b)?\\s*(?:only|instead|please)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("([\\w.-]+)\\s*[:=]\\s*([\\w./*-]+)");
    private static final Pattern ALL =
            Pattern.compile("(?:all|every|any)(?: the)?(?: env(?:ironment)?s?)?|all of them");
    private static final int MOST_READ = 8;

    private final Knowledge knowledge;
    private final Words words;

    ScopeEdits(Knowledge knowledge, Words words) {
        this.knowledge = knowledge;
        this.words = words;
    }

    @Override
    public Optional<Change> apply(String said, DashboardPlan plan) {
        boolean env = said.toLowerCase(Locale.ROOT).matches(".*\\benv(?:ironment)?s?\\b.*");
        String value = TRAIL.matcher(LEAD.matcher(said).replaceFirst(""))
                .replaceFirst("")
                .strip();
        if (env
                && ALL.matcher(said.toLowerCase(Locale.ROOT).replaceFirst("^(?:show|use|for|in)\\s+(?:me\\s+)?", ""))
                        .matches()) {
            return variable(plan).map(variable -> set(plan, variable.tag(), "*"));
        }
        Matcher tag = TAG.matcher(value.isEmpty() ? said : value);
        if (tag.matches()) {
            String key = tag.group(1).toLowerCase(Locale.ROOT);
            boolean means = key.equals("environment") || words.environmentTags().contains(key);
            return Optional.of(means ? environment(plan, tag.group(2)) : tagged(plan, key, tag.group(2)));
        }
        boolean one = value.matches("[\\w.-]+") && !value.isEmpty();
        if (!one || (!env && !isEnvironment(plan, value))) {
            return Optional.empty();
        }
        return Optional.of(environment(plan, value));
    }

    private boolean isEnvironment(DashboardPlan plan, String value) {
        return known(plan).stream().anyMatch(each -> fits(each, value)) || usual(value);
    }

    /** Words that name environments everywhere, whatever this team has. */
    private boolean usual(String value) {
        return Objects.nonNull(new WishReader(words).read("in " + value).environment());
    }

    private Change environment(DashboardPlan plan, String value) {
        Set<String> values = known(plan);
        List<String> fitting = values.stream().filter(each -> fits(each, value)).toList();
        if (fitting.isEmpty()) {
            return new Change.Refused("No metric of this board was seen in \"" + value + "\". "
                    + (values.isEmpty()
                            ? "None of them is known to carry a tag for environments."
                            : "There is " + String.join(", ", values) + "."));
        }
        String meant =
                fitting.contains(value.toLowerCase(Locale.ROOT)) ? value.toLowerCase(Locale.ROOT) : fitting.getFirst();
        return set(plan, key(plan), meant);
    }

    private Change tagged(DashboardPlan plan, String key, String value) {
        Set<String> values = new TreeSet<>();
        Set<String> keys = new TreeSet<>();
        for (TagSet tags : tags(plan)) {
            keys.addAll(tags.keys());
            values.addAll(tags.valuesOf(key));
        }
        if (values.contains(value)) {
            return set(plan, key, value);
        }
        return new Change.Refused(
                values.isEmpty()
                        ? "No metric of this board is known to carry the tag \"" + key + "\". Their tags: "
                                + keys.stream().limit(12).collect(Collectors.joining(", ")) + "."
                        : "No metric of this board was seen with " + key + ":" + value + ". There is "
                                + values.stream().limit(8).collect(Collectors.joining(", ")) + ".");
    }

    private static boolean fits(String known, String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return known.startsWith(lower) || lower.startsWith(known);
    }

    private Change set(DashboardPlan plan, String key, String value) {
        List<TemplateVariable> variables = new ArrayList<>();
        boolean there = false;
        for (TemplateVariable variable : plan.variables()) {
            boolean meant = variable.tag().equals(key);
            variables.add(meant ? new TemplateVariable(variable.name(), key, List.of(value)) : variable);
            there |= meant;
        }
        if (!there) {
            variables.add(new TemplateVariable(key.replaceAll("[^A-Za-z0-9_]", "_"), key, List.of(value)));
        }
        SeenWith seen = SeenWith.of(new TemplateVariable(key, key, List.of(value)), knowledge);
        Change change = Change.made(
                plan,
                seen.moved(Charts.withVariables(plan, variables)),
                value.equals("*")
                        ? "Shows every " + key + "; the board's variable changes it."
                        : "Shows " + key + ":" + value + "; the board's variable changes it.");
        return change instanceof Change.Made made ? made.and(seen.remarks(made.plan())) : change;
    }

    private Optional<TemplateVariable> variable(DashboardPlan plan) {
        return plan.variables().stream()
                .filter(variable -> words.environmentTags().contains(variable.tag()))
                .findFirst();
    }

    private String key(DashboardPlan plan) {
        return variable(plan)
                .map(TemplateVariable::tag)
                .orElseGet(() -> words.environmentTags().stream()
                        .filter(key ->
                                tags(plan).stream().anyMatch(tags -> tags.keys().contains(key)))
                        .findFirst()
                        .orElse(words.environmentTags().getFirst()));
    }

    private Set<String> known(DashboardPlan plan) {
        Set<String> values = new TreeSet<>();
        tags(plan).forEach(tags -> words.environmentTags().forEach(key -> values.addAll(tags.valuesOf(key))));
        return values;
    }

    /** What is known already costs nothing; where nothing is, the first metrics are read. */
    private List<TagSet> tags(DashboardPlan plan) {
        List<String> names = plan.panels().stream()
                .filter(Panel.Chart.class::isInstance)
                .flatMap(panel -> ((Panel.Chart) panel).series().stream())
                .filter(Series.OfMetric.class::isInstance)
                .map(series -> ((Series.OfMetric) series).metric())
                .distinct()
                .toList();
        Catalog catalog = knowledge.enrich(names.stream().limit(MOST_READ).toList());
        return names.stream()
                .flatMap(name -> catalog.metric(name).stream())
                .map(Metric::tags)
                .toList();
    }
}
