package dashwright.bot.planner;

/** What kind of figure a metric is, read from its name, unit and type. */
enum Role {
    /** A figure of merit from 0 (bad) to 1 (good). */
    SCORE,
    ERROR,
    RETRY,
    MEMORY,
    CPU,
    BACKLOG,
    DURATION,
    COMPLETED,
    STARTED,
    ACTIVITY,
    /** How many there are in all: the denominator of a share. */
    TOTAL,
    /** A level of anything else. */
    LEVEL
}
