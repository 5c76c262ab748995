package dashwright.tools.toolbox;

import dashwright.tools.drafting.PlanningOutcome.Question;
import dashwright.tools.toolbox.ToolAnswer.Kind;
import java.util.List;

/** Lets a model ask back, once. */
final class Asking {
    private static final int MOST_QUESTION = 200;
    private static final int MOST_CHOICES = 5;
    /** A choice becomes a button, whose text holds 75 characters: https://docs.slack.dev/reference/block-kit/block-elements/button-element. */
    private static final int MOST_CHOICE = 75;

    private Asking() {}

    static ToolAnswer ask(ToolSession session, Arguments arguments) {
        String question = arguments.text("question", MOST_QUESTION);
        List<String> choices = arguments.texts("choices", MOST_CHOICES, MOST_CHOICE).stream()
                .distinct()
                .toList();
        if (choices.size() < 2) {
            arguments.problem("choices", "must be 2 to " + MOST_CHOICES + " different texts");
        }
        arguments.finish();
        session.asks(new Question(question, choices));
        return ToolAnswer.of(Kind.QUESTION, "The person is asked. End now.");
    }
}
