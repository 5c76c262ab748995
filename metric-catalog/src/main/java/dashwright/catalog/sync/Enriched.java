package dashwright.catalog.sync;

import dashwright.catalog.Catalog;
import java.util.Collection;
import java.util.List;

/**
 * A snapshot after details were asked for.
 *
 * @param catalog the snapshot with what was read
 * @param unread what stays unknown of that which was asked for, in the order in which it was asked for
 * @param why the reason, in words for people; empty where nothing stays unknown
 */
public record Enriched(Catalog catalog, List<String> unread, String why) {
    private static final int MOST_REASONS = 3;

    public Enriched {
        unread = List.copyOf(unread);
    }

    /** With several reasons, each said once and only the first few. */
    static Enriched of(Catalog catalog, List<String> unread, Collection<String> reasons) {
        List<String> distinct = reasons.stream().distinct().toList();
        String first = String.join("; ", distinct.subList(0, Math.min(MOST_REASONS, distinct.size())));
        int more = distinct.size() - MOST_REASONS;
        String why = more > 0 ? first + "; and " + more + " more reasons" : first;
        return new Enriched(catalog, unread, unread.isEmpty() ? "" : why);
    }
}
