package dashwright.lab.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A simulated team: everything that its Datadog organisation holds, as a pure function of seed and time. */
public interface World {
    /** The name by which the command line chooses it. */
    String name();

    /** All metrics, each name once. */
    List<WorldMetric> metrics();

    /** The metric with this name. */
    Optional<WorldMetric> metric(String name);

    /** All kinds of spans. */
    List<WorldSpans> spans();

    /** Dashboards that the team already has, as JSON texts. */
    List<String> dashboards();

    /** Monitors that the team already has, as JSON texts. */
    List<String> monitors();

    /** Service level objectives that the team already has, as JSON texts. */
    List<String> objectives();

    /** The instant at which the world's figures are those of its source; the simulated clock starts here. */
    Instant start();
}
