package dashwright.lab.slack.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A modal that is open before a user, or a user's Home tab.
 *
 * @param id Slack's id, as in {@code V…}
 * @param user who sees it
 * @param definition what the app sent, with every block id filled in
 * @param hash changes with every change of the view
 * @param root the first modal of the stack
 * @param previous the modal below, null for the first
 */
public record View(
        String id,
        String user,
        ObjectNode definition,
        String hash,
        String root,
        @Nullable String previous) {
    public View {
        definition = definition.deepCopy();
    }

    @Override
    public ObjectNode definition() {
        return definition.deepCopy();
    }

    /** The view as Slack describes it, with a state where a person filled something in. */
    public ObjectNode toJson(AppIdentity app, ObjectNode stateValues) {
        ObjectNode json = definition
                .deepCopy()
                .put("id", id)
                .put("team_id", app.team())
                .put("app_id", app.appId())
                .put("bot_id", app.botId())
                .put("app_installed_team_id", app.team())
                .put("hash", hash)
                .put("root_view_id", root)
                .put("previous_view_id", previous);
        for (String empty : new String[] {"callback_id", "private_metadata", "external_id"}) {
            if (!json.has(empty)) {
                json.put(empty, "");
            }
        }
        json.putObject("state").set("values", stateValues);
        return json;
    }
}
