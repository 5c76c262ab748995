package dashwright.catalog.answer;

import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is known of a metric beside its name, in words; what is not known is left out. */
public final class Facts {
    private Facts() {}

    /** Type, unit and when it last reported, as in "gauge", "byte", "reported within 1 h". */
    public static List<String> of(Metric metric) {
        return Stream.of(type(metric.type()), metric.unit().toString(), liveness(metric.liveness()))
                .filter(fact -> !fact.isEmpty())
                .toList();
    }

    /** Those of one metric in which it differs from another. */
    public static List<String> difference(Metric metric, Metric from) {
        List<String> known = of(from);
        return of(metric).stream().filter(fact -> !known.contains(fact)).toList();
    }

    /** The type in lower case, empty where it is not known. */
    public static String type(MetricType type) {
        return type == MetricType.UNKNOWN ? "" : type.name().toLowerCase(Locale.ROOT);
    }

    /** When it last reported, empty where that is not known. */
    public static String liveness(Liveness liveness) {
        return switch (liveness) {
            case LIVE, RECENT, QUIET -> "reported " + within(liveness);
            case GONE -> "has not reported within 30 d";
            case UNKNOWN -> "";
        };
    }

    /** The window in which it last reported, empty where that is not known. */
    public static String within(Liveness liveness) {
        return switch (liveness) {
            case LIVE -> "within 1 h";
            case RECENT -> "within 1 d";
            case QUIET -> "within 30 d";
            case GONE -> "not within 30 d";
            case UNKNOWN -> "";
        };
    }
}
