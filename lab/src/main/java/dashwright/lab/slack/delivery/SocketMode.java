package dashwright.lab.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.slack.workspace.AppIdentity;
import dashwright.lab.slack.workspace.Ids;
import dashwright.lab.slack.workspace.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;

/** Deliveries over the WebSocket connections that the app has opened; each goes to one of them, in turn. */
public final class SocketMode implements Door, AutoCloseable {
    /** Slack lets an app have ten connections at once. */
    private static final int MOST_CONNECTIONS = 10;

    private static final int MOST_PENDING = 1_000;

    private final AppIdentity app;
    private final Ids ids;
    private final SocketServer server;
    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final List<WebSocket> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<String, Pending> pending = new LinkedHashMap<>();

    private SocketMode(AppIdentity app, Ids ids, int port) {
        this.app = app;
        this.ids = ids;
        this.server = new SocketServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), new Listener());
    }

    /**
     * Opens the door.
     *
     * @param port 0 for any that is free
     * @throws IOException where the port is taken
     */
    public static SocketMode start(AppIdentity app, Ids ids, int port) throws IOException, InterruptedException {
        SocketMode socketMode = new SocketMode(app, ids, port);
        socketMode.server.startAndWait();
        return socketMode;
    }

    /** An address that opens one connection, as {@code apps.connections.open} gives it. */
    public String openUrl() {
        String ticket = ids.next("ticket-");
        tickets.add(ticket);
        return "ws://127.0.0.1:" + server.getPort() + "/link/?ticket=" + ticket + "&app_id=" + app.appId();
    }

    /** How many connections the app has. */
    public int connections() {
        return connections.size();
    }

    /**
     * Tells the app to connect anew and closes its connections, as Slack does every few hours.
     *
     * @param reason {@code warning}, {@code refresh_requested} or {@code link_disabled}; a warning closes nothing
     */
    public void disconnect(String reason) {
        for (WebSocket connection : List.copyOf(connections)) {
            ObjectNode words = Json.object().put("type", "disconnect").put("reason", reason);
            words.putObject("debug_info").put("host", "applink-lab");
            connection.send(Json.write(words));
            if (!reason.equals("warning")) {
                connections.remove(connection);
                connection.close(CloseFrame.NORMAL);
            }
        }
    }

    @Override
    public boolean open() {
        return connections.stream().anyMatch(WebSocket::isOpen);
    }

    @Override
    public Delivery.Via via() {
        return Delivery.Via.SOCKET_MODE;
    }

    @Override
    public CompletableFuture<Answer> send(String id, Envelope envelope, int attempt, String reason) {
        List<WebSocket> open = connections.stream().filter(WebSocket::isOpen).toList();
        if (open.isEmpty()) {
            return CompletableFuture.failedFuture(new IOException("the app is not connected"));
        }
        WebSocket connection = open.get(Math.floorMod(turn.getAndIncrement(), open.size()));
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        keep(id, new Pending(connection, answer));
        connection.send(Json.write(wire(id, envelope, attempt, reason)));
        return answer;
    }

    private static ObjectNode wire(String id, Envelope envelope, int attempt, String reason) {
        ObjectNode json = Json.object().put("envelope_id", id);
        json.set("payload", envelope.payload());
        json.put("type", envelope.kind().wire()).put("accepts_response_payload", envelope.takesReply());
        if (envelope.kind() == Envelope.Kind.EVENTS_API) {
            json.put("retry_attempt", attempt).put("retry_reason", reason.replace("http_timeout", "timeout"));
        }
        return json;
    }

    private void keep(String id, Pending sent) {
        synchronized (pending) {
            pending.put(id, sent);
            if (pending.size() > MOST_PENDING) {
                pending.remove(pending.keySet().iterator().next());
            }
        }
    }

    @Override
    public void close() {
        try {
            server.stop(500);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private record Pending(WebSocket connection, CompletableFuture<Answer> answer) {}

    private final class Listener implements SocketServer.Listener {
        @Override
        public boolean admits(String ticket) {
            return tickets.remove(ticket) && connections.size() < MOST_CONNECTIONS;
        }

        @Override
        public void opened(WebSocket connection) {
            ObjectNode hello = Json.object().put("type", "hello").put("num_connections", connections.size() + 1);
            hello.putObject("connection_info").put("app_id", app.appId());
            hello.putObject("debug_info")
                    .put("host", "applink-lab")
                    .put("build_number", 1)
                    .put("approximate_connection_time", 18_060);
            connection.send(Json.write(hello));
            connections.add(connection);
        }

        @Override
        public void said(String text) {
            JsonNode message = Json.parse(text).orElseGet(Json::object);
            Pending sent;
            synchronized (pending) {
                sent = pending.remove(message.path("envelope_id").asText());
            }
            if (sent != null) {
                sent.answer().complete(new Answer(200, message.path("payload"), false));
            }
        }

        @Override
        public void closed(WebSocket connection) {
            connections.remove(connection);
            List<Pending> lost = new ArrayList<>();
            synchronized (pending) {
                pending.values().removeIf(sent -> sent.connection().equals(connection) && lost.add(sent));
            }
            lost.forEach(sent -> sent.answer().completeExceptionally(new IOException("the connection was closed")));
        }
    }
}
