package dashwright.catalog;

/** When a metric last reported, by the windows in which Datadog lists it. */
public enum Liveness {
    /** Within the last hour. */
    LIVE,
    /** Within the last day. */
    RECENT,
    /** Within the last 30 days; usual for an error counter, which is known though it is silent. */
    QUIET,
    /** Not within the last 30 days. */
    GONE,
    /** Not asked, as for a catalog read from a file. */
    UNKNOWN
}
