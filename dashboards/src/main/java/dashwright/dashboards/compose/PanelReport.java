package dashwright.dashboards.compose;

import dashwright.dashboards.plan.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what keeps one panel from being composed. */
final class PanelReport {
    private final String place;
    private final List<Problem> problems = new ArrayList<>();

    PanelReport(String place) {
        this.place = place;
    }

    void add(String code, String inner, String message, String fix) {
        problems.add(new Problem(code, place + inner, message, fix));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
