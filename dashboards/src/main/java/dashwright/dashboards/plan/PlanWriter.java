package dashwright.dashboards.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Panel.Note;
import java.util.List;
import java.util.function.Function;

/** A plan to its tree: what {@link PlanReader} reads, with everything left out that it would assume anyway. */
final class PlanWriter {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private PlanWriter() {}

    static ObjectNode plan(DashboardPlan plan) {
        ObjectNode node = MAKE.objectNode().put("title", plan.title());
        put(node, "description", plan.description());
        node.put("window", WindowText.format(plan.window()));
        put(node, "variables", plan.variables(), PlanWriter::variable);
        put(node, "sections", plan.sections(), PlanWriter::section);
        put(node, "links", plan.links(), PlanWriter::link);
        return node;
    }

    private static ObjectNode variable(TemplateVariable variable) {
        ObjectNode node = MAKE.objectNode().put("name", variable.name());
        if (!variable.tag().equals(variable.name())) {
            node.put("tag", variable.tag());
        }
        if (!variable.defaults().equals(List.of("*"))) {
            node.set("defaults", texts(variable.defaults()));
        }
        return node;
    }

    private static ObjectNode link(Link link) {
        return MAKE.objectNode().put("label", link.label()).put("target", link.target());
    }

    static ObjectNode section(Section section) {
        ObjectNode node = MAKE.objectNode().put("id", section.id()).put("title", section.title());
        if (section.kind() != Section.Kind.DETAIL) {
            node.put("kind", Fields.wordOf(section.kind()));
        }
        put(node, "panels", section.panels(), PlanWriter::panel);
        return node;
    }

    static ObjectNode panel(Panel panel) {
        return switch (panel) {
            case Note note -> MAKE.objectNode().put("id", note.id()).put("note", note.text());
            case Chart chart -> chart(chart);
        };
    }

    private static ObjectNode chart(Chart chart) {
        ObjectNode node = MAKE.objectNode()
                .put("id", chart.id())
                .put("title", chart.title())
                .put("shape", Fields.wordOf(chart.shape()));
        put(node, "meaning", chart.meaning());
        put(node, "series", chart.series(), PlanWriter::series);
        put(node, "formulas", chart.formulas(), PlanWriter::formula);
        put(node, "thresholds", chart.thresholds(), PlanWriter::threshold);
        if (chart.window() != null) {
            node.put("window", WindowText.format(chart.window()));
        }
        if (chart.whenEmpty() != Panel.Emptiness.UNKNOWN) {
            node.put("empty", Fields.wordOf(chart.whenEmpty()));
        }
        if (chart.limit() != 0) {
            node.put("limit", chart.limit());
        }
        return node;
    }

    private static ObjectNode formula(Formula formula) {
        ObjectNode node = MAKE.objectNode();
        put(node, "label", formula.label());
        node.put("expression", formula.expression());
        put(node, "unit", formula.unit().toString());
        return node;
    }

    private static ObjectNode threshold(Threshold threshold) {
        return MAKE.objectNode()
                .put("when", PlanReader.condition(threshold))
                .put("level", Fields.wordOf(threshold.level()));
    }

    private static ObjectNode series(Series series) {
        ObjectNode node = MAKE.objectNode().put("id", series.id());
        put(node, "label", series.label());
        switch (series) {
            case Series.OfMetric metric -> node.put("metric", metric.metric());
            case Series.OfSpans spans -> node.set("spans", spans(spans));
        }
        node.put("measure", Fields.wordOf(series.measure()));
        put(node, "filters", series.filters(), PlanWriter::filter);
        if (!series.by().isEmpty()) {
            node.set("by", texts(series.by()));
        }
        return node;
    }

    private static ObjectNode spans(Series.OfSpans spans) {
        ObjectNode node = MAKE.objectNode();
        put(node, "service", spans.service());
        put(node, "operation", spans.operation());
        put(node, "resource", spans.resource());
        return node;
    }

    private static JsonNode filter(TagFilter filter) {
        if (isShort(filter)) {
            return MAKE.textNode((filter.excluded() ? "!" : "") + filter.key() + ":"
                    + filter.values().getFirst());
        }
        ObjectNode node = MAKE.objectNode().put("key", filter.key());
        node.set("values", texts(filter.values()));
        if (filter.excluded()) {
            node.put("excluded", true);
        }
        return node;
    }

    private static boolean isShort(TagFilter filter) {
        String key = filter.key();
        String value = filter.values().getFirst();
        return filter.values().size() == 1
                && !value.isEmpty()
                && value.equals(value.strip())
                && key.equals(key.strip())
                && !key.contains(":")
                && !key.startsWith("!");
    }

    private static void put(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }

    private static <T> void put(ObjectNode node, String name, List<T> items, Function<T, JsonNode> write) {
        if (!items.isEmpty()) {
            ArrayNode list = node.putArray(name);
            items.forEach(item -> list.add(write.apply(item)));
        }
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode list = MAKE.arrayNode();
        texts.forEach(list::add);
        return list;
    }
}
