package dashwright.tools.toolbox;

import dashwright.dashboards.plan.Measure;
import dashwright.dashboards.plan.Panel.Shape;
import dashwright.dashboards.plan.TagFilter;
import dashwright.dashboards.plan.Threshold;
import dashwright.dashboards.plan.WindowText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads panels out of arguments. */
final class PanelReader {
    static final int MOST_NAME = 250;
    private static final int MOST_TITLE = 120;
    private static final int MOST_MEANING = 500;
    private static final int MOST_FILTERS = 8;
    private static final int MOST_BY = 3;
    private static final Pattern THRESHOLD =
            Pattern.compile("(good|warning|bad)\\s*(>=|<=|>|<)\\s*(-?\\d{1,15}(?:\\.\\d{1,9})?)");

    private PanelReader() {}

    static PanelRequest read(Arguments panel) {
        String metric = panel.optional("metric", MOST_NAME);
        PanelRequest.Spans spans = spans(panel.object("span"));
        if (metric.isEmpty() == (spans == null)) {
            panel.problem("metric", "or span must be given, and not both");
        }
        Shape shape = word(panel, "shape", Shape.class);
        return new PanelRequest(
                panel.place(),
                panel.text("title", MOST_TITLE),
                shape == null ? Shape.LINE : shape,
                metric,
                panel.optional("percent_of", MOST_NAME),
                spans,
                word(panel, "measure", Measure.class),
                filters(panel, "filters"),
                panel.texts("by", MOST_BY, MOST_NAME),
                window(panel, "window"),
                panel.optional("meaning", MOST_MEANING),
                thresholds(panel),
                panel.optional("section", 64));
    }

    /** Conditions on tags, written as {@code key:value} or {@code !key:value}. */
    static List<TagFilter> filters(Arguments arguments, String name) {
        List<TagFilter> filters = new ArrayList<>();
        for (String text : arguments.texts(name, MOST_FILTERS, MOST_NAME)) {
            boolean excluded = text.startsWith("!");
            String tag = excluded ? text.substring(1) : text;
            int colon = tag.indexOf(':');
            if (colon < 1 || colon == tag.length() - 1) {
                arguments.problem(name, "must be written as key:value, not '" + text + "'");
            } else {
                filters.add(new TagFilter(tag.substring(0, colon), List.of(tag.substring(colon + 1)), excluded));
            }
        }
        return filters;
    }

    /** A length of time, null where there is none. */
    static @Nullable Duration window(Arguments arguments, String name) {
        String text = arguments.optional(name, 20);
        if (text.isEmpty()) {
            return null;
        }
        return WindowText.parse(text).orElseGet(() -> {
            arguments.problem(name, "must be a length of time as 30m, 4h, 1d or 1w, not '" + text + "'");
            return null;
        });
    }

    /** One of an enumeration's words, null where there is none. */
    static <E extends Enum<E>> @Nullable E word(Arguments arguments, String name, Class<E> type) {
        String text = arguments.optional(name, 40);
        if (text.isEmpty()) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (wordOf(constant).equals(text.toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        String known = String.join(", ", words(type));
        arguments.problem(name, "cannot be '" + text + "'; use one of " + known);
        return null;
    }

    static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(PanelReader::wordOf).collect(Collectors.toList());
    }

    static String wordOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static PanelRequest.@Nullable Spans spans(@Nullable Arguments span) {
        if (span == null) {
            return null;
        }
        PanelRequest.Spans spans = new PanelRequest.Spans(
                span.optional("service", MOST_NAME),
                span.optional("operation", MOST_NAME),
                span.optional("resource", MOST_NAME));
        if (spans.service().isEmpty()
                && spans.operation().isEmpty()
                && spans.resource().isEmpty()) {
            span.problem("service", "or operation or resource must be given, as find_spans shows them");
        }
        return spans;
    }

    private static List<Threshold> thresholds(Arguments panel) {
        List<Threshold> thresholds = new ArrayList<>();
        for (String text : panel.texts("thresholds", 6, 40)) {
            Matcher parts = THRESHOLD.matcher(text.toLowerCase(Locale.ROOT));
            if (parts.matches()) {
                thresholds.add(new Threshold(
                        comparison(parts.group(2)),
                        Double.parseDouble(parts.group(3)),
                        Threshold.Level.valueOf(parts.group(1).toUpperCase(Locale.ROOT))));
            } else {
                panel.problem("thresholds", "must be written as 'bad > 48', 'warning >= 20' or 'good < 5'");
            }
        }
        return thresholds;
    }

    private static Threshold.Comparison comparison(String sign) {
        return Arrays.stream(Threshold.Comparison.values())
                .filter(comparison -> comparison.sign().equals(sign))
                .findFirst()
                .orElseThrow();
    }
}
