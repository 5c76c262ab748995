package dashwright.bot.planner;

import dashwright.catalog.SpanGroup;

/**
 * The spans that a request names.
 *
 * @param spans the spans
 * @param wholeService true where the words name the service or the operation rather than this one resource
 */
record Anchor(SpanGroup spans, boolean wholeService) {
    /** The tag value by which metrics of the subject are known. */
    String value() {
        return wholeService ? spans.service() : spans.resource();
    }

    /** The first part of the resource's dotted name, which its owner's metrics usually share; empty for none. */
    String namespace() {
        int dot = spans.resource().indexOf('.');
        return dot < 0 ? "" : spans.resource().substring(0, dot);
    }

    /** The last part of the resource's dotted name: of {@code a.b.sync_file} it is {@code sync_file}. */
    static String leaf(SpanGroup spans) {
        return spans.resource().substring(spans.resource().lastIndexOf('.') + 1);
    }
}
