package dashwright.bot.slack;

import java.util.Optional;

/** What a person wants, read from their words. */
sealed interface Command {
    /** Build a board. */
    record Build(String text) implements Command {}

    /** Find metrics. */
    record Find(String text) implements Command {}

    /**
     * Say what a phrase means; a blank phrase or metric asks how that is said.
     *
     * @param anyway also where the catalog has no such metric
     */
    record Teach(String phrase, String metric, boolean anyway) implements Command {}

    /**
     * Take a lesson back.
     *
     * @param what the phrase, or the id of a lesson
     * @param metric the one meaning that is to go; empty for all
     */
    record Forget(String what, Optional<String> metric) implements Command {}

    /** Show what was taught. */
    record Lessons() implements Command {}

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
