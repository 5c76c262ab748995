package dashwright.dashboards.check;

import dashwright.dashboards.check.Receipt.Tried;
import dashwright.dashboards.check.Receipt.Verdict;
import java.util.List;

/** What came of trying a widget. */
record Outcome(List<Tried> tried, Verdict verdict, String explanation) {
    /** Before anything is tried. */
    static final Outcome NOT_RUN = new Outcome(List.of(), Verdict.NOT_RUN, "not tried against live data");

    Outcome {
        tried = List.copyOf(tried);
    }
}
