package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ids are the server's, but a copied board can carry one twice; tabs and links then lead to the wrong widget. */
final class WidgetIds implements BoardRule {
    @Override
    public void check(Board board, Findings findings) {
        Map<String, String> placeOf = new HashMap<>();
        for (Widget widget : board.widgets()) {
            JsonNode id = widget.json().path("id");
            @Nullable
            String earlier = id.isValueNode() && !id.isNull() ? placeOf.putIfAbsent(id.asText(), widget.place()) : null;
            if (earlier != null) {
                findings.add(
                        Code.WIDGET_ID_TWICE,
                        widget,
                        "it has the id " + Texts.quoted(id.asText()) + " that " + earlier + " has too",
                        "remove the id: Datadog gives new ones");
            }
        }
    }
}
