package dashwright.bot.provider;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/** How providers are reached. */
public final class ProviderHttp {
    /** Where Ollama listens unless it is told otherwise. */
    public static final URI OLLAMA = URI.create("http://127.0.0.1:11434");

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private ProviderHttp() {}

    /**
     * A client by HTTP/1.1 alone: the JDK's offers an upgrade to HTTP/2 with each request, and some servers then lose the
     * body.
     *
     * @param timeout the longest that one answer may take
     */
    public static HttpClientBuilder client(Duration timeout) {
        return new JdkHttpClientBuilder()
                .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1))
                .connectTimeout(CONNECT)
                .readTimeout(timeout);
    }
}
