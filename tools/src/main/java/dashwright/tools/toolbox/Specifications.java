package dashwright.tools.toolbox;

import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel.Shape;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.List;

/** The forms of the tools. Every token of them is paid for in every round, so they say what must be said and no more. */
final class Specifications {
    static final String FIND_METRICS = "find_metrics";
    static final String DESCRIBE_METRICS = "describe_metrics";
    static final String SAMPLE_METRIC = "sample_metric";
    static final String FIND_SPANS = "find_spans";
    static final String DRAFT_DASHBOARD = "draft_dashboard";
    static final String REVISE_DRAFT = "revise_draft";
    static final String ASK_USER = "ask_user";

    private Specifications() {}

    static List<ToolSpecification> all() {
        return List.of(
                tool(
                        FIND_METRICS,
                        "Finds metrics of the live catalog by words.",
                        object().addStringProperty("text", "a few words")
                                .addIntegerProperty("limit", "1 to 25")
                                .required("text")),
                tool(
                        DESCRIBE_METRICS,
                        "Type, unit, meaning and tags of up to 8 metrics.",
                        object().addProperty("names", texts("full names")).required("names")),
                tool(
                        SAMPLE_METRIC,
                        "Recent values of one metric, to see whether it is alive and what size it has.",
                        object().addStringProperty("metric")
                                .addProperty("tags", texts("key:value"))
                                .addStringProperty("window", "as 1h or 7d; 4h if left out")
                                .required("metric")),
                tool(
                        FIND_SPANS,
                        "Finds spans (service, operation, resource) by words.",
                        object().addStringProperty("text", "a service, task or endpoint")
                                .addIntegerProperty("limit", "1 to 25")
                                .required("text")),
                tool(
                        DRAFT_DASHBOARD,
                        "Drafts the board and tries every query. Without panels it plans them from the catalog: the best"
                                + " beginning.",
                        object().addStringProperty("request", "the person's words")
                                .addStringProperty("title")
                                .addStringProperty("window", "as 4h or 7d")
                                .addProperty("panels", list(panel()))
                                .required("request")),
                tool(
                        REVISE_DRAFT,
                        "Changes the draft by small edits, all or none, and tries it again.",
                        object().addProperty("edits", list(edit())).required("edits")),
                tool(
                        ASK_USER,
                        "Asks the person one short question and ends. Each choice is a request that stands for itself.",
                        object().addStringProperty("question")
                                .addProperty("choices", texts("2 to 5"))
                                .required("question", "choices")));
    }

    private static JsonObjectSchema panel() {
        return object().addStringProperty("title", "exactly what it shows")
                .addEnumProperty("shape", PanelReader.words(Shape.class))
                .addStringProperty("metric", "full name; or else span")
                .addStringProperty("percent_of", "metric that is 100 %")
                .addProperty(
                        "span",
                        object().addStringProperty("service")
                                .addStringProperty("operation")
                                .addStringProperty("resource")
                                .build())
                .addEnumProperty("measure", PanelReader.words(Measure.class), "left out: fits the type")
                .addProperty("filters", texts("key:value or !key:value"))
                .addProperty("by", texts("tag keys"))
                .addStringProperty("window", "if not the board's")
                .addStringProperty("meaning", "what it means, where it misleads")
                .addProperty("thresholds", texts("as bad > 48"))
                .addStringProperty(
                        "section", "summary, throughput, latency, errors, resources, backlog, detail, or an id")
                .required("title", "shape")
                .build();
    }

    private static JsonObjectSchema edit() {
        return object().addEnumProperty("do", PanelReader.words(EditRequest.Kind.class))
                .addStringProperty("id", "panel or section; left out: the board")
                .addProperty("panel", panel())
                .addStringProperty("title")
                .addStringProperty("window")
                .addStringProperty("section", "to add or move to")
                .addStringProperty("before", "panel id; left out: the end")
                .required("do")
                .build();
    }

    private static ToolSpecification tool(String name, String description, JsonObjectSchema.Builder form) {
        return ToolSpecification.builder()
                .name(name)
                .description(description)
                .parameters(form.build())
                .build();
    }

    private static JsonObjectSchema.Builder object() {
        return JsonObjectSchema.builder();
    }

    private static JsonArraySchema list(JsonSchemaElement items) {
        return JsonArraySchema.builder().items(items).build();
    }

    private static JsonArraySchema texts(String description) {
        return JsonArraySchema.builder()
                .items(new JsonStringSchema())
                .description(description)
                .build();
    }
}
