package dashwright.bot.cli;

/** What a verb's exit status says. */
public final class Exit {
    /** Done. */
    public static final int DONE = 0;
    /** The answer is no: findings of severity error, nothing found, approval refused. */
    public static final int NO = 1;
    /** Wrong usage, settings included. */
    public static final int USAGE = 2;
    /** An outside service failed. */
    public static final int OUTSIDE = 3;

    private Exit() {}
}
