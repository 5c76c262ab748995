package dashwright.prompts.brokenfixture;

import dashwright.tools.datadog.DatadogReader;

/** What a prompt must never hold. */
public record PromptThatKnowsTheDoor(DatadogReader reader) {}
