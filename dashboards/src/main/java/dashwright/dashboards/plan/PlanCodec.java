package dashwright.dashboards.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The written form of plans, the same in YAML (for people) and JSON (for programs). Reading takes a text of at most
 * 262,144 characters and refuses it with every problem at once; what was written reads back as the same plan.
 */
public final class PlanCodec {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .stringQuotingChecker(new Quoting())
            .build());

    private PlanCodec() {}

    /**
     * Reads a plan from YAML.
     *
     * @throws PlanFormatException with everything that is wrong, each with its place and line
     */
    public static DashboardPlan readYaml(String text) {
        return read(problems -> DocumentReader.yaml(text, problems));
    }

    /**
     * Reads a plan from JSON.
     *
     * @throws PlanFormatException with everything that is wrong, each with its place and line
     */
    public static DashboardPlan readJson(String text) {
        return read(problems -> DocumentReader.json(text, problems));
    }

    /**
     * Reads a plan from a JSON tree, as a model's tool call carries it.
     *
     * @throws PlanFormatException with everything that is wrong, each with its place
     */
    public static DashboardPlan readTree(JsonNode tree) {
        return read(problems -> new DocumentReader.Document(tree, Map.of()));
    }

    /**
     * Reads edits from a JSON list, as a model's tool call carries them: {@code [{"edit": "retitle_panel", "panel":
     * "errors", "title": "Failed tasks"}]}. The names are those of {@link PlanEdit} in lower case; a panel or section to
     * be added is written as in a plan.
     *
     * @throws PlanFormatException with everything that is wrong, each with its place, as {@code edits[0].panel.series[1]}
     */
    public static List<PlanEdit> readEdits(JsonNode list) {
        List<Problem> problems = new ArrayList<>();
        ObjectNode holder = JsonNodeFactory.instance.objectNode();
        holder.set("edits", list);
        Fields fields = new Fields(holder, "", new Fields.Context(problems, Map.of()));
        List<PlanEdit> edits = fields.items("edits", item -> PlanEditReader.edit(fields.of(item))).stream()
                .flatMap(Optional::stream)
                .toList();
        if (!problems.isEmpty()) {
            throw new PlanFormatException(problems);
        }
        return edits;
    }

    private static DashboardPlan read(Function<List<Problem>, DocumentReader.Document> parse) {
        List<Problem> problems = new ArrayList<>();
        DocumentReader.Document document = parse.apply(problems);
        if (document.root().isMissingNode()) {
            throw new PlanFormatException(problems);
        }
        Fields fields = new Fields(document.root(), "", new Fields.Context(problems, document.lines()));
        if (!document.root().isObject()) {
            throw new PlanFormatException(problems);
        }
        DashboardPlan plan = PlanReader.plan(fields);
        if (!problems.isEmpty()) {
            throw new PlanFormatException(problems);
        }
        return plan;
    }

    /** Writes a plan as YAML. */
    public static String writeYaml(DashboardPlan plan) {
        return write(YAML, plan);
    }

    /** Writes a plan as JSON. */
    public static String writeJson(DashboardPlan plan) {
        return write(JSON, plan);
    }

    /** Writes a plan as a JSON tree. */
    public static ObjectNode writeTree(DashboardPlan plan) {
        return PlanWriter.plan(plan);
    }

    private static String write(ObjectMapper mapper, DashboardPlan plan) {
        try {
            return mapper.writeValueAsString(PlanWriter.plan(plan));
        } catch (JsonProcessingException impossible) {
            // A tree of texts and numbers in memory has nothing that could fail to be written.
            throw new UncheckedIOException(impossible);
        }
    }

    /** Leaves only plainly harmless texts without quotes: YAML has too many words that turn into something else. */
    private static final class Quoting extends StringQuotingChecker {
        private static final Pattern HARMLESS =
                Pattern.compile("[A-Za-z/][A-Za-z0-9_./, %()+?!&;'*=-]*(:[A-Za-z0-9_./-]+)?|\\d{1,9}[smhdw]");
        private static final Set<String> WORDS = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

        @Override
        public boolean needToQuoteName(String name) {
            return needToQuoteValue(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return !HARMLESS.matcher(value).matches()
                    || value.endsWith(" ")
                    || WORDS.contains(value.toLowerCase(Locale.ROOT));
        }
    }
}
