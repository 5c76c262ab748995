package dashwright.catalog.sync;

import dashwright.catalog.Catalog;
import java.util.List;

/**
 * The outcome of a sync.
 *
 * @param catalog the snapshot
 * @param gaps what could not be read and so stays unknown or as it was, in words for people; empty where all was read
 */
public record Synced(Catalog catalog, List<String> gaps) {
    public Synced {
        gaps = List.copyOf(gaps);
    }
}
