package dashwright.lab.slack.api;

import dashwright.lab.slack.delivery.SocketMode;
import dashwright.lab.slack.delivery.Triggers;
import dashwright.lab.slack.workspace.AppIdentity;
import dashwright.lab.slack.workspace.Channel;
import dashwright.lab.slack.workspace.Composer;
import dashwright.lab.slack.workspace.MessageJson;
import dashwright.lab.slack.workspace.SlackError;
import dashwright.lab.slack.workspace.Workspace;
import java.time.Duration;

/**
 * What the methods work on.
 *
 * @param workspace the workspace
 * @param composer makes content of what the app sent
 * @param messages describes messages
 * @param baseUrl where the workspace is served
 * @param triggers what opens modals
 * @param socketMode what {@code apps.connections.open} opens
 * @param fileProcessing how long Slack takes to process an upload, in real time
 */
public record ApiContext(
        Workspace workspace,
        Composer composer,
        MessageJson messages,
        String baseUrl,
        Triggers triggers,
        SocketMode socketMode,
        Duration fileProcessing) {
    AppIdentity app() {
        return workspace.app();
    }

    String botUser() {
        return app().botUser().id();
    }

    /** A channel that the app may know of: private ones are hidden from those who are not in them. */
    Channel visibleChannel(String id) {
        return workspace
                .directory()
                .channel(id)
                .filter(channel -> channel.kind() == Channel.Kind.PUBLIC || channel.has(botUser()))
                .orElseThrow(() -> SlackError.of("channel_not_found"));
    }

    /** A channel that the app may write to, by id, by {@code #name}, or by the id of a user it writes to directly. */
    Channel writableChannel(String given) {
        Channel channel = given.startsWith("#")
                ? workspace.directory().channels().stream()
                        .filter(each -> each.name().equals(given.substring(1)))
                        .map(Channel::id)
                        .findFirst()
                        .map(this::visibleChannel)
                        .orElseThrow(() -> SlackError.of("channel_not_found"))
                : workspace.directory().directWith(given).orElseGet(() -> visibleChannel(given));
        if (!channel.has(botUser())) {
            throw SlackError.of("not_in_channel");
        }
        return channel;
    }
}
