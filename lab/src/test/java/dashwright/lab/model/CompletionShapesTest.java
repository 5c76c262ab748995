package dashwright.lab.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompletionShapesTest {
    private static final String LONG_TEXT = "Die Größe des Rückstands: 8 Millionen 🚀🚀🚀🚀🚀🚀🚀🚀🚀 Dateien.";
    private static final Turn TWO_CALLS = Turn.calls(
            new Turn.Call("find_metrics", "{\"text\":\"s3 sync status and more\"}"),
            new Turn.Call("find_spans", "{\"text\":\"s3\"}"));

    private final ModelLab lab =
            ModelLab.start(ModelLab.Options.of(ModelClient.standingClock(), Scripts.fixed(Turn.text(LONG_TEXT))));
    private final ModelClient client = ModelClient.of(lab);

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void answersWithATextInOneDocument() throws IOException {
        ModelClient.Answer answer = client.ask("hello", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        JsonNode body = answer.json();
        assertThat(body.path("id").asText()).startsWith("chatcmpl-");
        assertThat(body.path("object").asText()).isEqualTo("chat.completion");
        assertThat(body.path("created").asLong()).isEqualTo(ModelClient.NOON.getEpochSecond());
        assertThat(body.path("model").asText()).isEqualTo("any");
        JsonNode choice = body.path("choices").path(0);
        assertThat(choice.path("finish_reason").asText()).isEqualTo("stop");
        assertThat(choice.path("message").path("role").asText()).isEqualTo("assistant");
        assertThat(choice.path("message").path("content").asText()).isEqualTo(LONG_TEXT);
        assertThat(choice.path("message").has("tool_calls")).isFalse();
    }

    @Test
    void countsTokensThatAddUp() throws IOException {
        JsonNode usage = client.ask("hello", "").json().path("usage");
        assertThat(usage.path("prompt_tokens").asInt()).isPositive();
        assertThat(usage.path("completion_tokens").asInt()).isEqualTo((LONG_TEXT.length() + 3) / 4);
        assertThat(usage.path("total_tokens").asInt())
                .isEqualTo(usage.path("prompt_tokens").asInt()
                        + usage.path("completion_tokens").asInt());
        lab.play(Scripts.silent());
        int more = client.ask("hello, hello, hello, hello", "")
                .json()
                .path("usage")
                .path("prompt_tokens")
                .asInt();
        assertThat(more).isGreaterThan(usage.path("prompt_tokens").asInt());
    }

    @Test
    void callsToolsWithIdsOfTheirOwn() throws IOException {
        lab.play(Scripts.fixed(TWO_CALLS, TWO_CALLS));
        JsonNode choice = client.ask("hello", "").json().path("choices").path(0);
        assertThat(choice.path("finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(choice.path("message").path("content").isNull()).isTrue();
        JsonNode calls = choice.path("message").path("tool_calls");
        assertThat(calls).hasSize(2);
        assertThat(calls.path(0).path("type").asText()).isEqualTo("function");
        assertThat(calls.path(0).path("function").path("name").asText()).isEqualTo("find_metrics");
        assertThat(calls.path(0).path("function").path("arguments").asText())
                .isEqualTo("{\"text\":\"s3 sync status and more\"}");
        JsonNode again = client.ask("hello", "").json().at("/choices/0/message/tool_calls");
        Set<String> ids = Set.of(
                calls.path(0).path("id").asText(),
                calls.path(1).path("id").asText(),
                again.path(0).path("id").asText(),
                again.path(1).path("id").asText());
        assertThat(ids).hasSize(4).allMatch(id -> id.startsWith("call_"));
    }

    @Test
    void streamsATextInPiecesThatJoinToIt() throws IOException {
        ModelClient.Answer answer = client.ask("hello", ",\"stream\":true");
        assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
        assertThat(answer.events()).last().isEqualTo("[DONE]");
        List<JsonNode> chunks = chunks(answer);
        assertThat(chunks).allMatch(chunk -> chunk.path("object").asText().equals("chat.completion.chunk"));
        assertThat(chunks.stream().map(chunk -> chunk.path("id").asText()).distinct())
                .hasSize(1);
        assertThat(chunks.getFirst().at("/choices/0/delta/role").asText()).isEqualTo("assistant");
        assertThat(chunks.getLast().at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        List<String> pieces = chunks.stream()
                .map(chunk -> chunk.at("/choices/0/delta/content").asText(""))
                .filter(piece -> !piece.isEmpty())
                .toList();
        assertThat(pieces).hasSizeGreaterThan(3);
        assertThat(String.join("", pieces)).isEqualTo(LONG_TEXT);
        assertThat(chunks).noneMatch(chunk -> chunk.has("usage"));
    }

    @Test
    void streamsCallsByTheirIndex() throws IOException {
        lab.play(Scripts.fixed(TWO_CALLS));
        List<JsonNode> deltas = chunks(client.ask("hello", ",\"stream\":true")).stream()
                .map(chunk -> chunk.at("/choices/0/delta/tool_calls/0"))
                .filter(JsonNode::isObject)
                .toList();
        List<JsonNode> second = deltas.stream()
                .filter(delta -> delta.path("index").asInt() == 1)
                .toList();
        assertThat(second.getFirst().path("id").asText()).startsWith("call_");
        assertThat(second.getFirst().at("/function/name").asText()).isEqualTo("find_spans");
        assertThat(second.stream().skip(1)).noneMatch(delta -> delta.has("id"));
        assertThat(deltas.stream()
                        .filter(delta -> delta.path("index").asInt() == 0)
                        .map(delta -> delta.at("/function/arguments").asText())
                        .collect(Collectors.joining()))
                .isEqualTo("{\"text\":\"s3 sync status and more\"}");
    }

    @Test
    void endsAStreamWithItsUsageWhereThatIsAskedFor() throws IOException {
        List<JsonNode> chunks =
                chunks(client.ask("hello", ",\"stream\":true,\"stream_options\":{\"include_usage\":true}"));
        assertThat(chunks.getLast().path("choices")).isEmpty();
        assertThat(chunks.getLast().at("/usage/total_tokens").asInt()).isPositive();
        assertThat(chunks.getFirst().path("usage").isNull()).isTrue();
    }

    @Test
    void cutsATextThatIsLongerThanAllowedAndSaysSo() throws IOException {
        JsonNode choice = client.ask("hello", ",\"max_completion_tokens\":2")
                .json()
                .path("choices")
                .path(0);
        assertThat(choice.path("finish_reason").asText()).isEqualTo("length");
        assertThat(choice.path("message").path("content").asText()).isEqualTo(LONG_TEXT.substring(0, 8));
    }

    @Test
    void answersWithNothingWhereTheModelIsSilent() throws IOException {
        lab.play(Scripts.silent());
        JsonNode message = client.ask("hello", "").json().at("/choices/0/message");
        assertThat(message.path("content").asText("none")).isEmpty();
        assertThat(chunks(client.ask("hello", ",\"stream\":true"))).hasSize(2);
    }

    @Test
    void listsItsModel() throws IOException {
        JsonNode body = client.send("GET", "/v1/models", "").json();
        assertThat(body.path("object").asText()).isEqualTo("list");
        assertThat(body.path("data").path(0).path("id").asText()).isEqualTo(ModelLab.MODEL);
        assertThat(body.path("data").path(0).path("object").asText()).isEqualTo("model");
    }

    private static List<JsonNode> chunks(ModelClient.Answer answer) {
        return answer.events().stream()
                .filter(event -> !event.equals("[DONE]"))
                .map(ModelClient::parse)
                .toList();
    }
}
