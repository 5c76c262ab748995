package dashwright.bot.cli;

import dashwright.bot.Nearest;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said to somebody who typed what cannot be meant: what is wrong, what was likely meant, where to read more. */
final class Misuse {
    private static final int TYPING_MISTAKES = 2;

    private Misuse() {}

    /** Explains, and yields the exit status. */
    static int explain(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = new PrintWriter(new PlainWriter(command.getErr()), true);
        boolean atTop = command.getParent() == null;
        List<String> unmatched = wrong instanceof UnmatchedArgumentException extra ? extra.getUnmatched() : List.of();
        if (atTop && !unmatched.isEmpty() && !unmatched.getFirst().startsWith("-")) {
            noVerb(unmatched.getFirst(), command, err);
        } else if (atTop && wrong.getValue() != null) {
            // Only the verb help complains of a value at the top: of a verb that is none.
            noVerb(wrong.getValue(), command, err);
        } else {
            err.println((atTop ? "dash: " : "dash " + command.getCommandName() + ": ") + wrong.getMessage());
            UnmatchedArgumentException.printSuggestions(wrong, err);
        }
        err.println("./dash help" + (atTop ? "" : " " + command.getCommandName()) + " says how it is meant.");
        err.flush();
        return Exit.USAGE;
    }

    private static void noVerb(String typed, CommandLine top, PrintWriter err) {
        List<String> verbs = top.getSubcommands().entrySet().stream()
                .filter(verb -> !verb.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .toList();
        String meant = Nearest.to(typed, verbs, TYPING_MISTAKES)
                .map(near -> " Did you mean " + near + "?")
                .orElse("");
        err.println(
                "dash: there is no verb " + typed + "." + meant + " The verbs are " + String.join(", ", verbs) + ".");
    }
}
