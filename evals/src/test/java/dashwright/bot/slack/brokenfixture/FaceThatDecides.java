package dashwright.bot.slack.brokenfixture;

import dashwright.tools.datadog.DatadogReader;

/** What a face of the verbs must never hold. */
public record FaceThatDecides(DatadogReader reader) {}
