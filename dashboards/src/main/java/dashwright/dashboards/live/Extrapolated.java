package dashwright.dashboards.live;

import dashwright.catalog.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Figures that are divided by the difference between a value and its own past, as the days until a backlog is gone. The
 * difference of two large numbers carries few digits, and so does all that is made of it.
 */
public final class Extrapolated {
    private static final MathContext CARRIED = new MathContext(2, RoundingMode.HALF_UP);
    private static final String PAST = "(?:hour|day|week|month)_before\\(";
    private static final Pattern OVER_A_DIFFERENCE =
            Pattern.compile("/\\s*(?:\\w+\\()*\\(*\\s*(?:" + PAST + "[^)]*\\)\\s*-|\\w+\\s*-\\s*" + PAST + ")");

    private Extrapolated() {}

    /** True where a query or formula, as text, computes such a figure. */
    public static boolean is(String query) {
        return OVER_A_DIFFERENCE.matcher(query).find();
    }

    /** A value as people say it, with no more digits than the query that it came from carries: {@code about 840 d}. */
    public static String inWords(@Nullable Double value, Unit unit, String query) {
        if (value == null || !Double.isFinite(value) || value == 0 || !is(query)) {
            return HumanValue.of(value, unit);
        }
        return "about " + HumanValue.of(BigDecimal.valueOf(value).round(CARRIED).doubleValue(), unit);
    }
}
