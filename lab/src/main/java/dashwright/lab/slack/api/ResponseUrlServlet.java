package dashwright.lab.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.lab.http.Call;
import dashwright.lab.http.LabServlet;
import dashwright.lab.http.Recorder;
import dashwright.lab.http.Reply;
import dashwright.lab.slack.delivery.Replies;
import dashwright.lab.slack.delivery.ResponseUrls;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.SlackError;
import java.util.Optional;

/** Where an app answers by {@code response_url}. */
public final class ResponseUrlServlet extends LabServlet {
    private final transient ResponseUrls urls;
    private final transient Replies replies;

    /** The servlet of {@code /commands/*} and {@code /actions/*}. */
    public ResponseUrlServlet(Recorder recorder, ResponseUrls urls, Replies replies) {
        super(recorder);
        this.urls = urls;
        this.replies = replies;
    }

    @Override
    protected Reply answer(Call call) {
        Optional<JsonNode> body = Json.parse(call.body().text()).filter(JsonNode::isObject);
        if (body.isEmpty()) {
            return Reply.text(400, "invalid_payload");
        }
        return switch (urls.use(call.path())) {
            case ResponseUrls.Use.Refused(String error) ->
                Reply.json(404, SlackError.of(error).toJson());
            case ResponseUrls.Use.Granted granted -> put(body.get(), granted);
        };
    }

    private Reply put(JsonNode body, ResponseUrls.Use.Granted granted) {
        try {
            replies.put(body, granted.target());
            return Reply.text(200, "ok");
        } catch (SlackError refused) {
            return Reply.json(200, refused.toJson());
        }
    }
}
