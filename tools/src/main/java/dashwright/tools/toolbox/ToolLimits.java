package dashwright.tools.toolbox;

import java.time.Duration;

/**
 * How much one session may use.
 *
 * @param time from its opening until tools answer no more
 * @param calls how many calls are answered, refused ones included
 */
public record ToolLimits(Duration time, int calls) {
    public ToolLimits {
        if (!time.isPositive() || calls < 1) {
            throw new IllegalArgumentException("a session needs time and at least one call");
        }
    }
}
