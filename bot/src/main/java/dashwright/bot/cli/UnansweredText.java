package dashwright.bot.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.tools.drafting.PlanningOutcome;

/** A gap or a question, in words and as a document. */
public final class UnansweredText {
    private final String request;
    private final PlanningOutcome outcome;

    /** About what came of a request. */
    public UnansweredText(String request, PlanningOutcome outcome) {
        this.request = request;
        this.outcome = outcome;
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        switch (outcome) {
            case PlanningOutcome.Gap gap -> {
                text.append("No metric for: ")
                        .append(String.join(", ", gap.lookedFor()))
                        .append('\n');
                gap.nearest()
                        .forEach(near -> text.append("  nearest: ")
                                .append(near.metric().name())
                                .append('\n'));
                text.append(gap.instrument());
            }
            case PlanningOutcome.Question question -> {
                text.append(question.question());
                question.choices().forEach(choice -> text.append("\n  - ").append(choice));
            }
            case PlanningOutcome.Planned planned -> text.append(planned.plan().title());
        }
        return text.toString();
    }

    /** For machines. */
    public String json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("request", request);
        switch (outcome) {
            case PlanningOutcome.Gap gap -> {
                ObjectNode inner = node.putObject("gap");
                gap.lookedFor().forEach(inner.putArray("looked_for")::add);
                var nearest = inner.putArray("nearest");
                gap.nearest().forEach(near -> nearest.add(near.metric().name()));
                inner.put("instrument", gap.instrument());
            }
            case PlanningOutcome.Question question -> {
                node.put("question", question.question());
                question.choices().forEach(node.putArray("choices")::add);
            }
            case PlanningOutcome.Planned planned ->
                node.put("title", planned.plan().title());
        }
        node.putNull("published");
        return node.toPrettyString();
    }
}
