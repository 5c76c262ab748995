package dashwright.bot.planner;

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
    TREND
}
