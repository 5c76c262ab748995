package dashwright.tools.datadog;

import jakarta.ws.rs.ProcessingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.client.ClientRequest;
import org.glassfish.jersey.client.ClientResponse;
import org.glassfish.jersey.client.spi.AsyncConnectorCallback;
import org.glassfish.jersey.client.spi.Connector;
import org.glassfish.jersey.message.internal.Statuses;

/**
 * Carries the Datadog client's requests over the JDK's HTTP client.
 *
 * <p>The client's own transport, {@code HttpURLConnection}, is not fit for writing: it sends a POST a second time when the
 * connection is cut before the answer ({@code sun.net.http.retryPost}), it cannot PATCH on a present JDK, it follows
 * redirects and takes the keys along, and its read timeout counts anew with every packet. This one sends once, follows
 * nothing, and bounds the whole exchange in time and size. Apache's client, the other transport at hand, logs headers with
 * the keys in them at level debug.
 */
final class JdkConnector implements Connector {
    /** Headers that the JDK's client sets itself and refuses to be given. */
    private static final Set<String> OWN_HEADERS = Set.of("connection", "content-length", "expect", "host", "upgrade");

    /** The property of a request that tells how large its answer may be, in bytes. */
    static final String MOST_BYTES = "dashwright.most-bytes";

    private final HttpClient http;

    JdkConnector(Duration connectTimeout) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
    }

    @Override
    public ClientResponse apply(ClientRequest request) {
        long milliseconds = request.resolveProperty(ClientProperties.READ_TIMEOUT, 0);
        Duration timeout = milliseconds > 0 ? Duration.ofMillis(milliseconds) : Duration.ofMinutes(1);
        int mostBytes = request.resolveProperty(MOST_BYTES, DatadogHttp.MOST_BYTES);
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(translate(request, timeout), head -> new BoundedBody(mostBytes));
        try {
            return translate(exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS), request);
        } catch (ExecutionException failed) {
            throw new ProcessingException(failed.getCause());
        } catch (TimeoutException slow) {
            throw new ProcessingException(new HttpTimeoutException("no complete answer within " + timeout));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProcessingException(interrupted);
        } finally {
            exchange.cancel(true);
        }
    }

    private static HttpRequest translate(ClientRequest request, Duration timeout) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(request.getUri()).timeout(timeout).method(request.getMethod(), body(request));
        request.getStringHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        return builder.build();
    }

    private static HttpRequest.BodyPublisher body(ClientRequest request) {
        if (!request.hasEntity()) {
            return HttpRequest.BodyPublishers.noBody();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        request.setStreamProvider(length -> bytes);
        try {
            // Message body writers may still add headers, so this must run before the headers are read.
            request.writeEntity();
        } catch (IOException unwritable) {
            throw new ProcessingException(unwritable);
        }
        return HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray());
    }

    private static ClientResponse translate(HttpResponse<byte[]> answer, ClientRequest request) {
        ClientResponse response = new ClientResponse(Statuses.from(answer.statusCode()), request);
        answer.headers().map().forEach((name, values) -> response.getHeaders().addAll(name, values));
        response.setEntityStream(new ByteArrayInputStream(answer.body()));
        return response;
    }

    @Override
    public Future<?> apply(ClientRequest request, AsyncConnectorCallback callback) {
        try {
            callback.response(apply(request));
        } catch (ProcessingException failed) {
            callback.failure(failed);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public String getName() {
        return "java.net.http";
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
