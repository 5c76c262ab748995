package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Recorded answers of 400 say that a board takes five tags at the most, all of them {@code team:}. */
final class BoardTags implements BoardRule {
    private static final int MAX_TAGS = 5;

    @Override
    public void check(Board board, Findings findings) {
        List<JsonNode> tags = Json.list(board.json(), "tags");
        if (Json.has(board.json(), "tags") && !board.json().path("tags").isArray()) {
            findings.add(Code.TAG_REFUSED, "tags are not a list", "write \"tags\": [\"team:NAME\"]");
        }
        if (tags.size() > MAX_TAGS) {
            findings.add(Code.TAG_REFUSED, "the board has " + tags.size() + " tags", "keep at most " + MAX_TAGS);
        }
        for (JsonNode tag : tags) {
            String text = tag.isTextual() ? tag.textValue() : "";
            if (!text.startsWith("team:") || text.length() == "team:".length()) {
                findings.add(
                        Code.TAG_REFUSED,
                        "the tag " + Texts.quoted(text) + " is not of the form team:NAME",
                        "remove it, or write the team that owns the board");
            }
        }
    }
}
