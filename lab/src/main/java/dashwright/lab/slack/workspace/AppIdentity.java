package dashwright.lab.slack.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * The app under test as it is installed in the workspace.
 *
 * @param appId as in {@code A…}
 * @param botId as in {@code B…}
 * @param botUser the app's user
 * @param team the workspace's id
 * @param teamName the workspace's name
 * @param teamDomain the workspace's part of the address
 * @param commands the slash commands that it registered, with their hints
 * @param scopes what its bot token may do
 * @param events the events that it subscribed to, as in {@code message.im}
 * @param credentials its secrets
 */
public record AppIdentity(
        String appId,
        String botId,
        User botUser,
        String team,
        String teamName,
        String teamDomain,
        List<Command> commands,
        Set<String> scopes,
        Set<String> events,
        Credentials credentials) {
    public AppIdentity {
        commands = List.copyOf(commands);
        scopes = Set.copyOf(scopes);
        events = Set.copyOf(events);
    }

    /** The {@code bot_profile} that Slack adds to an app's messages. */
    public ObjectNode botProfile() {
        return Json.object()
                .put("id", botId)
                .put("app_id", appId)
                .put("name", botUser.realName())
                .put("deleted", false)
                .put("team_id", team);
    }

    /** Whether the app registered this slash command. */
    public boolean answers(String command) {
        return commands.stream().anyMatch(known -> known.name().equals(command));
    }

    /**
     * A slash command.
     *
     * @param name with the slash, as in {@code /dash}
     * @param hint what may follow
     * @param description what it does
     */
    public record Command(String name, String hint, String description) {
        public Command {
            if (!name.matches("/[a-z0-9_-]{1,31}")) {
                throw new IllegalArgumentException("a slash command is a slash and lower-case letters, not " + name);
            }
        }
    }

    /**
     * The app's secrets, which are none: they open nothing but a lab.
     *
     * @param botToken {@code xoxb-…}, for the Web API
     * @param appToken {@code xapp-…}, for Socket Mode
     * @param signingSecret what HTTP deliveries are signed with
     */
    public record Credentials(String botToken, String appToken, String signingSecret) {
        public Credentials {
            if (!botToken.startsWith("xoxb-") || !appToken.startsWith("xapp-") || signingSecret.isBlank()) {
                throw new IllegalArgumentException(
                        "a bot token starts with xoxb-, an app token with xapp-, and the signing secret is not empty");
            }
        }
    }
}
