package dashwright.bot.approval;

/**
 * The published board that a proposal would replace.
 *
 * @param board where it stands
 * @param hash the hash of what was last published there; a board that no longer has it was changed in Datadog since
 */
public record Replaced(BoardLink board, String hash) {
    public Replaced {
        if (hash.isBlank()) {
            throw new IllegalArgumentException("without a hash nobody knows whether the board was changed since");
        }
    }
}
