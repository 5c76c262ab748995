package dashwright.lab.datadog.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions that look across the lines of a result: the top of them, how many there are. */
final class LineFunctions {
    private static final Pattern SHORT_TOP =
            Pattern.compile("(top|bottom)(5|10|15|20)(?:_(mean|min|max|last|sum|area|l2norm|norm))?");

    private LineFunctions() {}

    static Optional<FrameFunction> named(String name) {
        return switch (name) {
            case "top" -> Optional.of(LineFunctions::top);
            case "count_nonzero" -> Optional.of((frame, arguments) -> counting(frame, value -> value != 0));
            case "count_not_null" -> Optional.of((frame, arguments) -> counting(frame, value -> true));
            case "exclude_null" -> Optional.of((frame, arguments) -> withoutUntagged(frame));
            default -> shortTop(name);
        };
    }

    private static Optional<FrameFunction> shortTop(String name) {
        Matcher matcher = SHORT_TOP.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean descending = matcher.group(1).equals("top");
        int count = Integer.parseInt(matcher.group(2));
        String by = matcher.group(3) == null ? "mean" : matcher.group(3);
        return Optional.of((frame, arguments) -> best(frame, count, by, descending));
    }

    private static Frame top(Frame frame, Arguments arguments) {
        int count = (int) arguments.number(0);
        String by = arguments.text(1, "mean");
        String order = arguments.text(2, "desc");
        if (count < 1 || !Set.of("asc", "desc").contains(order)) {
            throw new QueryRefused("Error parsing query: top takes a query, a number, mean, max, last, sum, area or"
                    + " l2norm, and desc or asc");
        }
        return best(frame, count, by, order.equals("desc"));
    }

    /** The lines with the greatest (or least) values; those without any value are not among them. */
    static Frame best(Frame frame, int count, String by, boolean descending) {
        Comparator<Line> order = Comparator.comparingDouble(line -> Reduction.of(by, line.values(), frame.step()));
        List<Line> sorted = new ArrayList<>(frame.withoutSilence().lines());
        sorted.sort(descending ? order.reversed() : order);
        return frame.withLines(sorted.subList(0, Math.min(count, sorted.size())));
    }

    private static Frame counting(Frame frame, DoublePredicate counts) {
        if (frame.lines().isEmpty()) {
            return frame.withUnit(UnitPair.NONE);
        }
        double[] result = new double[frame.times().length];
        for (Line line : frame.lines()) {
            for (int i = 0; i < result.length; i++) {
                result[i] += !Double.isNaN(line.values()[i]) && counts.test(line.values()[i]) ? 1 : 0;
            }
        }
        return frame.withUnit(UnitPair.NONE).withLines(List.of(new Line(new TreeMap<>(), result)));
    }

    private static Frame withoutUntagged(Frame frame) {
        return frame.withLines(frame.lines().stream()
                .filter(line -> !line.group().containsValue(SelectorEvaluator.NO_VALUE))
                .toList());
    }
}
