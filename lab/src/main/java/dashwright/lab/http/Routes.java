package dashwright.lab.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A servlet that finds a handler by method and path, as in {@code POST /lab/slash}; a path that ends in {@code /*} takes
 * all below it. What a handler refuses with an {@link IllegalArgumentException} is answered with 400 and {@code {"errors":[…]}}, as the other services' control routes do.
 */
public final class Routes extends LabServlet {
    private final transient Map<String, Handler> handlers;

    private Routes(Map<String, Handler> handlers) {
        this.handlers = Map.copyOf(handlers);
    }

    /** The lab's own routes, which no fault strikes and nobody records. */
    @SafeVarargs
    public static Routes of(Map<String, Handler>... groups) {
        Map<String, Handler> all = new HashMap<>();
        for (Map<String, Handler> group : groups) {
            all.putAll(group);
        }
        return new Routes(all);
    }

    @Override
    protected Reply answer(Call call) throws IOException {
        Handler handler = handlers.get(call.method() + " " + call.path());
        if (handler == null) {
            int slash = call.path().lastIndexOf('/');
            handler = handlers.get(call.method() + " " + call.path().substring(0, slash) + "/*");
        }
        if (handler == null) {
            return error(
                    404,
                    "there is no " + call.method() + " " + call.path() + "; there are "
                            + handlers.keySet().stream().sorted().toList());
        }
        try {
            return handler.answer(call);
        } catch (IllegalArgumentException wrong) {
            return error(400, String.valueOf(wrong.getMessage()));
        }
    }

    private static Reply error(int status, String words) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("errors").add(words);
        return Reply.json(status, body);
    }

    /** Answers one route. */
    @FunctionalInterface
    public interface Handler {
        /** Answers. */
        Reply answer(Call call) throws IOException;
    }
}
