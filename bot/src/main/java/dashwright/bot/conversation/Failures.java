package dashwright.bot.conversation;

import dashwright.bot.store.StoreException;
import dashwright.catalog.sync.SourceException;
import dashwright.tools.datadog.DatadogException;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.JdbiException;

/** Puts failures into words for people. */
public final class Failures {
    private Failures() {}

    /** Why something failed and what to do; never an exception's own text unless it was written for people. */
    public static String explain(Throwable failure) {
        return switch (failure) {
            case SourceException source -> String.valueOf(source.getMessage());
            case DatadogException datadog -> String.valueOf(datadog.getMessage());
            case StoreException store -> String.valueOf(store.getMessage());
            case QueueFullException full -> String.valueOf(full.getMessage());
            case JdbiException database ->
                String.valueOf(StoreException.of("(DASH_DB)", database).getMessage());
            case TimeoutException late ->
                "It took too long and was given up. Ask for less at once, or try again when Datadog answers faster.";
            default ->
                "Something went wrong in Dashwright itself. Try again; if it stays, show the reference to"
                        + " whoever runs it: the log has the details.";
        };
    }
}
