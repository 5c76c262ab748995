package dashwright.bot.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.dashboards.check.Finding;
import dashwright.dashboards.check.Receipt;
import dashwright.dashboards.live.HumanValue;
import dashwright.tools.health.Figure;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Findings, receipts and figures as JSON for machines. */
final class Evidence {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Evidence() {}

    static ArrayNode findings(List<Finding> findings) {
        ArrayNode array = NODES.arrayNode();
        for (Finding finding : findings) {
            array.addObject()
                    .put("code", finding.code())
                    .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("widget", finding.widget())
                    .put("title", finding.title())
                    .put("message", finding.message())
                    .put("fix", finding.fix());
        }
        return array;
    }

    static ArrayNode receipts(List<Receipt> receipts) {
        ArrayNode array = NODES.arrayNode();
        receipts.forEach(receipt -> array.add(receipt(receipt)));
        return array;
    }

    private static ObjectNode receipt(Receipt receipt) {
        ObjectNode node = NODES.objectNode()
                .put("widget", receipt.widget())
                .put("title", receipt.title())
                .put("type", receipt.type())
                .put("verdict", receipt.verdict().name().toLowerCase(Locale.ROOT))
                .put("explanation", receipt.explanation());
        ArrayNode metrics = node.putArray("metrics");
        receipt.metrics().forEach(metric -> {
            ObjectNode each = metrics.addObject()
                    .put("name", metric.name())
                    .put("type", metric.type().name().toLowerCase(Locale.ROOT))
                    .put("unit", metric.unit().toString())
                    .put("liveness", metric.liveness().name().toLowerCase(Locale.ROOT))
                    .put("description", metric.description());
            metric.tagsVerified().forEach(each.putArray("tags_verified")::add);
        });
        ArrayNode tried = node.putArray("tried");
        receipt.tried().forEach(attempt -> tried.add(tried(attempt)));
        if (receipt.fit() != null) {
            ObjectNode fit = node.putObject("fit")
                    .put("rank", receipt.fit().rank())
                    .put("fit", receipt.fit().fit());
            receipt.fit().rivals().forEach(fit.putArray("rivals")::add);
        }
        return node;
    }

    private static ObjectNode tried(Receipt.Tried attempt) {
        ObjectNode node = NODES.objectNode()
                .put("query", attempt.query())
                .put("from", attempt.range().from().toString())
                .put("to", attempt.range().to().toString())
                .put("series", attempt.series())
                .put("points", attempt.points())
                .put("last_value", attempt.lastValue())
                .put("last_at", text(attempt.lastAt()))
                .put("unit", attempt.unit().toString());
        if (!attempt.failure().isEmpty()) {
            node.put("failure", attempt.failure());
        }
        return node;
    }

    static ObjectNode figure(Figure figure) {
        return NODES.objectNode()
                .put("label", figure.label())
                .put("value", figure.value())
                .put("shown", HumanValue.of(figure.value(), figure.unit()))
                .put("unit", figure.unit().toString())
                .put("query", figure.query())
                .put("from", figure.range().from().toString())
                .put("to", figure.range().to().toString())
                .put("as_of", text(figure.asOf()))
                .put("empty_is_good", figure.emptyIsGood());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
