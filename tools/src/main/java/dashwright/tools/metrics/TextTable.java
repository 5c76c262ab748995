package dashwright.tools.metrics;

import dashwright.tools.datadog.ForeignText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An answer as lines and comma-separated tables, the form that costs a model the fewest tokens. What is too long is
 * refused with a word on how to narrow it, never cut: a table that ends early looks whole.
 */
public final class TextTable {
    /** The most characters of one answer. */
    public static final int MOST = 4_000;

    private static final int MOST_IN_CELL = 600;

    private final StringBuilder text = new StringBuilder();

    /** A line of our own words. */
    public TextTable line(String words) {
        text.append(words).append('\n');
        return this;
    }

    /** A row whose cells may hold what others wrote. */
    public TextTable row(List<String> cells) {
        return line(cells.stream().map(TextTable::cell).collect(Collectors.joining(",")));
    }

    /** A row whose cells may hold what others wrote. */
    public TextTable row(String... cells) {
        return row(List.of(cells));
    }

    private static String cell(String content) {
        String clean = ForeignText.clean(content, MOST_IN_CELL);
        boolean plain = clean.indexOf(',') < 0 && clean.indexOf('"') < 0;
        return plain ? clean : '"' + clean.replace("\"", "\"\"") + '"';
    }

    /** True where it is short enough to be given whole. */
    public boolean fits() {
        return text.length() <= MOST;
    }

    /**
     * The whole text.
     *
     * @param narrower how to ask for less
     * @throws ToolRefusal where it is too long
     */
    public String asText(String narrower) {
        if (text.length() > MOST) {
            throw new ToolRefusal("The answer would have " + text.length() + " characters, and at most " + MOST
                    + " are given; " + narrower);
        }
        return text.toString();
    }
}
