package dashwright.lab.datadog.engine;

/**
 * The time that a query asks about, in seconds since the epoch.
 *
 * @param from the first second
 * @param to the first second after it
 * @param now the present: later points do not exist yet
 * @param step seconds between two points, where the query itself does not say
 * @param shift seconds added to every reading of a sender, negative for the past; the points keep the times of the window
 */
public record Window(long from, long to, long now, long step, long shift) {
    public Window {
        if (from >= to) {
            throw new QueryRefused("from must lie before to: " + from + " is not before " + to);
        }
        if (step < 1) {
            throw new QueryRefused("the interval must be at least one second");
        }
    }

    /** A window with Datadog's default step for its length. */
    public static Window of(long from, long to, long now) {
        if (from >= to) {
            throw new QueryRefused("from must lie before to: " + from + " is not before " + to);
        }
        return new Window(from, to, now, Steps.defaultFor(to - from), 0);
    }

    /** The same window with another default step. */
    public Window withStep(long seconds) {
        return new Window(from, to, now, seconds, shift);
    }

    /** The same window read at another time. */
    public Window shifted(long seconds) {
        return new Window(from, to, now, step, shift + seconds);
    }

    /** How many seconds it covers. */
    public long length() {
        return to - from;
    }
}
