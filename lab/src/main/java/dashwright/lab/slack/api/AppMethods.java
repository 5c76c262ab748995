package dashwright.lab.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.workspace.AppIdentity;
import dashwright.lab.slack.workspace.Channel;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.Message;
import dashwright.lab.slack.workspace.SlackError;
import java.util.List;

/** What concerns the app itself, and reactions. */
final class AppMethods {
    /** The one method that takes both tokens. */
    static final String AUTH_TEST = "auth.test";

    /** The one method that wants the app-level token. */
    static final String CONNECTIONS_OPEN = "apps.connections.open";

    private final ApiContext context;

    AppMethods(ApiContext context) {
        this.context = context;
    }

    List<Method> methods() {
        return List.of(
                new Method(AUTH_TEST, "", this::authTest),
                new Method(CONNECTIONS_OPEN, "", this::openConnection),
                new Method("reactions.add", "reactions:write", this::addReaction));
    }

    private ObjectNode authTest(Arguments arguments) {
        AppIdentity app = context.app();
        return Json.object()
                .put("url", context.baseUrl() + "/")
                .put("team", app.teamName())
                .put("user", app.botUser().handle())
                .put("team_id", app.team())
                .put("user_id", app.botUser().id())
                .put("bot_id", app.botId())
                .put("app_id", app.appId())
                .put("is_enterprise_install", false);
    }

    private ObjectNode openConnection(Arguments arguments) {
        return Json.object().put("url", context.socketMode().openUrl());
    }

    private ObjectNode addReaction(Arguments arguments) {
        String name = arguments.required("name");
        if (!name.matches("[a-z0-9_+'-]+(::skin-tone-[2-6])?")) {
            throw SlackError.of("invalid_name");
        }
        Channel channel = context.writableChannel(arguments.required("channel"));
        Message message = context.workspace()
                .messages()
                .find(channel.id(), arguments.required("timestamp"))
                .filter(found -> !found.ephemeral())
                .orElseThrow(() -> SlackError.of("message_not_found"));
        if (message.reactions().getOrDefault(name, List.of()).contains(context.botUser())) {
            throw SlackError.of("already_reacted");
        }
        context.workspace()
                .messages()
                .change(channel.id(), message.ts(), before -> before.reacted(name, context.botUser()));
        return Json.object();
    }
}
