package dashwright.bot.planner;

import java.util.Set;

/** A kind of figure that a request can ask for. */
enum Facet {
    COMPLETED(Role.COMPLETED, Role.ACTIVITY, Role.STARTED),
    ERRORS(Role.ERROR, Role.RETRY),
    THROUGHPUT(Role.COMPLETED, Role.ACTIVITY, Role.STARTED),
    LATENCY(Role.DURATION),
    TOP(Role.COMPLETED, Role.ACTIVITY, Role.STARTED),
    WORKERS,
    MEMORY(Role.MEMORY),
    CPU(Role.CPU),
    BACKLOG(Role.BACKLOG),
    TREND;

    private final Set<Role> roles;

    Facet(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** The kinds of metrics that answer to it. */
    Set<Role> roles() {
        return roles;
    }
}
