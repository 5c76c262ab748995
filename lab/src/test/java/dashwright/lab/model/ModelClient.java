package dashwright.lab.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dashwright.lab.LabClock;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Calls a lab as any program would, without a client library. */
final class ModelClient {
    static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ModelLab lab;
    private final String authorization;

    private ModelClient(ModelLab lab, String authorization) {
        this.lab = lab;
        this.authorization = authorization;
    }

    static LabClock standingClock() {
        return new LabClock(NOON, false, InstantSource.system());
    }

    static ModelClient of(ModelLab lab) {
        return new ModelClient(lab, "Bearer any-key");
    }

    /** The same caller with another header {@code Authorization}; none where it is empty. */
    ModelClient authorizedBy(String header) {
        return new ModelClient(lab, header);
    }

    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return parse(response.body());
        }

        JsonNode error() {
            return json().path("error");
        }

        /** The data of the events of a stream. */
        List<String> events() {
            return response.body()
                    .lines()
                    .filter(line -> line.startsWith("data: "))
                    .map(line -> line.substring(6))
                    .toList();
        }
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException wrong) {
            throw new AssertionError("no JSON: " + json, wrong);
        }
    }

    /** Continues a conversation of one user message; {@code more} are further fields, each with a comma before. */
    Answer ask(String text, String more) throws IOException {
        return chat("{\"model\":\"any\",\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]" + more + "}");
    }

    Answer chat(String body) throws IOException {
        return send("POST", "/v1/chat/completions", body);
    }

    /** Sends a request to a path from the server's root. */
    Answer send(String method, String path, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(lab.url().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
