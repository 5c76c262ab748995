package dashwright.dashboards.compose;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dashwright.dashboards.plan.Threshold;
import dashwright.dashboards.plan.Threshold.Level;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Thresholds as colours of numbers and as lines in graphs. */
final class Levels {
    private Levels() {}

    /**
     * Conditional formats. Datadog takes the first that holds, so the narrower bands come first: of "at least 0.3 is
     * yellow, at least 0.7 is green" the second.
     */
    static ArrayNode conditionalFormats(List<Threshold> thresholds) {
        ArrayNode formats = JsonNodeFactory.instance.arrayNode();
        thresholds.stream().sorted(narrowestFirst()).forEach(threshold -> {
            formats.addObject()
                    .put("comparator", threshold.comparison().sign())
                    .put("value", threshold.value())
                    .put("palette", palette(threshold.level()));
        });
        return formats;
    }

    private static Comparator<Threshold> narrowestFirst() {
        return Comparator.comparingInt((Threshold threshold) -> isFloor(threshold) ? 0 : 1)
                .thenComparingDouble(threshold -> isFloor(threshold) ? -threshold.value() : threshold.value())
                .thenComparingInt(threshold -> includesItsValue(threshold) ? 1 : 0);
    }

    private static boolean isFloor(Threshold threshold) {
        return switch (threshold.comparison()) {
            case ABOVE, AT_LEAST -> true;
            case BELOW, AT_MOST -> false;
        };
    }

    private static boolean includesItsValue(Threshold threshold) {
        return switch (threshold.comparison()) {
            case AT_LEAST, AT_MOST -> true;
            case ABOVE, BELOW -> false;
        };
    }

    private static String palette(Level level) {
        return switch (level) {
            case GOOD -> "white_on_green";
            case WARNING -> "white_on_yellow";
            case BAD -> "white_on_red";
        };
    }

    /** Lines in a graph, one for each value, in the worst colour that the value borders on. */
    static ArrayNode markers(List<Threshold> thresholds) {
        Map<Double, Threshold> worst = new TreeMap<>();
        for (Threshold threshold : thresholds) {
            worst.merge(
                    threshold.value(),
                    threshold,
                    (one, other) -> one.level().compareTo(other.level()) >= 0 ? one : other);
        }
        ArrayNode markers = JsonNodeFactory.instance.arrayNode();
        worst.values().forEach(threshold -> {
            String level = threshold.level().name().toLowerCase(Locale.ROOT);
            markers.addObject()
                    .put("value", "y = " + plain(threshold.value()))
                    .put("display_type", severity(threshold.level()) + " dashed")
                    .put(
                            "label",
                            "%s %s %s".formatted(level, threshold.comparison().sign(), plain(threshold.value())));
        });
        return markers;
    }

    private static String severity(Level level) {
        return switch (level) {
            case GOOD -> "ok";
            case WARNING -> "warning";
            case BAD -> "error";
        };
    }

    private static String plain(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.signum() == 0 ? "0" : exact.toPlainString();
    }
}
