package dashwright.bot.slack;

import dashwright.bot.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads commands. */
final class CommandReader {
    private static final List<String> VERBS = List.of("build", "find", "help");
    private static final int TYPING_MISTAKES = 2;

    private CommandReader() {}

    /** A slash command's text: begins with a verb, with a slip of one, or is a request for a board as it stands. */
    static Command slash(String text) {
        String words = SlackText.read(text);
        if (words.isEmpty()) {
            return new Command.Help();
        }
        String verb = firstWord(words);
        return known(words, verb).or(() -> slip(words, verb)).orElseGet(() -> new Command.Build(words));
    }

    /** A message to the bot: may begin with a verb, and is a request for a board otherwise. */
    static Command message(String text) {
        String words = SlackText.read(text);
        if (words.isEmpty()) {
            return new Command.Help();
        }
        return known(words, firstWord(words)).orElseGet(() -> new Command.Build(words));
    }

    /** True where a message says in so many words that a new board is wanted. */
    static boolean asksForNewBoard(String text) {
        return firstWord(SlackText.read(text)).equals("build");
    }

    private static Optional<Command> known(String words, String verb) {
        String rest = rest(words);
        return switch (verb) {
            case "build" -> Optional.of(new Command.Build(rest));
            case "find" -> Optional.of(new Command.Find(rest));
            case "help", "?" -> Optional.of(new Command.Help());
            default -> Optional.empty();
        };
    }

    /** A verb with a slip of the hand. */
    private static Optional<Command> slip(String words, String verb) {
        return Nearest.to(verb, VERBS, TYPING_MISTAKES)
                .filter(near -> verb.length() > TYPING_MISTAKES)
                .map(near -> new Command.Unknown(verb, (near + " " + rest(words)).strip()));
    }

    private static String firstWord(String words) {
        int space = firstSpace(words);
        return (space < 0 ? words : words.substring(0, space)).toLowerCase(Locale.ROOT);
    }

    private static String rest(String words) {
        int space = firstSpace(words);
        return space < 0 ? "" : words.substring(space).strip();
    }

    private static int firstSpace(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (Character.isWhitespace(words.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
