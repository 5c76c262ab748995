package dashwright.catalog.sync;

import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a catalog comes from. Every call may cost one of the few reads that the source allows an hour. */
public interface MetricSource {
    /**
     * One page of the names that match a filter.
     *
     * @param cursor where the page before ended, null for the first page
     * @throws SourceException where the source does not answer, refuses, or has no read left
     */
    Page names(Filter filter, @Nullable String cursor);

    /**
     * The names of all metrics that reported within a time, in one read however many there are.
     *
     * @throws SourceException also where the source does not give such a list, or gives more than is read; {@link #names}
     *     then gives the same by pages
     */
    List<String> active(Duration within);

    /** What is written about a metric. */
    Metadata metadata(String metric);

    /** The tags that a metric carries. */
    TagSet tags(String metric);

    /** The names of all metrics that were submitted with this tag value of late; one read, however many there are. */
    List<String> carrying(String tagKey, String tagValue);

    /** Services, operations and resources seen in the last hours, the most frequent first; bounded in number. */
    List<SpanGroup> spans();

    /** What the source last told of the limit on metric reads; null where it never told. */
    @Nullable
    Allowance allowance();

    /**
     * What to list.
     *
     * @param type only metrics of this type, null for all
     * @param within only metrics that reported within this time, null for the source's default
     * @param queried only metrics that someone's query read of late
     */
    record Filter(@Nullable MetricType type, @Nullable Duration within, boolean queried) {
        /** Everything that the source lists by default. */
        public static final Filter ALL = new Filter(null, null, false);

        /** What reported within this time. */
        public static Filter within(Duration time) {
            return new Filter(null, time, false);
        }
    }

    /**
     * A page of metric names.
     *
     * @param names the names
     * @param next the cursor of the next page, null at the end
     * @param full false where the page held fewer than it could: what follows is then most likely nothing, though only a read
     *     of it would tell
     */
    record Page(List<String> names, @Nullable String next, boolean full) {
        public Page {
            names = List.copyOf(names);
        }
    }

    /** A metric's metadata, empty texts where nothing is set. */
    record Metadata(MetricType type, Unit unit, String description, String integration) {}
}
