package dashwright.lab.brokenfixture;

import dashwright.bot.approval.Proposal;

/** What a simulated service must never hold. */
public record LabThatKnowsTheBot(Proposal proposal) {}
