package dashwright.lab.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A draft as the bot's prompt describes it: comma-separated rows of section, id, title, shape and what is read.
 *
 * @param rows the panels, in order
 */
record DraftTable(List<Row> rows) {
    private static final int CELLS = 5;
    private static final Set<String> SAYS_NOTHING = Set.of(
            "the", "a", "an", "all", "panel", "panels", "chart", "charts", "graph", "graphs", "section", "widget");

    DraftTable {
        rows = List.copyOf(rows);
    }

    /** A panel of the draft. */
    record Row(String section, String id, String title, String shape, String reads) {}

    static DraftTable read(String draft) {
        return new DraftTable(draft.lines()
                .map(DraftTable::cells)
                .filter(cells -> cells.size() >= CELLS)
                .map(cells -> new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4)))
                .filter(row -> !row.id().equals("id"))
                .toList());
    }

    /** The ids of what is called so: a section, or else every panel whose title has all the words. */
    List<String> called(String words) {
        Set<String> meant = words(words);
        if (meant.isEmpty()) {
            return List.of();
        }
        Stream<String> sections = rows.stream().map(Row::section).distinct();
        List<String> section =
                sections.filter(id -> words(id.replace('_', ' ')).equals(meant)).toList();
        return section.isEmpty()
                ? rows.stream()
                        .filter(row -> words(row.title()).containsAll(meant))
                        .map(Row::id)
                        .toList()
                : section;
    }

    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty() && !SAYS_NOTHING.contains(word))
                .map(word -> word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .collect(Collectors.toSet());
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean doubled = c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
            if (doubled) {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
