package dashwright.lab.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.blocks.BlockKit;
import dashwright.lab.slack.delivery.Triggers;
import dashwright.lab.slack.workspace.Json;
import dashwright.lab.slack.workspace.SlackError;
import dashwright.lab.slack.workspace.View;
import dashwright.lab.slack.workspace.Workspace;
import java.util.List;

/** Modals and Home tabs. */
final class ViewMethods {
    private final ApiContext context;

    ViewMethods(ApiContext context) {
        this.context = context;
    }

    List<Method> methods() {
        return List.of(
                new Method("views.open", "", this::open),
                new Method("views.push", "", this::push),
                new Method("views.update", "", this::update),
                new Method("views.publish", "", this::publish));
    }

    private ObjectNode open(Arguments arguments) {
        ObjectNode definition = definition(arguments, "modal");
        Triggers.Trigger trigger = context.triggers().exchange(arguments.required("trigger_id"));
        Workspace workspace = context.workspace();
        String id = workspace.ids().next("V");
        View view = new View(id, trigger.user(), definition, hash(), id, null);
        workspace.views().show(view);
        return described(view);
    }

    private ObjectNode push(Arguments arguments) {
        ObjectNode definition = definition(arguments, "modal");
        Triggers.Trigger trigger = context.triggers().exchange(arguments.required("trigger_id"));
        View below = context.workspace().views().find(trigger.view()).orElseThrow(() -> SlackError.of("not_found"));
        if (context.workspace().views().modalsOf(trigger.user()).size() >= 3) {
            throw SlackError.of("push_limit_reached");
        }
        View view = new View(
                context.workspace().ids().next("V"), trigger.user(), definition, hash(), below.root(), below.id());
        context.workspace().views().show(view);
        return described(view);
    }

    private ObjectNode update(Arguments arguments) {
        ObjectNode definition = definition(arguments, "modal");
        String named = arguments.has("view_id") ? arguments.text("view_id") : arguments.required("external_id");
        View present = context.workspace().views().find(named).orElseThrow(() -> SlackError.of("not_found"));
        if (arguments.has("hash") && !arguments.text("hash").equals(present.hash())) {
            throw SlackError.of("hash_conflict");
        }
        View view = new View(present.id(), present.user(), definition, hash(), present.root(), present.previous());
        context.workspace().views().show(view);
        return described(view);
    }

    private ObjectNode publish(Arguments arguments) {
        ObjectNode definition = definition(arguments, "home");
        String user = arguments.required("user_id");
        if (context.workspace().directory().user(user).isEmpty()) {
            throw SlackError.of("user_not_found");
        }
        String id = context.workspace()
                .views()
                .homeOf(user)
                .map(View::id)
                .orElseGet(() -> context.workspace().ids().next("V"));
        View view = new View(id, user, definition, hash(), id, null);
        context.workspace().views().publish(view);
        return described(view);
    }

    private ObjectNode definition(Arguments arguments, String type) {
        arguments.required("view");
        JsonNode view = arguments.structure("view", "invalid_arguments");
        List<String> problems = BlockKit.problemsInView(view, context.workspace()::fileIsReady);
        if (!problems.isEmpty()) {
            throw SlackError.arguments(problems);
        }
        if (!view.path("type").asText().equals(type)) {
            throw SlackError.arguments(List.of("must be a valid enum value [json-pointer:/view/type]"));
        }
        ObjectNode copy = view.deepCopy();
        copy.set(
                "blocks",
                BlockKit.completed(
                        copy.withArray("blocks"),
                        () -> context.workspace().ids().next("b")));
        return copy;
    }

    private String hash() {
        return context.workspace().ids().next("hash-");
    }

    private ObjectNode described(View view) {
        return Json.object().set("view", view.toJson(context.app(), Json.object()));
    }
}
