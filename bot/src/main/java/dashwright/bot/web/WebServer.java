package dashwright.bot.web;

import dashwright.bot.Settings;
import dashwright.bot.slack.SignatureCheck;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.BindException;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP listener: health, and Slack's requests where Slack posts them. */
public final class WebServer implements AutoCloseable {
    /** Where Slack posts commands, events and presses. */
    public static final String SLACK_PATH = "/slack/events";

    /** Where health is told. */
    public static final String HEALTH_PATH = "/healthz";

    private static final int MOST_THREADS = 64;
    private static final long STOP_MILLIS = 5_000;

    private final Server server;
    private final ServletContextHandler context = new ServletContextHandler();
    private final int wantedPort;

    /**
     * A listener that is not started yet.
     *
     * @param parts what health is told of: a name, and whether it works now
     */
    public WebServer(Settings.Web settings, Map<String, BooleanSupplier> parts) {
        this.wantedPort = settings.port();
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("web");
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        server = new Server(threads);
        ServerConnector connector = new ServerConnector(server);
        connector.setPort(wantedPort);
        server.addConnector(connector);
        server.setStopTimeout(STOP_MILLIS);
        context.addServlet(new ServletHolder(new HealthServlet(parts)), HEALTH_PATH);
        server.setHandler(context);
    }

    /** Takes Slack's requests too; only what passes the check reaches the servlet. Call it before {@link #start}. */
    public void serveSlack(HttpServlet servlet, SignatureCheck check) {
        context.addServlet(new ServletHolder(servlet), SLACK_PATH);
        context.addFilter(new FilterHolder(new SignatureFilter(check)), SLACK_PATH, EnumSet.of(DispatcherType.REQUEST));
    }

    /**
     * Starts listening.
     *
     * @throws WebException where the port is taken, or may not be listened on
     */
    public void start() {
        try {
            server.start();
        } catch (Exception wrong) {
            close();
            throw explain(wrong);
        }
    }

    /** The port that is listened on. */
    public int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception wrong) {
            throw new WebException("The HTTP listener does not stop: " + wrong.getMessage(), wrong);
        }
    }

    private WebException explain(Exception wrong) {
        boolean isBinding = wrong instanceof BindException || wrong.getCause() instanceof BindException;
        if (isBinding || wrong instanceof IOException) {
            return new WebException(
                    "Port " + wantedPort + " cannot be listened on: another program has it, or this user may not. "
                            + "End that program, or set DASH_HTTP_PORT to a free port (0 for any).",
                    wrong);
        }
        return new WebException("The HTTP listener does not start: " + wrong.getMessage(), wrong);
    }
}
