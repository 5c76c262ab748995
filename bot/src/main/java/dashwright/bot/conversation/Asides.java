package dashwright.bot.conversation;

import dashwright.tools.drafting.PlanningOutcome.Question;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people ask that is neither a board nor a change of one. */
final class Asides {
    private static final String POLITELY =
            "^(?:(?:please|hey|hi|ok(?:ay)?|so|and|can you|could you|would you)[\\s,]+)*";
    private static final Pattern UNDO = form(
            "(?:undo|revert|roll ?back|go back|take (?:it|that|this) back)(?:\\s+(?:it|that|this|(?:to )?the (?:last|previous) \\w+))*");
    private static final Pattern HEALTH =
            form("(?:(?:is|are) (?:it|this|that|they|everything|all|all of it|things)(?: all)? "
                    + "(?:healthy|ok(?:ay)?|fine|good|well|alright|all right|in order|working|broken|down|up)"
                    + "|how (?:is|are) (?:it|this|that|they|things)(?: (?:doing|going|looking))?"
                    + "|what(?:'s| is) the status)(?: (?:now|right now|today|at the moment))?");
    private static final Pattern ALERT = form(
            "(?:(?:alert|notify|page|ping|warn|text|email|message|call|tell|remind) \\S+ (?:when|whenever|if|once|as soon as)"
                    + "|(?:(?:set up|create|make|add|configure|send) )?(?:me )?an? (?:alert|alarm|monitor|notification)"
                    + " (?:for|on|when|whenever|if|that)) (.+?)");
    private static final Pattern WHOLE = form("(?:(?:is|are) (?:everything|all|anything|things|we|all systems|it all)"
            + "(?: all)? (?:healthy|ok(?:ay)?|fine|good|well|alright|all right|in order|working|broken|down|up|on fire|wrong)"
            + "|what(?:'s| is) (?:broken|down|wrong|on fire)|how (?:is everything|are things))(?: .{0,20})?");
    private static final Pattern AMOUNT = form("how (?:many|much) (.+?)");

    private Asides() {}

    /** True for the wish to have the draft before. */
    static boolean isUndo(String words) {
        return UNDO.matcher(words).matches();
    }

    /** True for the question how what a draft shows is doing. */
    static boolean asksForHealth(String words) {
        return HEALTH.matcher(words).matches();
    }

    /**
     * What to say where no board is asked for.
     *
     * @param examples requests for boards that find something
     */
    static Optional<Question> noBoard(String words, Supplier<List<String>> examples) {
        Matcher alert = ALERT.matcher(words);
        if (alert.matches()) {
            return Optional.of(new Question(
                    "I set no alerts: I build boards, on which people look for themselves. A board on it can be built;"
                            + " the alert is a monitor, which you create in Datadog.",
                    List.of(alert.group(1).strip())));
        }
        if (WHOLE.matcher(words).matches()) {
            return Optional.of(new Question(
                    "I cannot tell of everything at once: I build a board on one thing and say how that is doing.",
                    examples.get()));
        }
        Matcher amount = AMOUNT.matcher(words);
        return amount.matches()
                ? Optional.of(new Question(
                        "I do not answer with one number: I build boards, which show it with where it comes from.",
                        List.of(amount.group(1).strip())))
                : Optional.empty();
    }

    private static Pattern form(String form) {
        return Pattern.compile(POLITELY + "(?:" + form + ")[\\s.!?]*$", Pattern.CASE_INSENSITIVE);
    }
}
