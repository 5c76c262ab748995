package dashwright.dashboards.plan;

import java.util.List;
import java.util.stream.Collectors;

/** A text is not a plan. It carries everything that is wrong with the text, not just the first fault. */
public final class PlanFormatException extends RuntimeException {
    private static final int SHOWN = 10;

    private final List<Problem> problems;

    /** For these problems, at least one. */
    public PlanFormatException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the text. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        String shown = problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("\n"));
        int more = problems.size() - SHOWN;
        return more > 0 ? shown + "\nand " + more + " more" : shown;
    }
}
