package dashwright.tools.brokenfixture;

import dashwright.bot.approval.Proposal;

/** What a tool must never hold. */
public record ToolThatKnowsTheBot(Proposal proposal) {}
