package dashwright.bot.planner;

import java.util.Set;

/** A kind of figure that a request can ask for. */
enum Facet {
    COMPLETED,
    ERRORS,
    THROUGHPUT,
    LATENCY,
    TOP,
    WORKERS,
    MEMORY,
    CPU,
    BACKLOG,
    TREND;

    /** The kinds of metrics that answer to it. */
    Set<Role> roles() {
        return switch (this) {
            case COMPLETED, THROUGHPUT, TOP -> Set.of(Role.COMPLETED, Role.ACTIVITY, Role.STARTED);
            case ERRORS -> Set.of(Role.ERROR, Role.RETRY);
            case LATENCY -> Set.of(Role.DURATION);
            case MEMORY -> Set.of(Role.MEMORY);
            case CPU -> Set.of(Role.CPU);
            case BACKLOG -> Set.of(Role.BACKLOG);
            case WORKERS, TREND -> Set.of();
        };
    }
}
