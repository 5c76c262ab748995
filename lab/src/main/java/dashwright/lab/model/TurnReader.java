package dashwright.lab.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the turns of a rule. */
final class TurnReader {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Problems problems;

    TurnReader(Problems problems) {
        this.problems = problems;
    }

    List<Turn> read(JsonNode rule, String place) {
        List<Turn> turns = new ArrayList<>();
        List<JsonNode> nodes = problems.list(rule, "turns", place);
        for (int i = 0; i < nodes.size(); i++) {
            turns.add(turn(nodes.get(i), place + "[" + i + "]"));
        }
        return turns;
    }

    private Turn turn(JsonNode node, String place) {
        problems.keys(node, place, Set.of("text", "calls", "error", "hang"));
        boolean saysMore = node.size() == 2 && node.has("text") && node.has("calls");
        if (node.isObject() && node.size() != 1 && !saysMore) {
            problems.add(place, "must be one of text, calls (with a text or without), error, hang");
        }
        if (node.has("error")) {
            return Turn.error(error(node.path("error"), place + ".error"));
        }
        if (node.has("hang")) {
            return Turn.hang(duration(node.path("hang"), place + ".hang"));
        }
        List<Turn.Call> calls = node.has("calls") ? calls(node, place + ".calls") : List.of();
        String text = node.path("text").asText("");
        return calls.isEmpty() ? Turn.text(text) : new Turn.Calls(text, calls);
    }

    private List<Turn.Call> calls(JsonNode turn, String place) {
        List<Turn.Call> calls = new ArrayList<>();
        List<JsonNode> nodes = problems.list(turn, "calls", place);
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode call = nodes.get(i);
            problems.keys(call, place + "[" + i + "]", Set.of("name", "arguments"));
            if (!call.path("name").isTextual()) {
                problems.add(place + "[" + i + "].name", "is missing; give a tool's name");
            }
            calls.add(new Turn.Call(call.path("name").asText(), arguments(call.path("arguments"))));
        }
        return calls;
    }

    private static String arguments(JsonNode node) {
        if (node.isMissingNode()) {
            return "{}";
        }
        return node.isTextual() ? node.asText() : node.toString();
    }

    private ApiError error(JsonNode node, String place) {
        problems.keys(node, place, Set.of("status", "type", "code", "param", "message", "retry_after"));
        int status = node.path("status").asInt();
        if (status < 400 || status > 599) {
            problems.add(place + ".status", "must lie between 400 and 599");
            return ApiError.ofStatus(500);
        }
        ApiError usual = ApiError.ofStatus(status);
        Duration retryAfter = node.has("retry_after")
                ? duration(node.path("retry_after"), place + ".retry_after")
                : usual.retryAfter();
        if (status == 429) {
            usual = ApiError.rateLimited(retryAfter);
        }
        return new ApiError(
                status,
                node.path("type").asText(usual.type()),
                node.path("param").asText(usual.parameter()),
                node.path("code").asText(usual.code()),
                node.path("message").asText(usual.message()),
                retryAfter);
    }

    private Duration duration(JsonNode node, String place) {
        try {
            Duration duration = Duration.parse(node.asText());
            if (duration.isPositive() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException wrong) {
            // Said below, in the same words as for a duration that is too long.
        }
        problems.add(place, "must be a duration of at most an hour, as PT30S, not " + node);
        return Duration.ofSeconds(1);
    }
}
