package dashwright.bot.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import java.io.IOException;

/** Why a model did not finish, as a clause for people that says what to do where something can be done. */
final class ModelFailure {
    private ModelFailure() {}

    static String reason(Throwable failure) {
        return switch (failure) {
            case AuthenticationException _ ->
                "the model's provider refused the key; check the key that belongs to DASH_MODEL";
            case RateLimitException _ -> "the model's provider allows no more calls for now";
            case ModelNotFoundException _ -> "the provider has no such model; check DASH_MODEL";
            case TimeoutException _ -> "the model did not answer in time";
            case InternalServerException _ -> "the model's provider failed" + status(failure);
            case UnresolvedModelServerException _ -> "the model's address was not found; check its base URL";
            case InvalidRequestException _ -> "the model's provider refused the request" + status(failure);
            default ->
                isCutConnection(failure)
                        ? "the connection to the model failed"
                        : "the model's answer could not be used";
        };
    }

    /** True where no whole answer came; what came and cannot be parsed is an IOException too. */
    static boolean isCutConnection(Throwable failure) {
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
