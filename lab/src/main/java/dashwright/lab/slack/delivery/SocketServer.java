package dashwright.lab.slack.delivery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The WebSocket server behind Socket Mode: it admits those with a ticket and passes on what they say. */
final class SocketServer extends WebSocketServer {
    private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);
    private static final Pattern TICKET = Pattern.compile("[?&]ticket=([^&]+)");

    private final CompletableFuture<Boolean> started = new CompletableFuture<>();
    private final Listener listener;

    SocketServer(InetSocketAddress address, Listener listener) {
        super(address);
        this.listener = listener;
        setReuseAddr(true);
        setDaemon(true);
    }

    void startAndWait() throws IOException, InterruptedException {
        start();
        try {
            started.get();
        } catch (ExecutionException failed) {
            throw new IOException(
                    "port " + getAddress().getPort() + " is taken; name another for Socket Mode or 0 for any", failed);
        }
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket connection, Draft draft, ClientHandshake request) throws InvalidDataException {
        Matcher ticket = TICKET.matcher(request.getResourceDescriptor());
        if (!ticket.find() || !listener.admits(ticket.group(1))) {
            throw new InvalidDataException(CloseFrame.REFUSE, "the ticket is unknown or used");
        }
        return super.onWebsocketHandshakeReceivedAsServer(connection, draft, request);
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        listener.opened(connection);
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
        listener.said(message);
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
        listener.closed(connection);
    }

    @Override
    public void onError(@Nullable WebSocket connection, Exception failure) {
        if (!started.completeExceptionally(failure)) {
            LOG.debug("a Socket Mode connection failed", failure);
        }
    }

    @Override
    public void onStart() {
        started.complete(true);
    }

    /** Hears of the connections. */
    interface Listener {
        /** Whether a ticket opens a connection; a ticket does so once. */
        boolean admits(String ticket);

        /** A connection is open. */
        void opened(WebSocket connection);

        /** The app said something. */
        void said(String text);

        /** A connection is closed. */
        void closed(WebSocket connection);
    }
}
