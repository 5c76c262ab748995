package dashwright.evals.endtoend;

import dashwright.evals.demo.DemoHouse;
import dashwright.lab.Lab;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** How Slack reaches the bot. */
enum Transport {
    SOCKET_MODE,
    SIGNED_HTTP;

    /** The settings that differ from the lab's own, which are for Socket Mode. */
    Map<String, String> settings(Lab lab) {
        return switch (this) {
            case SOCKET_MODE -> Map.of();
            case SIGNED_HTTP ->
                Map.of(
                        "SLACK_APP_TOKEN",
                        "",
                        "SLACK_SIGNING_SECRET",
                        lab.slack().credentials().signingSecret());
        };
    }

    /** Tells Slack where the bot listens, where it has to know. */
    void connect(DemoHouse house) throws IOException, InterruptedException {
        if (this == SIGNED_HTTP) {
            int port = house.runtime().port();
            house.lab().slack().deliverTo(URI.create("http://127.0.0.1:" + port + "/slack/events"));
        }
    }
}
