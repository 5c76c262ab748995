package dashwright.tools.datadog;

import com.datadog.api.client.ApiClient;
import com.datadog.api.client.ApiException;
import com.datadog.api.client.Pair;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.ClientProperties;

/**
 * One exchange with Datadog, made by its client and read as a tree.
 *
 * <p>The client gives address, authentication and escaping ({@code createBuilder}); the request built from it is invoked
 * directly. Refused alternatives: the typed calls, whose models drop unknown widgets, fields and paging; {@code invokeAPI},
 * which puts a body given as text between quotation marks, swallows a failure to read an error's body, and reads answers of
 * any size.
 */
final class DatadogHttp implements AutoCloseable {
    /** A page of 10,000 metrics with tag configurations has a few megabytes; a batch of grouped series can have more. */
    static final int MOST_BYTES = 32 * 1024 * 1024;

    /** The list of who reports has no pages: a million names. */
    static final int MOST_BYTES_OF_NAMES = 3 * MOST_BYTES;

    private static final String[] JSON = {"application/json"};
    private static final String[] BOTH_KEYS = {"apiKeyAuth", "appKeyAuth"};

    private final DatadogSettings settings;
    private final RateBudget budget;
    private final Failures failures;
    private final ApiClient client;

    DatadogHttp(DatadogSettings settings, RateBudget budget) {
        this.settings = settings;
        this.budget = budget;
        this.failures = new Failures(settings, budget);
        this.client = new ApiClient();
        client.enableRetry(false);
        client.setBasePath(settings.api().toString());
        client.configureApiKeys(Map.of(
                "apiKeyAuth", settings.apiKey().reveal(),
                "appKeyAuth", settings.appKey().reveal()));
        Duration connect = settings.timeouts().connect();
        ClientConfig config = client.getDefaultClientConfig();
        config.connectorProvider((jersey, runtime) -> new JdkConnector(connect));
        client.setClientConfig(config);
    }

    /**
     * Sends a request once.
     *
     * @return the answer as a tree; {@link MissingNode} where Datadog answers that there is no content
     * @throws DatadogException for anything but a readable success
     */
    JsonNode exchange(Call call, Deadline deadline) {
        Duration timeout = shorter(settings.timeouts().answer(), deadline.left());
        if (timeout.toMillis() < 1) {
            throw new DatadogException.Unavailable(call + " was not sent: the time for it is over", false, null);
        }
        try (Response response = invoke(call, timeout)) {
            Headers headers = new Headers(response.getStringHeaders());
            budget.record(call.endpoint(), headers);
            String body = body(call, response);
            if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
                throw failures.of(call, response.getStatus(), headers, body);
            }
            return response.getStatus() == Response.Status.NO_CONTENT.getStatusCode()
                    ? MissingNode.getInstance()
                    : tree(call, body);
        } catch (ProcessingException failed) {
            throw failures.of(call, failed);
        }
    }

    private static int mostBytes(Call call) {
        return call.endpoint() == Endpoint.ACTIVE_METRICS ? MOST_BYTES_OF_NAMES : MOST_BYTES;
    }

    private Response invoke(Call call, Duration timeout) {
        Invocation.Builder request = request(call);
        request.property(ClientProperties.READ_TIMEOUT, Math.toIntExact(timeout.toMillis()));
        request.property(JdkConnector.MOST_BYTES, mostBytes(call));
        JsonNode body = call.body();
        if (body == null) {
            return request.build(call.endpoint().method()).invoke();
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return request.build(call.endpoint().method(), Entity.entity(bytes, MediaType.APPLICATION_JSON_TYPE))
                .invoke();
    }

    private Invocation.Builder request(Call call) {
        List<Pair> parameters = new ArrayList<>();
        call.parameters().forEach((name, value) -> parameters.add(new Pair(name, value)));
        try {
            return client.createBuilder(
                    call.endpoint().name(), call.path(), parameters, Map.of(), Map.of(), JSON, BOTH_KEYS);
        } catch (ApiException unbuildable) {
            throw new IllegalArgumentException(call + " is no valid request", unbuildable);
        }
    }

    private String body(Call call, Response response) {
        // An answer without content must not be read at all.
        if (!response.hasEntity()) {
            return "";
        }
        try (InputStream stream = response.readEntity(InputStream.class)) {
            // Bounded once more, because here the bytes are unpacked.
            int most = mostBytes(call);
            byte[] bytes = stream.readNBytes(most + 1);
            if (bytes.length > most) {
                throw failures.tooLarge(call, "more than " + most + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw failures.of(call, broken);
        }
    }

    private JsonNode tree(Call call, String body) {
        if (body.isBlank()) {
            throw failures.unreadable(call, "an empty body", "", null);
        }
        try {
            JsonNode tree = Json.MAPPER.readTree(body);
            if (!tree.isObject()) {
                throw failures.unreadable(call, "JSON of another form than its API promises", body, null);
            }
            return tree;
        } catch (JsonProcessingException noJson) {
            throw failures.unreadable(call, "something that is no JSON", body, null);
        }
    }

    /** An answer in a form that the API does not promise. */
    DatadogException unexpected(Call call, String problem) {
        return failures.unreadable(call, problem, "", null);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    @Override
    public void close() {
        client.getHttpClient().close();
    }
}
