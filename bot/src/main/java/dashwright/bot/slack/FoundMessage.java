package dashwright.bot.slack;

import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.answer.Answer;
import dashwright.catalog.answer.Answers;
import dashwright.catalog.answer.Facts;
import dashwright.catalog.answer.VariantWords;
import dashwright.catalog.answer.Why;
import dashwright.catalog.search.Match;
import dashwright.catalog.search.Reason;
import java.util.List;
import java.util.stream.Collectors;

/** What a search found: metrics and spans in one ranking, each with why. */
final class FoundMessage {
    private static final int LONGEST_NAME = 150;

    private FoundMessage() {}

    /**
     * The message.
     *
     * @param unranked why an embedding model that is set had no say in the order; empty where it had, or none is set
     */
    static SlackMessage of(String text, Answers answers, List<String> unranked) {
        String asked = "_" + Mrkdwn.text(text, 300) + "_";
        if (answers.list().isEmpty()) {
            return SlackMessage.of(":mag: Nothing in your catalog comes near " + asked
                    + ". Try the words of the team that sends the metric, or part of a metric's name.");
        }
        String heading = answers.answered()
                ? ":mag: Found for " + asked
                : ":mag: Nothing answers to " + asked + unknown(answers.missing()) + " The nearest there is:";
        BlockList blocks = new BlockList().section(heading);
        answers.shown().forEach(answer -> blocks.section(line(answer)));
        unranked.stream()
                .limit(1)
                .forEach(reason -> blocks.context("Ranked without embeddings: " + Mrkdwn.text(reason, 400)));
        return blocks.message("Found for " + Mrkdwn.text(text, 300));
    }

    private static String unknown(List<String> missing) {
        return missing.isEmpty()
                ? "."
                : ". Not in the catalog: "
                        + Mrkdwn.cut(
                                missing.stream()
                                        .map(word -> Mrkdwn.code(word, 60))
                                        .collect(Collectors.joining(" ")),
                                800)
                        + ".";
    }

    private static String line(Answer answer) {
        return switch (answer) {
            case Answer.OfMetric metric -> metric(metric);
            case Answer.OfSpans spans -> spans(spans);
        };
    }

    /** One metric without its variants, as the nearest there is. */
    static String metric(Match match) {
        return metric(new Answer.OfMetric(match, List.of()));
    }

    private static String metric(Answer.OfMetric answer) {
        Metric metric = answer.match().metric();
        String facts = String.join(", ", Facts.of(metric));
        String variants = VariantWords.of(answer);
        return "• " + Mrkdwn.code(metric.name(), LONGEST_NAME)
                + (facts.isEmpty() ? "" : " " + Mrkdwn.text(facts, 100))
                + (metric.description().isBlank() ? "" : ": " + Mrkdwn.text(metric.description(), 160))
                + (variants.isEmpty() ? "" : "\n    also " + Mrkdwn.text(variants, 200))
                + why(answer.reasons());
    }

    private static String spans(Answer.OfSpans answer) {
        SpanGroup spans = answer.match().spans();
        return "• spans " + Mrkdwn.code(spans.resource(), LONGEST_NAME) + ", operation "
                + Mrkdwn.code(spans.operation(), 80) + " of "
                + Mrkdwn.code(spans.service(), 80)
                + why(answer.reasons());
    }

    private static String why(List<Reason> reasons) {
        String words = Mrkdwn.text(Why.words(reasons), 200);
        for (Reason reason : reasons) {
            // Who taught it is a user's id in Slack, which is shown as a name only where it is a mention.
            words = reason.isTaught()
                    ? words.replace(
                            "taught by " + Mrkdwn.text(reason.by(), 100), "taught by " + Mrkdwn.user(reason.by()))
                    : words;
        }
        return words.isEmpty() ? "" : "\n    _" + words + "_";
    }
}
