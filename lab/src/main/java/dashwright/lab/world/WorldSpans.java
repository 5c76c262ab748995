package dashwright.lab.world;

import java.util.Map;

/**
 * Spans of one service, operation and resource.
 *
 * @param service the service
 * @param operation the operation name
 * @param resource the resource name
 * @param tags further tags
 * @param perMinute how many a minute
 * @param durationMillis their mean duration in milliseconds
 * @param errorShare the share of them that fail, 0 to 1
 */
public record WorldSpans(
        String service,
        String operation,
        String resource,
        Map<String, String> tags,
        Signal perMinute,
        Signal durationMillis,
        Signal errorShare) {
    public WorldSpans {
        tags = Map.copyOf(tags);
    }
}
