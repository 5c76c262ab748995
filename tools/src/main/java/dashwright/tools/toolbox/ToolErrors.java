package dashwright.tools.toolbox;

import dashwright.catalog.sync.SourceException;
import dashwright.tools.datadog.DatadogException;
import dashwright.tools.datadog.ForeignText;
import dashwright.tools.metrics.TextTable;
import dashwright.tools.metrics.ToolRefusal;
import dashwright.tools.toolbox.ToolAnswer.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts failures into words for a model, by who can mend them; an exception's own text only where it was written for that. */
final class ToolErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ToolErrors.class);
    private static final int MOST_LINE = 600;

    private ToolErrors() {}

    /** The model can mend it. */
    static ToolAnswer yours(String words) {
        return ToolAnswer.of(Kind.ERROR, "(yours to mend; nothing was done) " + bounded(words));
    }

    /** Nobody can mend it now. */
    static ToolAnswer nobodys(String words) {
        return ToolAnswer.of(Kind.ERROR, "(nobody can mend it now; go on without it, or end) " + bounded(words));
    }

    static ToolAnswer of(String tool, RuntimeException failure) {
        return switch (failure) {
            case ToolRefusal refusal -> yours(message(refusal));
            case DatadogException.Refused refused -> yours(message(refused));
            case DatadogException.NotFound missing -> yours(message(missing));
            case DatadogException.Forbidden forbidden ->
                ToolAnswer.of(
                        Kind.ERROR, "(a person must mend it; go on without it, or end) " + bounded(message(forbidden)));
            case DatadogException datadog -> nobodys(message(datadog));
            case SourceException source -> nobodys(message(source));
            default -> {
                LOG.warn("The tool {} failed", tool, failure);
                yield nobodys("The tool itself failed; the log has the details.");
            }
        };
    }

    private static String message(RuntimeException failure) {
        return String.valueOf(failure.getMessage());
    }

    /** Line by line, as many as fit: a model that mends the first ones learns of the others. */
    private static String bounded(String words) {
        StringBuilder text = new StringBuilder();
        int left = 0;
        for (String line : words.lines().toList()) {
            String clean = ForeignText.clean(line, MOST_LINE);
            if (text.length() + clean.length() > TextTable.MOST - 200) {
                left++;
            } else {
                text.append(text.isEmpty() ? "" : "\n").append(clean);
            }
        }
        return left == 0 ? text.toString() : text + "\nand " + left + " more problems";
    }
}
