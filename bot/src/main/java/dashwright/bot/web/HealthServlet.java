package dashwright.bot.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Tells whether the bot can do its work: 200 where every part answers, 503 otherwise. */
final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final transient Map<String, BooleanSupplier> parts;

    HealthServlet(Map<String, BooleanSupplier> parts) {
        this.parts = new TreeMap<>(parts);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectNode answer = MAPPER.createObjectNode();
        boolean well = true;
        for (Map.Entry<String, BooleanSupplier> part : parts.entrySet()) {
            boolean works = part.getValue().getAsBoolean();
            answer.put(part.getKey(), works ? "ok" : "failing");
            well &= works;
        }
        response.setStatus(well ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.getOutputStream().write(MAPPER.writeValueAsBytes(answer));
    }
}
