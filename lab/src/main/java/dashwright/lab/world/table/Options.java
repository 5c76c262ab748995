package dashwright.lab.world.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options of a row: words like {@code level=180 cycle=0.3 whole}, separated by blanks.
 *
 * @param values option to value, empty for an option without one
 */
public record Options(Map<String, String> values) {
    private static final Set<String> KNOWN = Set.of(
            "integration",
            "interval",
            "senders",
            "collector",
            "percentiles",
            "split",
            "alive",
            "from",
            "fom",
            "level",
            "per_day",
            "cycle",
            "noise",
            "slow",
            "drift",
            "saw",
            "min",
            "max",
            "whole",
            "even",
            "total",
            "since",
            "sum",
            "per",
            "scaled",
            "days",
            "steps");

    public Options {
        values = Map.copyOf(values);
        for (String option : values.keySet()) {
            if (!KNOWN.contains(option)) {
                throw new IllegalArgumentException("no option is called '" + option + "'; there are "
                        + KNOWN.stream().sorted().toList());
            }
        }
    }

    /** Reads options. */
    public static Options parse(String text) {
        Map<String, String> values = new HashMap<>();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                int equals = word.indexOf('=');
                String option = equals < 0 ? word : word.substring(0, equals);
                if (values.put(option, equals < 0 ? "" : word.substring(equals + 1)) != null) {
                    throw new IllegalArgumentException("the option '" + option + "' is there twice");
                }
            }
        }
        return new Options(values);
    }

    /** These options, with others for what they leave open. */
    public Options orElse(Options defaults) {
        Map<String, String> merged = new HashMap<>(defaults.values);
        merged.putAll(values);
        return new Options(merged);
    }

    /** True where the option is given. */
    public boolean has(String option) {
        return values.containsKey(option);
    }

    /** An option's text, or another where it is not given. */
    public String text(String option, String otherwise) {
        return values.getOrDefault(option, otherwise);
    }

    /** An option's number, or another where it is not given. */
    public double number(String option, double otherwise) {
        String text = values.get(option);
        return text == null ? otherwise : numberOf(option, text);
    }

    /** An option's numbers, separated by commas; none where it is not given. */
    public List<Double> numbers(String option) {
        List<Double> numbers = new ArrayList<>();
        for (String text : text(option, "").split(",", -1)) {
            if (!text.isEmpty()) {
                numbers.add(numberOf(option, text));
            }
        }
        return numbers;
    }

    private static double numberOf(String option, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("the option '" + option + "' takes a number, not '" + text + "'", wrong);
        }
    }
}
