package dashwright.catalog.sync;

import dashwright.catalog.Catalog;
import java.util.List;

/**
 * A snapshot after details were asked for.
 *
 * @param catalog the snapshot with what was read
 * @param unread what stays unknown of that which was asked for, in the order in which it was asked for
 */
public record Enriched(Catalog catalog, List<Unread> unread) {
    private static final int MOST_REASONS = 3;

    public Enriched {
        unread = List.copyOf(unread);
    }

    /** The metrics and tags of which something stays unknown, each once. */
    public List<String> names() {
        return unread.stream().map(each -> each.wanted().subject()).distinct().toList();
    }

    /** The reasons, in words for people, each said once and only the first few; empty where nothing stays unknown. */
    public String why() {
        List<String> distinct = unread.stream().map(Unread::why).distinct().toList();
        String first = String.join("; ", distinct.subList(0, Math.min(MOST_REASONS, distinct.size())));
        int more = distinct.size() - MOST_REASONS;
        return more > 0 ? first + "; and " + more + " more reasons" : first;
    }
}
