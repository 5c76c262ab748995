package dashwright.lab.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.SlackError;
import dashwright.lab.slack.workspace.User;
import dashwright.lab.slack.workspace.UserGroup;
import java.util.List;

/** People and user groups. */
final class UserMethods {
    private final ApiContext context;

    UserMethods(ApiContext context) {
        this.context = context;
    }

    List<Method> methods() {
        return List.of(
                new Method("users.info", "users:read", this::info),
                new Method("users.list", "users:read", this::list),
                new Method("users.lookupByEmail", "users:read.email", this::lookupByEmail),
                new Method("usergroups.list", "usergroups:read", this::groups),
                new Method("usergroups.users.list", "usergroups:read", this::groupUsers));
    }

    private ObjectNode info(Arguments arguments) {
        User user = context.workspace()
                .directory()
                .user(arguments.required("user"))
                .orElseThrow(() -> SlackError.of("user_not_found"));
        return Json.object().set("user", user.toJson(context.app().team()));
    }

    private ObjectNode list(Arguments arguments) {
        ObjectNode answer = Pages.page(
                arguments,
                "members",
                context.workspace().directory().users(),
                1_000,
                user -> user.toJson(context.app().team()));
        return answer.put("cache_ts", context.workspace().clock().instant().getEpochSecond());
    }

    private ObjectNode lookupByEmail(Arguments arguments) {
        String email = arguments.required("email");
        User user = context.workspace().directory().people().stream()
                .filter(person -> person.email().equalsIgnoreCase(email))
                .findFirst()
                .orElseThrow(() -> SlackError.of("users_not_found"));
        return Json.object().set("user", user.toJson(context.app().team()));
    }

    private ObjectNode groups(Arguments arguments) {
        var groups = Json.array();
        context.workspace().directory().groups().forEach(group -> groups.add(described(group)));
        return Json.object().set("usergroups", groups);
    }

    private ObjectNode described(UserGroup group) {
        return Json.object()
                .put("id", group.id())
                .put("team_id", context.app().team())
                .put("is_usergroup", true)
                .put("name", group.handle())
                .put("handle", group.handle())
                .put("user_count", group.users().size());
    }

    private ObjectNode groupUsers(Arguments arguments) {
        UserGroup group = context.workspace()
                .directory()
                .group(arguments.required("usergroup"))
                .orElseThrow(() -> SlackError.of("no_such_subteam"));
        return Json.object().set("users", Json.texts(group.users()));
    }
}
