package dashwright.bot.approval;

/**
 * A board that stands in Datadog.
 *
 * @param id Datadog's id of it
 * @param url the whole address that a person opens
 */
public record BoardLink(String id, String url) {
    public BoardLink {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a board in Datadog has an id");
        }
    }
}
