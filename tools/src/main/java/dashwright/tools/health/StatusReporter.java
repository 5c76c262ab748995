package dashwright.tools.health;

import dashwright.tools.drafting.Draft;

/** Says how things stand, from the key figures of a draft. */
public interface StatusReporter {
    /** The summary of a draft's number panels, as they were when its queries were tried. */
    StatusSummary report(Draft draft);
}
