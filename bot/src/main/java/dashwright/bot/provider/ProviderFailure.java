package dashwright.bot.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import dashwright.tools.Secret;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Why a provider did not answer, as a clause for people that says what to do where something can be done.
 *
 * @param model what is asked for, as in "the model"
 * @param setting the setting that names it
 * @param key how the key is called, as in "the key that belongs to DASH_MODEL"
 */
public record ProviderFailure(String model, String setting, String key) {
    private static final int LONGEST = 300;

    /** The clause for what a client threw. */
    public String reason(Throwable failure) {
        return switch (failure) {
            case AuthenticationException _ -> model + "'s provider refused the key; check " + key;
            case RateLimitException _ -> model + "'s provider allows no more calls for now";
            case ModelNotFoundException _ -> "the provider has no such model; check " + setting;
            case TimeoutException _ -> model + " did not answer in time";
            case InternalServerException _ -> model + "'s provider failed" + status(failure);
            case UnresolvedModelServerException _ -> model + "'s address was not found; check its base URL";
            case InvalidRequestException _ -> model + "'s provider refused the request" + status(failure);
            default ->
                isCutConnection(failure)
                        ? "the connection to " + model + " failed"
                        : model + "'s answer could not be used";
        };
    }

    /** What a provider said, in one bounded line and without the key: some repeat it in their errors. */
    public static String withoutKey(String text, @Nullable Secret key) {
        String hidden = key == null ? text : key.maskIn(text);
        String line = hidden.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    /** True where no whole answer came; what came and cannot be parsed is an IOException too. */
    public static boolean isCutConnection(Throwable failure) {
        return has(failure, IOException.class) && !has(failure, JsonProcessingException.class);
    }

    private static String status(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http) {
                return " (HTTP " + http.statusCode() + ")";
            }
        }
        return "";
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
