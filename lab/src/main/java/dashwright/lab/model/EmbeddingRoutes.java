package dashwright.lab.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.http.Reply;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;

/**
 * Vectors in the shapes of two services:
 * <a href="https://platform.openai.com/docs/api-reference/embeddings">OpenAI's</a> and
 * <a href="https://github.com/ollama/ollama/blob/main/docs/api.md#generate-embeddings">Ollama's</a>. Any model is taken.
 */
final class EmbeddingRoutes {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String INPUT = "input";

    /** OpenAI takes no more texts at once. */
    private static final int MOST_TEXTS = 2_048;

    private final MeaningSpace space = MeaningSpace.load();

    /** Answers {@code POST /v1/embeddings}. */
    Reply openAi(String body) {
        JsonNode root = RequestReader.parsed(body);
        String model = Fields.optionalText(root, "model", "model");
        if (model.isEmpty()) {
            throw Fields.refuse("", "", "you must provide a model parameter");
        }
        EmbeddingRequest request = new EmbeddingRequest(
                model, texts(root), Fields.positive(root, "dimensions", MeaningSpace.DIMENSIONS), isBase64(root));
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("object", "list");
        ArrayNode data = answer.putArray("data");
        for (String text : request.texts()) {
            ObjectNode entry = data.addObject().put("object", "embedding").put("index", data.size() - 1);
            entry.set("embedding", vector(request, text));
        }
        int tokens = request.texts().stream().mapToInt(Tokens::of).sum();
        answer.put("model", request.model());
        answer.putObject("usage").put("prompt_tokens", tokens).put("total_tokens", tokens);
        return Reply.json(200, answer);
    }

    /** Answers {@code POST /api/embed}. */
    Reply ollama(String body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            return refused("the body is no JSON: " + broken.getOriginalMessage());
        }
        String model = root.path("model").asText("");
        if (model.isEmpty()) {
            return refused("model is required");
        }
        JsonNode input = root.path(INPUT);
        List<JsonNode> given = input.isArray() ? input.valueStream().toList() : List.of(input);
        if (!given.stream().allMatch(JsonNode::isTextual)) {
            return refused("invalid input type");
        }
        List<String> texts = given.stream().map(JsonNode::asText).toList();
        int dimensions = root.path("dimensions").asInt(MeaningSpace.DIMENSIONS);
        EmbeddingRequest request = new EmbeddingRequest(model, texts, Math.max(1, dimensions), false);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("model", model);
        ArrayNode vectors = answer.putArray("embeddings");
        texts.forEach(text -> vectors.add(vector(request, text)));
        answer.put("total_duration", 1_000_000).put("load_duration", 0);
        answer.put("prompt_eval_count", texts.stream().mapToInt(Tokens::of).sum());
        return Reply.json(200, answer);
    }

    private static Reply refused(String why) {
        return Reply.json(400, JsonNodeFactory.instance.objectNode().put("error", why));
    }

    private static List<String> texts(JsonNode root) {
        JsonNode input = root.path(INPUT);
        if (Fields.isAbsent(input)) {
            throw Fields.missing(INPUT);
        }
        List<JsonNode> all = input.isArray() ? input.valueStream().toList() : List.of(input);
        if (all.isEmpty() || all.size() > MOST_TEXTS) {
            throw Fields.refuse(INPUT, "", "'$.input' is invalid: a text, or a list of 1 to " + MOST_TEXTS + " texts.");
        }
        for (JsonNode text : all) {
            if (!text.isTextual()) {
                throw Fields.wrongType(INPUT, "a string or an array of strings", text);
            }
            if (text.asText().isEmpty()) {
                throw Fields.refuse(INPUT, "", "'$.input' is invalid: a text must not be empty.");
            }
        }
        return all.stream().map(JsonNode::asText).toList();
    }

    private static boolean isBase64(JsonNode root) {
        String format = Fields.optionalText(root, "encoding_format", "encoding_format");
        return switch (format) {
            case "", "float" -> false;
            case "base64" -> true;
            default ->
                throw Fields.refuse(
                        "encoding_format",
                        "invalid_value",
                        "Invalid value: '" + format + "'. Supported values are: 'float' and 'base64'.");
        };
    }

    private JsonNode vector(EmbeddingRequest request, String text) {
        float[] vector = space.vector(text, request.dimensions());
        if (request.isBase64()) {
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * vector.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(vector);
            return JsonNodeFactory.instance.textNode(Base64.getEncoder().encodeToString(bytes.array()));
        }
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        for (float number : vector) {
            numbers.add(number);
        }
        return numbers;
    }
}
