package dashwright.dashboards.brokenfixture;

import dashwright.tools.datadog.DatadogReader;

/** What a dashboard must never hold. */
public record BoardThatKnowsTheDoor(DatadogReader reader) {}
