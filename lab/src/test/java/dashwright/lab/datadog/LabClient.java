package dashwright.lab.datadog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Calls a lab as any program would. */
public final class LabClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final URI url;
    private final List<String> headers;

    private LabClient(URI url, List<String> headers) {
        this.url = url;
        this.headers = List.copyOf(headers);
    }

    /** A caller with keys. */
    public static LabClient of(DatadogLab lab) {
        return new LabClient(lab.url(), List.of("DD-API-KEY", "api", "DD-APPLICATION-KEY", "app"));
    }

    /** A caller without keys. */
    public static LabClient withoutKeys(DatadogLab lab) {
        return new LabClient(lab.url(), List.of());
    }

    /** The same caller with another header. */
    public LabClient with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new LabClient(url, more);
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            try {
                return MAPPER.readTree(response.body());
            } catch (JsonProcessingException wrong) {
                throw new AssertionError("no JSON: " + response.body(), wrong);
            }
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The first of Datadog's errors. */
        public String error() {
            return json().path("errors").path(0).asText();
        }
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer send(String method, String path, String body) {
        try {
            return exchange(method, path, body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Answer exchange(String method, String path, byte[] body) throws IOException {
        String encoded = path.replace(" ", "%20")
                .replace("[", "%5B")
                .replace("]", "%5D")
                .replace("{", "%7B")
                .replace("}", "%7D")
                .replace("\"", "%22")
                .replace("|", "%7C");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + encoded))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
