package dashwright.tools.drafting;

import dashwright.catalog.Catalog;

/** Turns a request into a plan from what a catalog holds. The bot's planner does so without a model. */
public interface RequestPlanner {
    /** Plans a board for a request's text. */
    PlanningOutcome plan(String text);

    /** A planner's view of the catalog: a snapshot, and the means to have a few metrics' details read. */
    interface Knowledge {
        /** The present snapshot. */
        Catalog catalog();

        /** The present search over it. */
        dashwright.catalog.search.MetricSearch search();

        /**
         * Reads metadata and tags of these metrics where they are not known yet, within the budget; what could not be
         * read stays unknown.
         *
         * @return the snapshot with what was read
         */
        Catalog enrich(java.util.Collection<String> metrics);
    }
}
