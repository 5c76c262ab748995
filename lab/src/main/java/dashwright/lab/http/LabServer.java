package dashwright.lab.http;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An HTTP server on the loopback address. Its port is known before it serves, because addresses are in its answers. */
public final class LabServer implements AutoCloseable {
    private final Server server;
    private final ServerConnector connector;

    private LabServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Takes a port.
     *
     * @param port 0 for any that is free
     * @throws IOException that says that the port is taken
     */
    public static LabServer bind(int port) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(16, 2);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        try {
            connector.open();
        } catch (IOException taken) {
            throw new IOException("port " + port + " is taken; name another one, or 0 for any that is free", taken);
        }
        return new LabServer(server, connector);
    }

    /** Serves. The servlets are found by their path patterns. */
    public void serve(Map<String, ? extends Servlet> byPath) throws IOException {
        ServletContextHandler context = new ServletContextHandler("/");
        byPath.forEach((path, servlet) -> {
            ServletHolder holder = new ServletHolder(servlet);
            holder.setAsyncSupported(true);
            context.addServlet(holder, path);
        });
        server.setHandler(context);
        // Streams never end by themselves, so stopping does not wait for what is going on.
        server.setStopTimeout(0);
        try {
            server.start();
        } catch (Exception failed) {
            throw new IOException("the lab's server on port " + port() + " did not start", failed);
        }
    }

    /** The port. */
    public int port() {
        return connector.getLocalPort();
    }

    /** The address without a slash at its end. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IOException("the lab's server did not stop", failed);
        }
    }
}
