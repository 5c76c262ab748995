package dashwright.dashboards.compose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How many widgets go side by side, and how wide each is. Every row is full: nothing is ragged at the right edge. */
final class Rows {
    private Rows() {}

    /** Big numbers: three or four a row, as even as can be; 5 are 3 and 2, 7 are 4 and 3, 9 are three times 3. */
    static List<Integer> ofNumbers(int count) {
        return even(count, Math.ceilDiv(count, 4));
    }

    /** Graphs and tables: two a row, three where one would be left over. */
    static List<Integer> ofHalves(int count) {
        List<Integer> rows = new ArrayList<>();
        int left = count;
        while (left > 3 || left == 2) {
            rows.add(2);
            left -= 2;
        }
        if (left > 0) {
            rows.add(left);
        }
        return rows;
    }

    private static List<Integer> even(int count, int rows) {
        List<Integer> sizes = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            sizes.add(count / rows + (row < count % rows ? 1 : 0));
        }
        return sizes;
    }

    /** The width of each of so many equal widgets; 1, 2, 3 or 4 of them fill a row. */
    static List<Integer> widths(int count) {
        return Collections.nCopies(count, Cell.COLUMNS / count);
    }
}
