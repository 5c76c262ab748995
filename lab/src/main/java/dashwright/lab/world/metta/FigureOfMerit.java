package dashwright.lab.world.metta;

import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The formulas that turn a measured value into a figure of merit from 0 (bad) to 1 (good), as the team's collector
 * computes them: green from 0.7, yellow from 0.3, red below. No value gives no figure.
 */
final class FigureOfMerit {
    private static final Pattern RANGE = Pattern.compile("(falling|rising)\\(([\\d.]+),([\\d.]+)\\)");

    private FigureOfMerit() {}

    /**
     * A formula by its words: {@code falling(3,10)} is 1 up to 3 and 0 from 10 on, {@code rising(0,7)} the other way
     * round; {@code positive} is 1 above zero; {@code accuracy} takes a share or a percentage; {@code hours} wants
     * between one and eight.
     */
    static DoubleUnaryOperator of(String words) {
        Matcher range = RANGE.matcher(words);
        if (range.matches()) {
            double from = Double.parseDouble(range.group(2));
            double to = Double.parseDouble(range.group(3));
            return range.group(1).equals("falling")
                    ? value -> clamp(1 - (value - from) / (to - from))
                    : value -> clamp((value - from) / (to - from));
        }
        return switch (words) {
            case "positive" -> value -> value > 0 ? 1 : 0;
            case "accuracy" -> value -> value <= 1 ? value : Math.min(value / 100, 1);
            case "hours" -> FigureOfMerit::hours;
            default -> throw new IllegalArgumentException("no figure of merit is computed by '" + words + "'");
        };
    }

    private static double hours(double value) {
        if (value < 1) {
            return 0.3;
        }
        return value <= 8 ? 1 : clamp(1 - (value - 8) / 8);
    }

    private static double clamp(double value) {
        return Math.min(1, Math.max(0, value));
    }
}
