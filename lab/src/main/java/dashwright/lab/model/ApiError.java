package dashwright.lab.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * An error in the shape of OpenAI's API: {@code {"error":{"message","type","param","code"}}}. Types and codes are those
 * that <a href="https://platform.openai.com/docs/guides/error-codes">its guide</a> and its clients name.
 *
 * @param status the HTTP status, 400 to 599
 * @param type as {@code invalid_request_error}
 * @param parameter which part of the request is wrong, empty for none
 * @param code as {@code invalid_api_key}, empty for none
 * @param message for people
 * @param retryAfter what the header {@code Retry-After} says, in whole seconds rounded up; zero for no header
 */
public record ApiError(int status, String type, String parameter, String code, String message, Duration retryAfter) {
    private static final String INVALID = "invalid_request_error";
    private static final String SERVER = "server_error";

    public ApiError {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("an error's status lies between 400 and 599, not at " + status);
        }
        if (retryAfter.isNegative()) {
            throw new IllegalArgumentException("nobody can retry in the past: " + retryAfter);
        }
    }

    /** 400 for a request that is wrong in one place. */
    public static ApiError invalid(String parameter, String code, String message) {
        return new ApiError(400, INVALID, parameter, code, message, Duration.ZERO);
    }

    /** 400 for a conversation that does not fit the model. */
    public static ApiError contextLengthExceeded() {
        return invalid(
                "messages",
                "context_length_exceeded",
                "This model's maximum context length is 128000 tokens, and your messages have more."
                        + " Please reduce the length of the messages.");
    }

    /** 401 for a request without a key. */
    static ApiError noKey() {
        return new ApiError(
                401,
                INVALID,
                "",
                "",
                "You didn't provide an API key. Provide it in an Authorization header using Bearer auth"
                        + " (i.e. Authorization: Bearer YOUR_KEY).",
                Duration.ZERO);
    }

    /** 401 for a key that is not the right one; of the key only the ends are shown, as the real service does. */
    static ApiError wrongKey(String key) {
        String shown = key.length() < 8 ? "***" : key.substring(0, 3) + "***" + key.substring(key.length() - 2);
        return new ApiError(
                401, INVALID, "", "invalid_api_key", "Incorrect API key provided: " + shown + ".", Duration.ZERO);
    }

    /** 404 for an address that is not served. */
    static ApiError unknownUrl(String method, String path, String served) {
        return new ApiError(
                404,
                INVALID,
                "",
                "unknown_url",
                "Invalid URL (" + method + " " + path + "). " + served + "; is /v1 part of the base URL?",
                Duration.ZERO);
    }

    /** 405 for an address that is served, but not so. */
    static ApiError wrongMethod(String method, String path) {
        return new ApiError(
                405,
                INVALID,
                "",
                "method_not_supported",
                "Not allowed to " + method + " on " + path
                        + ". (HINT: Perhaps you meant to make your HTTP request with a different method?)",
                Duration.ZERO);
    }

    /** 500 that says why. */
    static ApiError failed(String message) {
        return new ApiError(500, SERVER, "", "", message, Duration.ZERO);
    }

    /** 429 that says when to come back. */
    public static ApiError rateLimited(Duration retryAfter) {
        return new ApiError(
                429,
                "requests",
                "",
                "rate_limit_exceeded",
                "Rate limit reached for requests. Please try again in " + seconds(retryAfter) + "s.",
                retryAfter);
    }

    /** The usual error of a status. */
    public static ApiError ofStatus(int status) {
        return switch (status) {
            case 401 -> wrongKey("");
            case 403 ->
                new ApiError(
                        403,
                        INVALID,
                        "",
                        "unsupported_country_region_territory",
                        "Country, region, or territory not supported.",
                        Duration.ZERO);
            case 404 ->
                new ApiError(
                        404,
                        INVALID,
                        "model",
                        "model_not_found",
                        "The model does not exist or you do not have access to it.",
                        Duration.ZERO);
            case 429 -> rateLimited(Duration.ofSeconds(1));
            case 503 ->
                new ApiError(
                        503,
                        SERVER,
                        "",
                        "",
                        "The engine is currently overloaded, please try again later.",
                        Duration.ZERO);
            default -> status < 500 ? refused(status) : failed(status);
        };
    }

    private static ApiError refused(int status) {
        return new ApiError(
                status, INVALID, "", "", "The request was refused with status " + status + ".", Duration.ZERO);
    }

    private static ApiError failed(int status) {
        return new ApiError(
                status,
                SERVER,
                "",
                "",
                "The server had an error while processing your request. Sorry about that!",
                Duration.ZERO);
    }

    /** The seconds of {@code Retry-After}; 0 for no header. */
    long retryAfterSeconds() {
        return seconds(retryAfter);
    }

    private static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }

    /** The body. */
    ObjectNode json() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error");
        error.put("message", message).put("type", type);
        error.put("param", parameter.isEmpty() ? null : parameter);
        error.put("code", code.isEmpty() ? null : code);
        return body;
    }
}
