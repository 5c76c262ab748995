package dashwright.lab.model;

import java.time.Duration;
import java.util.List;

/** What the simulated model does when it is its turn. */
public sealed interface Turn {
    /**
     * It says something and ends.
     *
     * @param text what it says; may be empty, as real models sometimes do
     */
    record Text(String text) implements Turn {}

    /**
     * It calls tools, all of them at once.
     *
     * @param text what it says besides, usually empty
     * @param calls at least one
     */
    record Calls(String text, List<Call> calls) implements Turn {
        public Calls {
            calls = List.copyOf(calls);
            if (calls.isEmpty()) {
                throw new IllegalArgumentException("a turn that calls tools needs at least one call");
            }
        }
    }

    /**
     * A call of a tool.
     *
     * @param name the tool's name, whether there is such a tool or not
     * @param arguments the arguments as they are sent, whether they are JSON or not
     */
    record Call(String name, String arguments) {}

    /** The service refuses or fails. */
    record Failure(ApiError error) implements Turn {}

    /**
     * The service says nothing for so long, then cuts the connection.
     *
     * @param duration in real time
     */
    record Hang(Duration duration) implements Turn {
        public Hang {
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException("a hang lasts longer than nothing, as PT30S");
            }
        }
    }

    /** A turn that says something. */
    static Turn text(String text) {
        return new Text(text);
    }

    /** A turn that calls one tool. */
    static Turn call(String name, String arguments) {
        return new Calls("", List.of(new Call(name, arguments)));
    }

    /** A turn that calls several tools at once. */
    static Turn calls(Call... calls) {
        return new Calls("", List.of(calls));
    }

    /** A turn in which the service fails. */
    static Turn error(ApiError error) {
        return new Failure(error);
    }

    /** A turn in which nothing comes. */
    static Turn hang(Duration duration) {
        return new Hang(duration);
    }
}
