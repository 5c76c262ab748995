package dashwright.lab.slack.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.blocks.BlockKit;
import dashwright.lab.slack.delivery.Delivery;
import dashwright.lab.slack.workspace.View;
import dashwright.lab.slack.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a modal does once the app has answered its submission. */
final class Modals {
    private final Workspace workspace;

    Modals(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Closes, changes or keeps the modal, as the answer says. A modal whose submission nobody took stays open. */
    Submission after(View view, Delivery delivery) {
        if (!delivery.acknowledged()) {
            return new Submission(delivery, Map.of("", "We had some trouble connecting. Try again?"));
        }
        JsonNode answer = delivery.answer();
        switch (answer.path("response_action").asText()) {
            case "errors" -> {
                return new Submission(delivery, errors(answer));
            }
            case "update" -> {
                return show(delivery, answer, view.id(), view.root(), view);
            }
            case "push" -> {
                return show(delivery, answer, workspace.ids().next("V"), view.root(), view);
            }
            case "clear" -> workspace.views().clear(view);
            default -> workspace.views().close(view);
        }
        return new Submission(delivery, Map.of());
    }

    private static Map<String, String> errors(JsonNode answer) {
        Map<String, String> errors = new TreeMap<>();
        answer.path("errors")
                .properties()
                .forEach(entry -> errors.put(entry.getKey(), entry.getValue().asText()));
        return errors;
    }

    private Submission show(Delivery delivery, JsonNode answer, String id, String root, View asked) {
        JsonNode given = answer.path("view");
        List<String> problems = BlockKit.problemsInView(given, workspace::fileIsReady);
        if (!problems.isEmpty()) {
            return new Submission(delivery, Map.of("", "The app sent a view that does not work: " + problems));
        }
        ObjectNode definition = given.deepCopy();
        definition.set(
                "blocks",
                BlockKit.completed(
                        definition.withArray("blocks"), () -> workspace.ids().next("b")));
        String previous = id.equals(asked.id()) ? asked.previous() : asked.id();
        workspace
                .views()
                .show(new View(id, asked.user(), definition, workspace.ids().next("hash-"), root, previous));
        return new Submission(delivery, Map.of());
    }
}
