package dashwright.bot.publish;

/**
 * A publication that was left open and has been looked at again.
 *
 * @param proposalId the proposal
 * @param outcome how it stands now
 */
public record Recovered(String proposalId, PublishOutcome outcome) {}
