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
            send(answer(call), response);
            return;
        }
        String query = request.getQueryString();
        String asked = query == null ? call.path() : call.path() + "?" + query;
        Optional<Fault> fault = recorder.fault(call);
        if (fault.isPresent() && fault.get().kind() == Fault.Kind.CUT) {
            recorder.record(call, asked, 0);
            cut(request);
            return;
        }
        fault.ifPresent(slow -> holdBack(slow.delay()));
        Reply reply = fault.isPresent() && fault.get().kind() == Fault.Kind.STATUS
                ? struck(fault.get().status())
                : answer(call);
        // Recorded first, so that who has the answer finds the request in the journal.
        recorder.record(call, asked, reply.status());
        send(reply, response);
    }

    @Override
    public void destroy() {
        stopped.countDown();
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

    private static void send(Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        response.setContentType(reply.contentType());
        reply.headers().forEach(response::setHeader);
        reply.body().writeTo(response.getOutputStream());
    }
}
