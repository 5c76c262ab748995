package dashwright.lab.slack.api;

import dashwright.lab.http.Call;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one part of an upload in a multipart form; other parts do not occur there. */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");

    private Multipart() {}

    /** The bytes of the first part, empty where the body is no multipart form. */
    static Optional<byte[]> fileOf(Call call) {
        Matcher boundary = BOUNDARY.matcher(call.header("content-type").orElse(""));
        if (!call.mediaType().startsWith("multipart/") || !boundary.find()) {
            return Optional.empty();
        }
        // Latin-1 keeps every byte as one character, so that positions in the text are positions in the body.
        String body = new String(call.body().bytes(), StandardCharsets.ISO_8859_1);
        int start = body.indexOf("\r\n\r\n");
        int end = body.indexOf("\r\n--" + boundary.group(1), start);
        return start < 0 || end < 0
                ? Optional.empty()
                : Optional.of(body.substring(start + 4, end).getBytes(StandardCharsets.ISO_8859_1));
    }
}
