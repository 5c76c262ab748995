package dashwright.dashboards.plan;

/**
 * Something that keeps a plan from becoming a board.
 *
 * @param code stable, as {@code id-duplicate}
 * @param place where, as a path through the plan's written form: {@code sections[1].panels[0].series[2].measure}; followed
 *     by the line where the plan was read from text; empty for the whole plan
 * @param message what is wrong, for people
 * @param fix what to do about it
 */
public record Problem(String code, String place, String message, String fix) {
    @Override
    public String toString() {
        String where = place.isEmpty() ? "" : place + ": ";
        return where + message + " " + fix + " [" + code + "]";
    }
}
