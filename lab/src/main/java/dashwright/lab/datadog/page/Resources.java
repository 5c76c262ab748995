package dashwright.lab.datadog.page;

import dashwright.lab.datadog.http.Refusal;
import dashwright.lab.datadog.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The files of the pages, which lie beside this class. */
final class Resources {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8");

    /** Titles and notes are written by people and models: no script but our own runs, and nothing is fetched elsewhere. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'",
            "Cache-Control",
            "no-store",
            "X-Content-Type-Options",
            "nosniff");

    private Resources() {}

    /**
     * A file.
     *
     * @throws Refusal with status 404 where there is none of this name
     */
    static Reply file(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !name.matches("[a-z-]+\\.[a-z]+")) {
            throw Refusal.notFound("Not Found");
        }
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw Refusal.notFound("Not Found");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Reply.text(type, text).with(HEADERS);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
