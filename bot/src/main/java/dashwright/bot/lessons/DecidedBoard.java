package dashwright.bot.lessons;

import java.time.Instant;
import java.util.List;

/**
 * A board that somebody approved or rejected, as far as search learns from it.
 *
 * @param proposal the proposal's id
 * @param request the words that the board began with
 * @param metrics what it reads, in the order of its widgets, each once
 * @param by who decided
 * @param approved false where it was rejected
 * @param at when
 */
public record DecidedBoard(
        String proposal, String request, List<String> metrics, String by, boolean approved, Instant at) {
    public DecidedBoard {
        metrics = List.copyOf(metrics);
    }
}
