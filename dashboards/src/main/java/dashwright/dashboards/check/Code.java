package dashwright.dashboards.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every finding there is. The identifiers are stable: documents, audits and accepted findings name them. */
public enum Code {
    // Form: what Datadog accepts.
    BOARD_MALFORMED(
            Severity.ERROR, "The dashboard is not an object with a title, a layout type and a list of widgets."),
    BOARD_TOO_DEEP(Severity.ERROR, "The JSON is nested more deeply than any dashboard is; nothing more is checked."),
    TAG_REFUSED(Severity.ERROR, "A dashboard's tags are at most five, each team:NAME."),
    VARIABLE_MALFORMED(Severity.ERROR, "A template variable lacks its name or has fields of the wrong kind."),
    VARIABLE_TWICE(Severity.ERROR, "Two template variables have one name."),
    WIDGET_MALFORMED(Severity.ERROR, "A widget is not an object with a definition and a type."),
    WIDGET_ID_TWICE(Severity.WARNING, "Two widgets have one id."),
    TYPE_NOT_CHECKED(Severity.INFO, "The widget's type is not known here, so its form is not checked."),
    TYPE_REFUSED(Severity.ERROR, "There is no such widget type."),
    FIELD_MISSING(Severity.ERROR, "A field that Datadog requires is missing or of the wrong kind."),
    FIELD_REFUSED(Severity.ERROR, "A field has a value, or stands in a place, that Datadog refuses."),
    REQUESTS_WRONG(Severity.ERROR, "The widget has too many requests, too few, or in the wrong shape."),
    REQUEST_EMPTY(Severity.ERROR, "A request asks for nothing."),
    GROUP_IN_GROUP(Severity.ERROR, "A group stands inside a group."),
    LAYOUT_MISSING(Severity.ERROR, "The widget needs a layout of whole numbers x, y, width and height."),
    LAYOUT_UNWANTED(Severity.ERROR, "The widget has a layout although the board lays itself out."),
    LAYOUT_OUTSIDE(Severity.ERROR, "The widget lies outside the 12 columns of the board."),
    LAYOUT_OVERLAP(Severity.ERROR, "Two widgets cover each other."),
    FORMAT_REFUSED(Severity.ERROR, "A conditional format lacks a comparator, value or palette that Datadog knows."),
    MARKER_UNREADABLE(Severity.WARNING, "A marker's value is not of the form y = 5."),
    QUERY_SYNTAX(Severity.ERROR, "A query cannot be read."),
    QUERIES_JOINED(Severity.ERROR, "Several queries are joined by commas where one belongs."),
    SCOPE_TWICE(Severity.ERROR, "A query has two scopes."),
    SCOPE_MIXED(Severity.ERROR, "A scope mixes commas with AND, OR, NOT, IN."),
    CONDITION_TWICE(Severity.WARNING, "A scope says the same twice."),
    QUERY_NAME(Severity.ERROR, "A query has no name, or one that another query of the request has."),
    AGGREGATOR_UNKNOWN(Severity.ERROR, "There is no such aggregator."),
    METHOD_UNKNOWN(Severity.WARNING, "A query ends in a method that is not known."),
    TIMESHIFT_SUFFIX(Severity.ERROR, "A time shift is written as a method; it is a function."),
    METRIC_WILDCARD(Severity.ERROR, "A metric name holds a wildcard."),
    FORMULA_SYNTAX(Severity.ERROR, "A formula cannot be read."),
    FORMULA_QUERY_UNKNOWN(Severity.ERROR, "A formula names a query that the request does not have."),
    FUNCTION_UNKNOWN(Severity.WARNING, "A query or formula uses a function that is not known."),
    FUNCTION_REFUSED(Severity.ERROR, "A query or formula uses a function that Datadog does not have."),
    TIME_UNKNOWN(Severity.ERROR, "The widget's or board's time span is not one that Datadog knows."),

    // Catalog: what is really there.
    METRIC_UNKNOWN(Severity.ERROR, "The catalog has no such metric."),
    METRIC_SILENT(Severity.ERROR, "The metric has not reported for 30 days."),
    TAG_KEY_UNKNOWN(Severity.ERROR, "The metric does not carry the tag that a scope names."),
    TAG_VALUE_UNKNOWN(Severity.ERROR, "The metric's tag has no such value."),
    GROUP_TAG_UNKNOWN(Severity.ERROR, "The metric does not carry the tag that a query groups by."),
    GROUP_BY_TIME(Severity.ERROR, "A query groups by a span of time, which is not a tag."),
    COUNT_NOT_COUNTED(Severity.ERROR, "A count is read without as_count or as_rate, so it is averaged."),
    RATE_NOT_RATED(Severity.WARNING, "A rate is read without as_count or as_rate."),
    COUNT_NOT_SUMMED(Severity.WARNING, "A count is shown as one number that is not its sum over the window."),
    COUNTED_GAUGE(Severity.WARNING, "as_count or as_rate on a gauge does nothing."),
    PERCENTILE_OF_NO_DISTRIBUTION(Severity.ERROR, "Only distributions have percentiles."),
    SUM_OF_GAUGE(Severity.WARNING, "A gauge that several senders report is summed over them."),
    MEAN_OF_PARTS(
            Severity.WARNING,
            "A gauge of which each part of the world has its own is averaged as if that were the total."),
    UNITS_DIFFER(Severity.WARNING, "A formula adds or subtracts metrics of different units."),
    VARIABLE_UNKNOWN(Severity.ERROR, "A query uses a template variable that the board does not have."),
    VARIABLE_IGNORED(Severity.WARNING, "A query ignores a template variable whose tag its metric carries."),
    VARIABLE_UNUSED(Severity.WARNING, "Nothing on the board uses the template variable."),
    SPANS_UNKNOWN(Severity.ERROR, "The catalog has no spans of this service, operation or resource."),

    // Meaning: whether the data answer to the title and to the request.
    WORD_UNANSWERED(Severity.WARNING, "The request asks for something that no panel measures."),
    STAND_IN(Severity.WARNING, "The metric has nothing to do with the title, and others have."),

    // Live: what came back.
    QUERY_REFUSED(Severity.ERROR, "Datadog refused the query."),
    NOT_TRIED(Severity.WARNING, "The query could not be tried."),
    METRIC_NEVER_REPORTED(Severity.ERROR, "Nothing came back, and nothing is known ever to have reported."),
    EMPTY_UNEXPLAINED(Severity.WARNING, "Nothing came back, and nobody knows why."),
    DATA_STALE(Severity.WARNING, "The newest value is old.");

    private final Severity severity;
    private final String description;

    Code(Severity severity, String description) {
        this.severity = severity;
        this.description = description;
    }

    /** As it stands in {@link Finding#code()}: {@code metric-unknown}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How much it matters where a finding does not say otherwise. */
    public Severity severity() {
        return severity;
    }

    /** What it says, in one sentence. */
    public String description() {
        return description;
    }

    /** The code with this identifier. */
    public static Optional<Code> of(String id) {
        return Arrays.stream(values()).filter(code -> code.id().equals(id)).findFirst();
    }
}
