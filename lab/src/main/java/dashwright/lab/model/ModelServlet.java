package dashwright.lab.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.http.Call;
import dashwright.lab.http.LabServlet;
import dashwright.lab.http.Recorder;
import dashwright.lab.http.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the model's API: checks the key, reads the request, plays the turn. */
final class ModelServlet extends LabServlet {
    private static final Logger LOG = LoggerFactory.getLogger(ModelServlet.class);
    private static final String CHAT = "/v1/chat/completions";
    private static final String MODELS = "/v1/models";
    private static final String EMBEDDINGS = "/v1/embeddings";

    /** Ollama's, which asks for no key. */
    private static final String OLLAMA_EMBEDDINGS = "/api/embed";

    private static final Set<String> PATHS = Set.of(CHAT, MODELS, EMBEDDINGS, OLLAMA_EMBEDDINGS);

    private final transient Recorder recorder;
    private final transient Supplier<ModelScript> playing;
    private final String apiKey;
    private final transient AtomicLong completions = new AtomicLong();
    private final transient EmbeddingRoutes embeddings = new EmbeddingRoutes();

    ModelServlet(Recorder recorder, Supplier<ModelScript> playing, String apiKey) {
        super(recorder);
        this.recorder = recorder;
        this.playing = playing;
        this.apiKey = apiKey;
    }

    @Override
    protected Reply struck(int status) {
        return reply(ApiError.ofStatus(status));
    }

    @Override
    protected Reply answer(Call call) {
        try {
            if (!call.path().equals(OLLAMA_EMBEDDINGS)) {
                checkKey(call);
            }
            return routed(call);
        } catch (InvalidRequest refused) {
            return reply(refused.error());
        } catch (RuntimeException broken) {
            LOG.error("{} {} broke the lab", call.method(), call.path(), broken);
            return reply(ApiError.failed("The lab or its script broke: " + broken));
        }
    }

    private void checkKey(Call call) {
        String key =
                call.bearer().filter(given -> !given.isEmpty()).orElseThrow(() -> new InvalidRequest(ApiError.noKey()));
        if (!apiKey.isEmpty() && !apiKey.equals(key)) {
            throw new InvalidRequest(ApiError.wrongKey(key));
        }
    }

    private Reply routed(Call call) {
        return switch (call.method() + " " + call.path()) {
            case "POST " + CHAT -> played(RequestReader.read(call.body().text()));
            case "GET " + MODELS -> models();
            case "POST " + EMBEDDINGS -> embeddings.openAi(call.body().text());
            case "POST " + OLLAMA_EMBEDDINGS -> embeddings.ollama(call.body().text());
            default -> throw new InvalidRequest(nowhere(call));
        };
    }

    private static ApiError nowhere(Call call) {
        return PATHS.contains(call.path())
                ? ApiError.wrongMethod(call.method(), call.path())
                : ApiError.unknownUrl(
                        call.method(),
                        call.path(),
                        "The lab serves POST " + CHAT + ", POST " + EMBEDDINGS + ", GET " + MODELS
                                + " and, as Ollama, POST " + OLLAMA_EMBEDDINGS);
    }

    private Reply played(ChatRequest request) {
        return switch (playing.get().next(request.conversation())) {
            case Turn.Text text -> completed(request, text.text(), List.of());
            case Turn.Calls calls -> completed(request, calls.text(), calls.calls());
            case Turn.Failure failure -> reply(failure.error());
            case Turn.Hang hang -> Reply.cut(hang.duration());
        };
    }

    private Reply completed(ChatRequest request, String text, List<Turn.Call> calls) {
        Completion completion = new Completion(completions.incrementAndGet(), now(), request, text, calls);
        if (!request.stream()) {
            return Reply.json(200, completion.json());
        }
        List<ObjectNode> chunks = completion.chunks();
        return Reply.stream("text/event-stream; charset=utf-8", output -> {
                    for (ObjectNode chunk : chunks) {
                        event(chunk.toString(), output);
                    }
                    event("[DONE]", output);
                })
                .with("Cache-Control", "no-cache");
    }

    private static void event(String data, OutputStream output) throws IOException {
        output.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        output.flush();
    }

    private Reply models() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("object", "list");
        body.putArray("data")
                .addObject()
                .put("id", ModelLab.MODEL)
                .put("object", "model")
                .put("created", now().getEpochSecond())
                .put("owned_by", "lab");
        return Reply.json(200, body);
    }

    private Instant now() {
        return recorder.clock().instant();
    }

    private static Reply reply(ApiError error) {
        Reply reply = Reply.json(error.status(), error.json());
        return error.retryAfter().isZero()
                ? reply
                : reply.with("Retry-After", Long.toString(error.retryAfterSeconds()));
    }
}
