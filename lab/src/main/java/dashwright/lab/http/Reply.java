package dashwright.lab.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An answer. */
public final class Reply {
    private final int status;
    private final String contentType;
    private final Body body;
    private final Map<String, String> headers;
    private final Optional<Duration> cut;

    private Reply(int status, String contentType, Body body, Map<String, String> headers, Optional<Duration> cut) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = headers;
        this.cut = cut;
    }

    /** A JSON answer. */
    public static Reply json(int status, JsonNode body) {
        return of(status, "application/json; charset=utf-8", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A plain text. */
    public static Reply text(int status, String body) {
        return of(status, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes of a type. */
    public static Reply of(int status, String contentType, byte[] body) {
        byte[] copy = body.clone();
        return new Reply(status, contentType, output -> output.write(copy), Map.of(), Optional.empty());
    }

    /** An answer that is written piece by piece. */
    public static Reply stream(String contentType, Body body) {
        return new Reply(200, contentType, body, Map.of(), Optional.empty());
    }

    /** No answer, with status 0: after a while, in real time, the connection is cut. */
    public static Reply cut(Duration after) {
        return new Reply(0, "", output -> {}, Map.of(), Optional.of(after));
    }

    /** The same answer with a header more. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, more, cut);
    }

    /** The HTTP status, 0 where the connection is cut. */
    public int status() {
        return status;
    }

    /** The body's type. */
    String contentType() {
        return contentType;
    }

    /** The body. */
    Body body() {
        return body;
    }

    /** Further headers. */
    Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** After what time the connection is cut instead of answering. */
    Optional<Duration> cut() {
        return cut;
    }

    /** What an answer says. */
    @FunctionalInterface
    public interface Body {
        /** Writes it; an exception ends the connection. */
        void writeTo(OutputStream output) throws IOException;
    }
}
