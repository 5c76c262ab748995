package dashwright.bot.agent;

import java.time.Duration;

/**
 * How much one request may cost.
 *
 * @param time until the model is given up, whatever it is doing
 * @param rounds how often it may call tools
 * @param calls how many calls are answered in all those rounds
 * @param pause how long to wait before a failed call of the model is tried once more; zero for no second try
 */
public record AgentLimits(Duration time, int rounds, int calls, Duration pause) {
    /** A person waits: a minute and a half, and a dozen rounds. */
    public static final AgentLimits DEFAULT = new AgentLimits(Duration.ofSeconds(90), 12, 30, Duration.ofSeconds(1));

    public AgentLimits {
        if (!time.isPositive() || rounds < 1 || calls < 1 || pause.isNegative()) {
            throw new IllegalArgumentException("a model needs time, at least one round and one call");
        }
    }
}
