package dashwright.tools.brokenfixture;

import dashwright.tools.datadog.DatadogWriter;

/** What a tool of the model must never hold. */
public record ToolThatReachesTheWriter(DatadogWriter writer) {}
