package dashwright.bot.slack;

import dashwright.bot.approval.Proposal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a decision button carries: which proposal, and which JSON of it the person saw.
 *
 * @param proposalId the proposal
 * @param hash the hash that was shown
 */
record DecisionValue(String proposalId, String hash) {
    private static final Pattern FORM = Pattern.compile("([0-9a-z-]{1,64}) ([0-9a-f]{64})");

    static DecisionValue of(Proposal proposal) {
        return new DecisionValue(proposal.id(), proposal.hash());
    }

    /** Reads what {@link #text} wrote; nothing for anything else. */
    static Optional<DecisionValue> read(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new DecisionValue(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    String text() {
        return proposalId + " " + hash;
    }
}
