package dashwright.tools.drafting;

import dashwright.catalog.Catalog;
import dashwright.catalog.search.Embedder;
import dashwright.catalog.search.MetricSearch;
import dashwright.catalog.search.RerankedSearch;
import dashwright.catalog.sync.ReadBudget;
import dashwright.catalog.sync.Unread;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a request into a plan from what a catalog holds. The bot's planner does so without a model. */
public interface RequestPlanner {
    /** Plans a board for a request's text. */
    PlanningOutcome plan(String text);

    /**
     * A planner's view of the catalog: a snapshot, and the means to have a few metrics' details read. Datadog allows few
     * reads an hour, so each method says what it costs; what could not be read stays unknown.
     */
    interface Knowledge {
        /**
         * What a gauge reads.
         *
         * @param now its newest value of the last 24 hours
         * @param dayBefore the newest of the 24 hours before, null for unknown
         */
        record Level(double now, @Nullable Double dayBefore) {}

        /** The present snapshot. */
        Catalog catalog();

        /** The present search over it. */
        MetricSearch search();

        /**
         * The same search as whoever looks for metrics by words asks it. A model of meanings may have ordered what it finds,
         * so nothing is planned by it: the same request must lead to the same plan.
         */
        default RerankedSearch finder() {
            return new RerankedSearch(this::search, embedder());
        }

        /** The model of meanings that orders what the finder finds; empty for none. */
        default Optional<? extends Embedder> embedder() {
            return Optional.empty();
        }

        /**
         * Reads unit and description of these metrics where they are not known yet; one read each.
         *
         * @return the snapshot with what was read
         */
        Catalog describe(Collection<String> metrics);

        /**
         * Reads unit, description and tags of these metrics where they are not known yet; two reads each.
         *
         * @return the snapshot with what was read
         */
        Catalog enrich(Collection<String> metrics);

        /**
         * Finds out which metrics carry a tag value; one read, however many there are.
         *
         * @return the snapshot in which each of them is known to carry it
         */
        Catalog carrying(String tagKey, String tagValue);

        /** The same knowledge for one request, which remembers what could not be read for it. */
        default Knowledge forRequest() {
            return this;
        }

        /** What could not be read for this request and is still not known; empty for knowledge of no request. */
        default List<Unread> unread() {
            return List.of();
        }

        /** The reads that are left; empty where nothing more can be read. */
        default Optional<ReadBudget.Standing> budget() {
            return Optional.empty();
        }

        /**
         * What these gauges read, averaged over their senders; one query for all of them, and no metric read.
         *
         * @return by name, without those that live data says nothing about; none where there is no live data
         */
        default Map<String, Level> levels(Collection<String> metrics) {
            return Map.of();
        }
    }
}
