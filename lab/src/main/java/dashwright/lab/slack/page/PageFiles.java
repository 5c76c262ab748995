package dashwright.lab.slack.page;

import dashwright.lab.http.Call;
import dashwright.lab.http.LabServlet;
import dashwright.lab.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The chat page itself: one document, which every address of the workspace opens, and what it is made of. */
public final class PageFiles extends LabServlet {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    @Override
    protected Reply answer(Call call) throws IOException {
        boolean asset = call.path().startsWith("/page/") && call.path().matches("/page/[a-z-]+\\.(css|js|svg)");
        boolean document = call.path().equals("/") || call.path().startsWith("/archives/");
        if (!asset && !document) {
            return Reply.text(404, "there is nothing here; the chat page is at /");
        }
        String name = asset ? call.path().substring("/page/".length()) : "index.html";
        try (InputStream file = PageFiles.class.getResourceAsStream("/dashwright/lab/slack/page/" + name)) {
            return file == null
                    ? Reply.text(404, "the page has no " + name)
                    : Reply.of(
                                    200,
                                    TYPES.getOrDefault(name.substring(name.indexOf('.') + 1), "text/plain"),
                                    file.readAllBytes())
                            .with("Cache-Control", "no-cache")
                            .with("X-Content-Type-Options", "nosniff")
                            // Images of messages may come from anywhere; scripts and styles only from here.
                            .with(
                                    "Content-Security-Policy",
                                    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                                            + " img-src 'self' data: http: https:; base-uri 'none'; form-action 'none'");
        }
    }
}
