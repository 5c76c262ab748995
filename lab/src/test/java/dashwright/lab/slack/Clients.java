package dashwright.lab.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import dashwright.lab.LabClock;
import java.time.Instant;
import java.time.InstantSource;

/** Workspaces and the real clients that are pointed at them. */
final class Clients {
    static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");

    private Clients() {}

    static LabClock clock() {
        return new LabClock(NOW, false, InstantSource.system());
    }

    static SlackConfig config(SlackLab lab) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(lab.apiUrl());
        config.setProxyUrl(null);
        return config;
    }

    static MethodsClient methods(SlackLab lab) {
        return Slack.getInstance(config(lab)).methods(lab.credentials().botToken());
    }
}
