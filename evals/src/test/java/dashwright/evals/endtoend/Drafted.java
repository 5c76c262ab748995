package dashwright.evals.endtoend;

import dashwright.bot.approval.Proposal;
import dashwright.lab.slack.workspace.Message;

/**
 * A draft as it lies before the people of a thread.
 *
 * @param asked what was asked
 * @param proposal what is to be decided
 * @param message the message that shows it, as it was before any decision
 */
record Drafted(Asked asked, Proposal proposal, Message message) {}
