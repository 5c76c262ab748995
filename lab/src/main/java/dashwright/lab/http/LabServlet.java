package dashwright.lab.http;

import dashwright.lab.Fault;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/** A servlet whose requests are read whole, struck by faults and recorded. */
public abstract class LabServlet extends HttpServlet {
    // Transient because servlets can be serialised, and these cannot; nobody serialises this one.
    private final transient @Nullable Recorder recorder;
    private final transient CountDownLatch stopped = new CountDownLatch(1);

    /** A servlet of a simulated service. */
    protected LabServlet(Recorder recorder) {
        this.recorder = recorder;
    }

    /** A servlet of the lab's own, which no fault strikes and nobody records. */
    protected LabServlet() {
        this.recorder = null;
    }

    /** Answers a request. */
    protected abstract Reply answer(Call call) throws IOException;

    /** The answer of a fault that strikes with a status. */
    protected Reply struck(int status) {
        return Reply.text(status, "the lab answers " + status + ", as it was told to");
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Call call = read(request);
        if (recorder == null) {
            send(answer(call), request, response);
            return;
        }
        String query = request.getQueryString();
        String asked = query == null ? call.path() : call.path() + "?" + query;
        Optional<Fault> fault = recorder.fault(call);
        fault.ifPresent(slow -> holdBack(slow.delay()));
        Reply reply = fault.flatMap(this::struck).orElse(null);
        if (reply == null) {
            reply = answer(call);
            boolean lost = fault.filter(each -> each.kind() == Fault.Kind.LOST).isPresent();
            reply = lost ? Reply.cut(Duration.ZERO) : reply;
        }
        // Recorded first, so that who has the answer finds the request in the journal.
        recorder.record(call, asked, reply.status());
        send(reply, request, response);
    }

    @Override
    public void destroy() {
        stopped.countDown();
    }

    private Optional<Reply> struck(Fault fault) {
        return switch (fault.kind()) {
            case CUT -> Optional.of(Reply.cut(Duration.ZERO));
            case STATUS -> Optional.of(struck(fault.status()));
            case LATENCY, LOST -> Optional.empty();
        };
    }

    private void holdBack(Duration delay) {
        try {
            var _ = stopped.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void cut(HttpServletRequest request) {
        ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    private static Call read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return new Call(
                request.getMethod(),
                request.getRequestURI(),
                Forms.parse(Optional.ofNullable(request.getQueryString()).orElse("")),
                headers,
                new Call.Body(body));
    }

    private void send(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (reply.cut().isPresent()) {
            holdBack(reply.cut().get());
            cut(request);
            return;
        }
        response.setStatus(reply.status());
        response.setContentType(reply.contentType());
        reply.headers().forEach(response::setHeader);
        reply.body().writeTo(response.getOutputStream());
    }
}
