package dashwright.dashboards.compose;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.plan.Link;
import dashwright.dashboards.plan.Panel.Chart;
import dashwright.dashboards.plan.Panel.Emptiness;
import java.util.List;
import java.util.stream.Collectors;

/** Notes: words written for the board, what figures mean, and where to read on. */
final class Notes {
    /** About as many characters of a note's small type fit into a column, and lines into a row, of Datadog's grid. */
    private static final int CHARACTERS_IN_A_COLUMN = 13;

    /** Padding takes the room of one more line, and an empty line between paragraphs the room of half a line. */
    private static final int LINES_IN_A_ROW = 3;

    private static final String EMPTY_IS_GOOD = "Empty is good: it reports only when something of the kind happens.";

    private Notes() {}

    /** A note; it takes no title. */
    static ObjectNode definition(String markdown, String background) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "note")
                .put("content", markdown)
                .put("background_color", background)
                .put("font_size", "14")
                .put("text_align", "left")
                .put("vertical_align", "top")
                .put("show_tick", false)
                .put("has_padding", true);
    }

    /** How high a note must be to show its text at a width in columns. */
    static int height(String markdown, int width) {
        int inLine = width * CHARACTERS_IN_A_COLUMN;
        long lines = markdown.lines()
                .mapToLong(line -> 1 + Math.max(0, line.length() - 1) / inLine)
                .sum();
        return (int) Math.max(1, Math.ceilDiv(lines, LINES_IN_A_ROW));
    }

    /** What a chart's figure means, and what it would mean if there were none; empty for nothing to say. */
    static String meaning(Chart chart) {
        String good = chart.whenEmpty() == Emptiness.GOOD ? EMPTY_IS_GOOD : "";
        return (chart.meaning().strip() + " " + good).strip();
    }

    /** The meanings of charts side by side, for the note below them; empty where there is nothing to say. */
    static String meanings(List<Chart> charts) {
        return charts.stream()
                .filter(chart -> !meaning(chart).isEmpty())
                .map(chart -> "**%s**: %s".formatted(escaped(chart.title()), withoutLinks(meaning(chart))))
                .collect(Collectors.joining("\n\n"));
    }

    /** Where to read on. */
    static String links(List<Link> links) {
        return links.stream()
                .map(link -> "[%s](%s)".formatted(escaped(link.label()), link.target()))
                .collect(Collectors.joining(" · ", "**Read on:** ", ""));
    }

    /** Emphasis may stay; a link, an image or a tag in words from outside may not. */
    private static String withoutLinks(String text) {
        return oneLine(text).replaceAll("([\\[\\]<>])", "\\\\$1");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }

    /** Keeps words from outside words: without Markdown's own signs, and without the tags that notes take. */
    private static String escaped(String text) {
        return oneLine(text).replaceAll("([\\\\`*_\\[\\]()<>#|~])", "\\\\$1");
    }
}
