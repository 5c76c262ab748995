package dashwright.bot.web;

import dashwright.bot.slack.SignatureCheck;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets nothing through that Slack has not signed just now, and nothing larger than Slack sends. */
final class SignatureFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(SignatureFilter.class);

    /** Far above the largest interactive payload, which carries a whole message. */
    static final int LARGEST_BODY = 2 * 1024 * 1024;

    private final transient SignatureCheck check;

    SignatureFilter(SignatureCheck check) {
        this.check = check;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        String timestamp = request.getHeader("X-Slack-Request-Timestamp");
        String signature = request.getHeader("X-Slack-Signature");
        if (check.accepts(timestamp, signature, body)) {
            chain.doFilter(new BufferedRequest(request, body), response);
        } else {
            LOG.warn(
                    "A request to {} was not signed by Slack in the last minutes; check SLACK_SIGNING_SECRET and the"
                            + " clock if Slack itself sent it",
                    request.getRequestURI());
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
