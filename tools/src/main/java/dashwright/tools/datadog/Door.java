package dashwright.tools.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What all readings share: the connection, the policy of repetition, the budget, the clock. */
final class Door implements AutoCloseable {
    private final DatadogSettings settings;
    private final InstantSource clock;
    private final RateBudget budget;
    private final DatadogHttp http;
    private final ReadPolicy policy;

    /**
     * A door.
     *
     * @param told has a line for people as soon as something takes longer than they expect
     */
    Door(DatadogSettings settings, InstantSource clock, Sleeper sleeper, Consumer<String> told) {
        this.settings = settings;
        this.clock = clock;
        this.budget = new RateBudget(clock);
        this.http = new DatadogHttp(settings, budget);
        this.policy = new ReadPolicy(clock, sleeper, RandomGenerator.getDefault(), told);
    }

    /** Reads within the time that the settings allow one reading. */
    JsonNode read(Call call) {
        return read(call, deadline());
    }

    /** Reads within a time that several readings share. */
    JsonNode read(Call call, Deadline deadline) {
        return policy.read(deadline, () -> http.exchange(call, deadline));
    }

    Deadline deadline() {
        return Deadline.in(settings.timeouts().deadline(), clock);
    }

    DatadogException unexpected(Call call, String problem) {
        return http.unexpected(call, problem);
    }

    InstantSource clock() {
        return clock;
    }

    RateBudget budget() {
        return budget;
    }

    @Override
    public void close() {
        http.close();
    }
}
