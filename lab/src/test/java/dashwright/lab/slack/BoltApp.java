package dashwright.lab.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;

/** A real Bolt app that is pointed at a lab. */
final class BoltApp {
    private BoltApp() {}

    static App over(SlackLab lab) {
        return new App(AppConfig.builder()
                .slack(Slack.getInstance(Clients.config(lab)))
                .singleTeamBotToken(lab.credentials().botToken())
                .signingSecret(lab.credentials().signingSecret())
                .build());
    }

    static SocketModeApp connected(SlackLab lab, App app) throws Exception {
        SocketModeApp socket =
                new SocketModeApp(lab.credentials().appToken(), app, SocketModeClient.Backend.JavaWebSocket, 8);
        socket.startAsync();
        return socket;
    }
}
