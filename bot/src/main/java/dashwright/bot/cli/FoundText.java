package dashwright.bot.cli;

import dashwright.catalog.Metric;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.answer.Answer;
import dashwright.catalog.answer.Answers;
import dashwright.catalog.answer.Facts;
import dashwright.catalog.answer.TagWords;
import dashwright.catalog.answer.VariantWords;
import dashwright.catalog.answer.Why;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What was found, as a person reads it in a terminal. */
final class FoundText {
    private static final int LINES = 2;
    private static final int REFUSAL_LINES = 4;
    private static final int NARROWEST = 60;
    private static final int WIDEST = 120;

    private final PrintWriter out;
    private final int width;

    /**
     * Prints to a terminal.
     *
     * @param width how many columns it has
     */
    FoundText(PrintWriter out, int width) {
        this.out = out;
        this.width = Math.clamp(width, NARROWEST, WIDEST);
    }

    void print(Answers answers) {
        if (!answers.answered()) {
            Wrapped.lines(refusal(answers), width, REFUSAL_LINES).forEach(out::println);
        }
        int rank = 0;
        for (Answer answer : answers.shown()) {
            rank++;
            switch (answer) {
                case Answer.OfMetric metric -> metric(rank, metric);
                case Answer.OfSpans spans -> spans(rank, spans);
            }
        }
        out.flush();
    }

    private static String refusal(Answers answers) {
        if (answers.words().isEmpty()) {
            return "There is no word to look for in that; say what the metric is about, as in: dash find worker memory";
        }
        String unknown = String.join(", ", answers.missing().stream().distinct().toList());
        return "Nothing in the catalog answers to that"
                + (unknown.isEmpty() ? "." : ": nothing in it knows " + unknown + ".")
                + (answers.list().isEmpty() ? "" : " The nearest:");
    }

    private void metric(int rank, Answer.OfMetric answer) {
        Metric metric = answer.match().metric();
        heading(rank, metric.name(), Facts.of(metric));
        paragraph("", metric.description());
        paragraph("also ", VariantWords.of(answer));
        paragraph("tags ", TagWords.of(metric, answer.reasons()));
        paragraph("why  ", Why.words(answer.reasons()));
    }

    private void spans(int rank, Answer.OfSpans answer) {
        SpanGroup spans = answer.match().spans();
        heading(rank, spans.resource(), List.of("spans", String.format(Locale.ROOT, "%,d seen", spans.hits())));
        paragraph("", "operation " + spans.operation() + " of service " + spans.service());
        paragraph("why  ", Why.words(answer.reasons()));
    }

    private void heading(int rank, String name, List<String> facts) {
        String number = String.format(Locale.ROOT, "%2d. ", rank);
        String about = facts.isEmpty() ? "" : "  (" + String.join(", ", facts) + ")";
        out.println(number + String.join("", Wrapped.lines(name, width - number.length(), LINES)) + about);
    }

    private void paragraph(String label, String text) {
        String indent = "    ";
        String head = indent + label;
        for (String line : Wrapped.lines(text, width - indent.length() - label.length(), LINES)) {
            out.println(head + line);
            head = indent + " ".repeat(label.length());
        }
    }
}
