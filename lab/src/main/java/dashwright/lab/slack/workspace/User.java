package dashwright.lab.slack.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A person or an app in the workspace.
 *
 * @param id Slack's id, as in {@code U0MAYA001}
 * @param handle what is typed after {@code @}
 * @param realName the full name
 * @param title what the person does
 * @param email the address, empty for apps
 * @param colour the avatar's colour as six hex digits
 * @param bot true for an app
 */
public record User(String id, String handle, String realName, String title, String email, String colour, boolean bot) {
    public User {
        if (!colour.matches("[0-9a-f]{6}")) {
            throw new IllegalArgumentException("a user's colour is six hex digits, not " + colour);
        }
    }

    /** The user as {@code users.info} describes it. */
    public ObjectNode toJson(String team) {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("team_id", team)
                .put("name", handle)
                .put("deleted", false)
                .put("color", colour)
                .put("real_name", realName)
                .put("tz", "Etc/UTC")
                .put("tz_label", "Coordinated Universal Time")
                .put("tz_offset", 0);
        json.set("profile", profile());
        return json.put("is_admin", false)
                .put("is_owner", false)
                .put("is_restricted", false)
                .put("is_ultra_restricted", false)
                .put("is_bot", bot)
                .put("is_app_user", false);
    }

    private ObjectNode profile() {
        ObjectNode profile = Json.object()
                .put("title", title)
                .put("real_name", realName)
                .put("real_name_normalized", realName)
                .put("display_name", handle)
                .put("display_name_normalized", handle);
        return email.isEmpty() ? profile : profile.put("email", email);
    }
}
