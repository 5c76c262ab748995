package dashwright.catalog;

import java.util.Objects;

/**
 * Spans that share service, operation and resource: what a team names when it says "the sync_file_to_cache spans".
 *
 * @param service the service that emits them ({@code warehouse-worker})
 * @param operation the span's operation name ({@code celery.run})
 * @param resource the resource name (a task, an endpoint, a statement)
 * @param hits how many were seen in the window in which they were counted
 */
public record SpanGroup(String service, String operation, String resource, long hits) {
    public SpanGroup {
        Objects.requireNonNull(service);
        Objects.requireNonNull(operation);
        Objects.requireNonNull(resource);
    }
}
