package dashwright.bot.conversation;

import java.time.Instant;

/**
 * One exchange of a thread.
 *
 * @param askedAt when it was asked
 * @param requester who asked
 * @param request what was asked
 * @param outcome what kind of answer there was
 * @param answer the proposal's id, the question, what the gap was about, or the failure
 */
public record Turn(Instant askedAt, String requester, String request, Outcome outcome, String answer) {
    /** What kind of answer there was. */
    public enum Outcome {
        PROPOSED,
        GAP,
        ASKED,
        NOT_PROPOSABLE,
        FAILED
    }

    static Turn of(Instant askedAt, Request request, BuildOutcome outcome) {
        return switch (outcome) {
            case BuildOutcome.Proposed proposed ->
                of(askedAt, request, Outcome.PROPOSED, proposed.proposal().id());
            case BuildOutcome.GapFound found ->
                of(askedAt, request, Outcome.GAP, String.join(", ", found.gap().lookedFor()));
            case BuildOutcome.Asked asked ->
                of(askedAt, request, Outcome.ASKED, asked.question().question());
            case BuildOutcome.NotProposable refused ->
                of(
                        askedAt,
                        request,
                        Outcome.NOT_PROPOSABLE,
                        refused.draft().plan().title());
            case BuildOutcome.Failed failed ->
                of(askedAt, request, Outcome.FAILED, failed.message() + " (" + failed.reference() + ")");
        };
    }

    private static Turn of(Instant askedAt, Request request, Outcome outcome, String answer) {
        return new Turn(askedAt, request.requester(), request.text(), outcome, answer);
    }
}
