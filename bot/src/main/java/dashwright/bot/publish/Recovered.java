package dashwright.bot.publish;

import dashwright.bot.approval.Approval;

/**
 * A publication that was left open and has been looked at again.
 *
 * @param approval what was approved
 * @param outcome how it stands now
 */
public record Recovered(Approval approval, PublishOutcome outcome) {}
