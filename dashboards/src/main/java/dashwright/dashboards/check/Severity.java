package dashwright.dashboards.check;

/** How much a finding matters. */
public enum Severity {
    /** The board would be refused, or would lie: it is not proposed. */
    ERROR,
    /** The reviewer should know. */
    WARNING,
    /** Worth knowing; nothing to do. */
    INFO
}
