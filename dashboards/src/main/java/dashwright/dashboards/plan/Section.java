package dashwright.dashboards.plan;

import java.util.List;

/**
 * Panels that belong together, drawn as a group with a colour of its kind.
 *
 * @param id stable within the plan; edits name it
 * @param title the heading
 * @param kind what it is about, which decides colour and layout
 * @param panels its panels, in order
 */
public record Section(String id, String title, Kind kind, List<Panel> panels) {
    public Section {
        panels = List.copyOf(panels);
    }

    /** What a section is about. */
    public enum Kind {
        /** The key figures, as big numbers. */
        SUMMARY,
        /** Counts and rates over time. */
        THROUGHPUT,
        /** How long things take. */
        LATENCY,
        /** What goes wrong. */
        ERRORS,
        /** Memory, CPU, disks, workers. */
        RESOURCES,
        /** What is still to do. */
        BACKLOG,
        /** Everything else. */
        DETAIL
    }
}
