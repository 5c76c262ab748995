package dashwright.dashboards.compose;

import dashwright.dashboards.plan.Section;

/** One colour for each kind of section, the same on every board. */
final class Colours {
    private Colours() {}

    /** The background of a group's heading. */
    static String background(Section.Kind kind) {
        return switch (kind) {
            case SUMMARY -> "vivid_blue";
            case THROUGHPUT -> "vivid_green";
            case LATENCY -> "vivid_purple";
            case ERRORS -> "vivid_pink";
            case RESOURCES -> "vivid_orange";
            case BACKLOG -> "vivid_yellow";
            case DETAIL -> "gray";
        };
    }

    /** The palette of a graph's lines: errors look like errors. */
    static String palette(Section.Kind kind) {
        return switch (kind) {
            case ERRORS -> "warm";
            case LATENCY -> "purple";
            case THROUGHPUT -> "cool";
            case SUMMARY, RESOURCES, BACKLOG, DETAIL -> "dog_classic";
        };
    }
}
