package dashwright.lab.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.ControlJson;
import dashwright.lab.Faults;
import dashwright.lab.Journal;
import dashwright.lab.http.Call;
import dashwright.lab.http.LabServlet;
import dashwright.lab.http.Reply;
import java.util.concurrent.atomic.AtomicReference;

/** Steers the lab: {@code /lab/script}, {@code /lab/faults}, {@code /lab/received}. */
final class ControlServlet extends LabServlet {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final transient AtomicReference<ModelScript> playing;
    private final transient Faults faults;
    private final transient Journal journal;

    ControlServlet(AtomicReference<ModelScript> playing, Faults faults, Journal journal) {
        this.playing = playing;
        this.faults = faults;
        this.journal = journal;
    }

    /** Answers a request; one that is wrong with {@code {"errors":[…]}}, as the simulated Datadog's control routes do. */
    @Override
    protected Reply answer(Call call) {
        try {
            return routed(call);
        } catch (IllegalArgumentException wrong) {
            return refusal(400, String.valueOf(wrong.getMessage()));
        }
    }

    private Reply routed(Call call) {
        return switch (call.method() + " " + call.path()) {
            case "GET /lab/script" -> script();
            case "POST /lab/script" -> play(call.body().text());
            case "GET /lab/faults" -> Reply.json(200, ControlJson.of(faults));
            case "POST /lab/faults" -> addFault(call.body().text());
            case "DELETE /lab/faults" -> clearFaults();
            case "GET /lab/received" ->
                Reply.json(200, ControlJson.of(journal, call.parameter("service"), call.parameter("path")));
            case "DELETE /lab/received" -> clearReceived();
            default ->
                refusal(
                        404,
                        "There is no " + call.method() + " " + call.path() + "; there are GET and POST /lab/script,"
                                + " GET, POST and DELETE /lab/faults, GET and DELETE /lab/received");
        };
    }

    private Reply script() {
        return Reply.json(
                200,
                JsonNodeFactory.instance.objectNode().put("plays", playing.get().description()));
    }

    private Reply play(String yaml) {
        playing.set(Scripts.fromYaml(yaml));
        return script();
    }

    private Reply addFault(String body) {
        try {
            JsonNode fault = JSON.readTree(body);
            if (!fault.isObject()) {
                throw new IllegalArgumentException("The body must be a JSON object");
            }
            faults.add(ControlJson.fault(fault));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("The body is no JSON: " + broken.getOriginalMessage(), broken);
        }
        return Reply.json(200, ControlJson.of(faults));
    }

    private Reply clearFaults() {
        faults.clear();
        return Reply.text(204, "");
    }

    private Reply clearReceived() {
        journal.clear();
        return Reply.text(204, "");
    }

    private static Reply refusal(int status, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("errors").add(message);
        return Reply.json(status, body);
    }
}
