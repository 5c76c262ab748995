package dashwright.catalog.sync;

import dashwright.catalog.TagSet;
import java.util.List;

/** What one read tells. */
sealed interface Piece {
    /** A metric's metadata. */
    record Described(MetricSource.Metadata metadata) implements Piece {}

    /** A metric's tags. */
    record Tagged(TagSet tags) implements Piece {}

    /** The metrics that carry a tag value. */
    record Carried(List<String> metrics) implements Piece {
        public Carried {
            metrics = List.copyOf(metrics);
        }
    }

    /** Another read told it in the meantime, and the catalog has it. */
    record Known() implements Piece {}

    /** The source did not tell, and where that is lasting will not tell soon. */
    record Refused(String why, boolean lasting) implements Piece {}

    /** Asks the source; one read. */
    static Piece read(MetricSource source, Wanted wanted) {
        try {
            return switch (wanted) {
                case Wanted.Metadata(String metric) -> new Described(source.metadata(metric));
                case Wanted.Tags(String metric) -> new Tagged(source.tags(metric));
                case Wanted.Carriers(String key, String value) -> new Carried(source.carrying(key, value));
            };
        } catch (SourceException e) {
            return new Refused(String.valueOf(e.getMessage()), e.isLasting());
        }
    }
}
