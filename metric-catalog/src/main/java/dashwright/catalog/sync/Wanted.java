package dashwright.catalog.sync;

/** A question to a source that costs one read. */
public sealed interface Wanted {
    /** What the question is about, for people: a metric's name, or a tag. */
    String subject();

    /** A metric's metadata: type, unit and description. */
    record Metadata(String metric) implements Wanted {
        @Override
        public String subject() {
            return metric;
        }
    }

    /** A metric's tags. */
    record Tags(String metric) implements Wanted {
        @Override
        public String subject() {
            return metric;
        }
    }

    /** The metrics that carry a tag value. */
    record Carriers(String tagKey, String tagValue) implements Wanted {
        @Override
        public String subject() {
            return tagKey + ":" + tagValue;
        }
    }
}
