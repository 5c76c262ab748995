package dashwright.lab.datadog.engine;

import java.util.Map;
import java.util.OptionalLong;

/** Whatever sends one series of a metric: a host, a worker, a collector. */
public interface Sender {
    /** Its tags, key to value. */
    Map<String, String> tags();

    /**
     * Puts the readings of a span of time into a bucket.
     *
     * @param from the first second
     * @param to the first second after it
     * @param stride takes only every so many-th reading and weighs it accordingly; 1 takes all
     * @param bucket where they go
     */
    void collect(long from, long to, int stride, Bucket bucket);

    /**
     * The newest second of a span of time at which something was sent.
     *
     * @param from the first second
     * @param to the first second after it
     */
    OptionalLong newest(long from, long to);
}
