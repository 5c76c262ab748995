package dashwright.dashboards.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.catalog.Unit;
import java.util.Set;

/** Units as number formats. */
final class Units {
    /** A longer label of a unit of one's own is refused ({@code NumberFormatUnitCustom} in the API description). */
    private static final int LONGEST_LABEL = 12;

    /** What Datadog knows and scales by itself: https://docs.datadoghq.com/metrics/units/. */
    private static final Set<String> CANONICAL = Set.of("""
            bit byte kibibyte mebibyte gibibyte tebibyte pebibyte exbibyte
            nanosecond microsecond millisecond second minute hour day week
            percent_nano percent apdex fraction
            connection request packet segment response message payload timeout datagram route session hop
            process thread host node fault service instance cpu file inode sector block
            buffer error read write occurrence event time unit operation item task worker resource email sample stage
            monitor location check attempt device update method job container execution throttle invocation user
            success build prediction table index lock transaction query row key command offset record object cursor
            assertion scan document shard flush merge refresh fetch column commit wait ticket question
            hit miss eviction get set dollar cent page split hertz kilohertz megahertz gigahertz entry
            nanocore microcore millicore core kilocore megacore span run step
            """.strip().split("\\s+"));

    private Units() {}

    /** Writes the unit of a formula's outcome; none where it follows from the series. */
    static void put(ObjectNode formula, Unit unit, PanelReport report, String inner) {
        if (unit.isNone()) {
            return;
        }
        if (isCanonical(unit)) {
            ObjectNode node = formula.putObject("number_format").putObject("unit");
            node.put("type", "canonical_unit").put("unit_name", unit.name());
            if (!unit.per().isEmpty()) {
                node.put("per_unit_name", unit.per());
            }
        } else if (unit.toString().length() <= LONGEST_LABEL) {
            formula.putObject("number_format")
                    .putObject("unit")
                    .put("type", "custom_unit_label")
                    .put("label", unit.toString());
        } else {
            report.add(
                    "unit",
                    inner + ".unit",
                    "Datadog knows no unit '%s', and its own label is too long.".formatted(unit),
                    "Use a unit of Datadog's, or a label of at most " + LONGEST_LABEL + " characters.");
        }
    }

    private static boolean isCanonical(Unit unit) {
        return CANONICAL.contains(unit.name()) && (unit.per().isEmpty() || CANONICAL.contains(unit.per()));
    }
}
