package dashwright.evals.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lists metrics as Datadog does, and counts the reads: in pages of 10,000 of which the last is empty, and without pages those
 * that report. Nine in ten report, one in seven is a distribution.
 */
final class MetricServer implements AutoCloseable {
    private static final int PAGE = 10_000;
    private static final Pattern CURSOR = Pattern.compile("page\\[cursor]=(\\d+)");

    private final HttpServer server;
    private final List<String> names;
    private final AtomicInteger reads = new AtomicInteger();

    MetricServer(List<String> names) throws IOException {
        this.names = List.copyOf(names);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v2/metrics", exchange -> counted(exchange, page(exchange.getRequestURI())));
        server.createContext("/api/v1/metrics", exchange -> counted(exchange, reporting()));
        server.createContext(
                "/api/v2/spans", exchange -> answer(exchange, "{\"data\":[],\"meta\":{\"status\":\"done\"}}"));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int reads() {
        return reads.get();
    }

    private String page(URI asked) {
        String query = String.valueOf(asked.getRawQuery());
        int step = query.contains("distribution") ? 7 : 1;
        Matcher cursor = CURSOR.matcher(URLDecoder.decode(query, StandardCharsets.UTF_8));
        int from = cursor.find() ? Integer.parseInt(cursor.group(1)) : 0;
        StringBuilder data = new StringBuilder("{\"data\":[");
        int given = 0;
        int at = from;
        for (; at < names.size() && given < PAGE; at += step, given++) {
            data.append(given == 0 ? "" : ",")
                    .append("{\"type\":\"metrics\",\"id\":\"")
                    .append(names.get(at))
                    .append("\"}");
        }
        return given == 0
                ? "{\"data\":[]}"
                : data.append("],\"meta\":{\"pagination\":{\"next_cursor\":\"")
                        .append(at)
                        .append("\"}}}")
                        .toString();
    }

    private String reporting() {
        return names.stream()
                .filter(name -> Math.floorMod(name.hashCode(), 10) != 0)
                .collect(Collectors.joining("\",\"", "{\"from\":\"1\",\"metrics\":[\"", "\"]}"));
    }

    private void counted(HttpExchange exchange, String body) throws IOException {
        reads.incrementAndGet();
        answer(exchange, body);
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
