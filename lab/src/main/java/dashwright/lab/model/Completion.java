package dashwright.lab.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A turn in the two shapes of OpenAI's chat completions, whole and as a stream of chunks:
 * <a href="https://platform.openai.com/docs/api-reference/chat">API reference</a>.
 */
final class Completion {
    private static final int PIECE = 12;

    private final long number;
    private final long created;
    private final ChatRequest request;
    private final String text;
    private final List<Turn.Call> calls;
    private final String finish;

    /**
     * An answer.
     *
     * @param number distinguishes the ids of a lab's answers
     * @param created when it is given
     * @param request what it answers
     * @param said the text; one that is longer than the request allows is cut, as real models do
     * @param calls the calls; these are never cut
     */
    Completion(long number, Instant created, ChatRequest request, String said, List<Turn.Call> calls) {
        this.number = number;
        this.created = created.getEpochSecond();
        this.request = request;
        this.text = Tokens.cut(said, request.mostTokens());
        this.calls = calls;
        this.finish = text.length() < said.length() ? "length" : calls.isEmpty() ? "stop" : "tool_calls";
    }

    /** The whole answer. */
    ObjectNode json() {
        ObjectNode body = envelope("chat.completion");
        ObjectNode choice = choice(body, finish);
        ObjectNode message = choice.putObject("message");
        message.put("role", "assistant");
        message.put("content", text.isEmpty() && !calls.isEmpty() ? null : text);
        for (int i = 0; i < calls.size(); i++) {
            call(message.withArray("/tool_calls").addObject(), i, calls.get(i).arguments());
        }
        message.putNull("refusal");
        usage(body);
        return body;
    }

    /** The same in pieces, without the mark of the stream's end. */
    List<ObjectNode> chunks() {
        List<ObjectNode> chunks = new ArrayList<>();
        delta(chunks, null).put("role", "assistant").put("content", calls.isEmpty() ? "" : null);
        for (String piece : pieces(text)) {
            delta(chunks, null).put("content", piece);
        }
        for (int i = 0; i < calls.size(); i++) {
            ObjectNode begin = delta(chunks, null).withArray("/tool_calls").addObject();
            call(begin.put("index", i), i, "");
            for (String piece : pieces(calls.get(i).arguments())) {
                ObjectNode more = delta(chunks, null).withArray("/tool_calls").addObject();
                more.put("index", i).putObject("function").put("arguments", piece);
            }
        }
        delta(chunks, finish);
        if (request.includeUsage()) {
            chunks.forEach(chunk -> chunk.putNull("usage"));
            ObjectNode last = envelope("chat.completion.chunk");
            last.putArray("choices");
            usage(last);
            chunks.add(last);
        }
        return chunks;
    }

    private ObjectNode delta(List<ObjectNode> chunks, @Nullable String reason) {
        ObjectNode chunk = envelope("chat.completion.chunk");
        chunks.add(chunk);
        return choice(chunk, reason).putObject("delta");
    }

    private ObjectNode envelope(String object) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "chatcmpl-lab" + number)
                .put("object", object)
                .put("created", created)
                .put("model", request.conversation().model())
                .put("system_fingerprint", "fp_lab");
    }

    private static ObjectNode choice(ObjectNode body, @Nullable String reason) {
        ObjectNode choice = body.putArray("choices").addObject();
        choice.put("index", 0).putNull("logprobs").put("finish_reason", reason);
        return choice;
    }

    private void call(ObjectNode node, int index, String arguments) {
        node.put("id", "call_lab" + number + "_" + index).put("type", "function");
        node.putObject("function").put("name", calls.get(index).name()).put("arguments", arguments);
    }

    private void usage(ObjectNode body) {
        int completion = Tokens.of(text);
        for (Turn.Call call : calls) {
            completion += Tokens.of(call.name()) + Tokens.of(call.arguments());
        }
        ObjectNode usage = body.putObject("usage");
        usage.put("prompt_tokens", request.promptTokens())
                .put("completion_tokens", completion)
                .put("total_tokens", request.promptTokens() + completion);
        usage.putObject("prompt_tokens_details").put("cached_tokens", 0);
        usage.putObject("completion_tokens_details").put("reasoning_tokens", 0);
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = Math.min(start + PIECE, text.length());
            // Half a surrogate pair is no text that UTF-8 could carry.
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end++;
            }
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }
}
