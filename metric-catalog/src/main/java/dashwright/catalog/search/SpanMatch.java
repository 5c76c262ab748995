package dashwright.catalog.search;

import dashwright.catalog.SpanGroup;
import java.util.List;

/** Spans that answer to a text; the components mean what they mean for {@link Match}. */
public record SpanMatch(SpanGroup spans, double score, double fit, List<Reason> reasons) {
    public SpanMatch {
        reasons = List.copyOf(reasons);
    }
}
