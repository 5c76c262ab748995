package dashwright.lab;

import java.time.Instant;

/**
 * A request that a simulated service received.
 *
 * @param at when, by the simulated clock
 * @param service {@code datadog}, {@code slack} or {@code model}
 * @param method the HTTP method
 * @param path the path with its query
 * @param body the body as text, secrets and all: this is a lab
 * @param status the status answered
 */
public record Received(Instant at, String service, String method, String path, String body, int status) {}
