package dashwright.bot;

import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used; the message lists every problem with what to do. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<SettingsProblem> problems;

    /** All problems of one reading. */
    public SettingsException(List<SettingsProblem> problems) {
        super(describe(problems));
        this.problems = List.copyOf(problems);
    }

    /** The problems, in the order of the settings. */
    public List<SettingsProblem> problems() {
        return problems;
    }

    private static String describe(List<SettingsProblem> problems) {
        String heading =
                problems.size() == 1 ? "1 setting needs attention:" : problems.size() + " settings need attention:";
        return problems.stream().map(problem -> "  " + problem).collect(Collectors.joining("\n", heading + "\n", ""));
    }
}
