package dashwright.lab.datadog.boards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** What the server adds to a dashboard: ids, author, dates, empty lists. */
final class ServerDefaults {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private final AtomicLong lastWidget = new AtomicLong(4_000_000_000_000_000L);
    private final AtomicLong boards = new AtomicLong();

    static String time(Instant at) {
        return TIME.format(at);
    }

    /** An id in Datadog's form, as {@code abc-def-ghi}. */
    String nextId() {
        long mixed = (boards.incrementAndGet() * 0x9E3779B97F4A7C15L) >>> 17;
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            id.append(i == 3 || i == 6 ? "-" : "").append(ALPHABET.charAt((int) (mixed % ALPHABET.length())));
            mixed /= ALPHABET.length();
        }
        return id.toString();
    }

    /**
     * A dashboard as it is read back.
     *
     * @param sent what the caller sent
     * @param id its id
     * @param created when it was created
     * @param modified when it was last written
     * @param author who created it
     * @param keepIds true where widgets keep the ids that they were sent with
     */
    ObjectNode added(JsonNode sent, String id, Instant created, Instant modified, String author, boolean keepIds) {
        ObjectNode body = ((ObjectNode) sent).deepCopy();
        String title = body.path("title").asText();
        body.put("id", id).put("url", "/dashboard/" + id + "/" + slug(title));
        body.put("author_handle", author).put("author_name", author.replaceFirst("@.*", ""));
        body.put("created_at", time(created)).put("modified_at", time(modified));
        body.put("is_read_only", body.path("is_read_only").asBoolean(false));
        for (String list : List.of("template_variables", "notify_list", "restricted_roles")) {
            if (!body.hasNonNull(list)) {
                body.putArray(list);
            }
        }
        if (!body.hasNonNull("description")) {
            body.putNull("description");
        }
        if (!body.hasNonNull("reflow_type") && body.path("layout_type").asText().equals("ordered")) {
            body.put("reflow_type", BoardForm.isFixed(sent) ? "fixed" : "auto");
        }
        body.path("widgets").forEach(widget -> addId(widget, keepIds));
        return body;
    }

    private void addId(JsonNode widget, boolean keep) {
        if (widget instanceof ObjectNode object) {
            if (!keep || !object.path("id").isIntegralNumber()) {
                object.put("id", lastWidget.incrementAndGet());
            }
            object.path("definition").path("widgets").forEach(inner -> addId(inner, keep));
        }
    }

    private static String slug(String title) {
        String slug =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "dashboard" : slug;
    }
}
