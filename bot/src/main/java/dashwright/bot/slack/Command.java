package dashwright.bot.slack;

/** What a person wants, read from their words. */
sealed interface Command {
    /** Build a board. */
    record Build(String text) implements Command {}

    /** Find metrics. */
    record Find(String text) implements Command {}

    /** Explain what can be asked. */
    record Help() implements Command {}

    /** A greeting. */
    record Hello() implements Command {}

    /** Thanks, or a word of praise. */
    record Thanks() implements Command {}

    /**
     * A verb that does not exist.
     *
     * @param verb what was typed
     * @param meant the command that was probably meant, empty where nothing is near
     */
    record Unknown(String verb, String meant) implements Command {}
}
