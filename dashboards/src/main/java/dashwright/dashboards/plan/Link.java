package dashwright.dashboards.plan;

/**
 * Where to read on.
 *
 * @param label what the reader sees
 * @param target a path within the Datadog site, beginning with a slash, or a whole https address
 */
public record Link(String label, String target) {}
