package dashwright.lab.world.pypi;

import dashwright.lab.world.Signal;
import dashwright.lab.world.signal.Share;
import java.util.Map;
import java.util.function.Function;

/**
 * Spans of one operation and resource from one fleet.
 *
 * @param operation the operation name
 * @param resource the resource name
 * @param fleet the pods that make them
 * @param tags span tags beside those of the pods
 * @param hits how many a minute, for a share of the fleet
 * @param errors how many of them fail
 * @param millis how long they take, in milliseconds
 */
record TraceStream(
        String operation,
        String resource,
        Fleet fleet,
        Map<String, String> tags,
        Function<Share, Signal> hits,
        Function<Share, Signal> errors,
        Signal millis) {
    TraceStream {
        tags = Map.copyOf(tags);
    }
}
