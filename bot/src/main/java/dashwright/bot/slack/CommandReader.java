package dashwright.bot.slack;

import dashwright.bot.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads commands. */
final class CommandReader {
    private static final List<String> VERBS = List.of("build", "find", "help");

    /** "Each" and "target" are near to these, so they are only meant where something is taught. */
    private static final List<String> TEACHING = List.of("teach", "forget", "build", "find", "help");

    private static final int TYPING_MISTAKES = 2;

    private static final String WHOM =
            "(?:[\\s,]+(?:there|dash|dashwright|bot|all|team|everyone|folks|again))*[\\s!.,:)]*";
    private static final Pattern HELLO = Pattern.compile(
            "(?:hi+|hello|hey+|yo|howdy|hiya|greetings|good (?:morning|afternoon|evening|day)|:wave:)" + WHOM,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THANKS = Pattern.compile(
            "(?:(?:many |ok(?:ay)?,? |great,? |perfect,? )?(?:thanks|thank you|thx|tnx|ty|cheers)"
                    + "(?: a lot| so much| very much| a bunch| for .{1,40})?"
                    + "|great|perfect|awesome|nice|cool|lovely|ok(?:ay)?|got it|lgtm|looks (?:good|great)|well done|(?:good|nice|great) (?:job|work)"
                    + "|(?::[\\w+-]+:\\s*)+)"
                    + WHOM,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HELP = Pattern.compile(
            "(?:(?:so |and )?(?:what|how) (?:else )?(?:can|could|do|does|should|would) (?:you|i|we|this|it|one|the bot)\\b"
                    + "(?: (?:do|ask|say|help|work|use|make|build|know|start)\\b.{0,40})?"
                    + "|who are you|what are you|what is this|what(?:'s| is) dash(?:wright)?|usage|commands|examples|man|-{1,2}h(?:elp)?"
                    + "|(?:i need |can you |please )?help(?: me| please)*)[\\s?!.]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NEW_BOARD = Pattern.compile(
            "(?:(?:please|now|ok(?:ay)?|then|and|can you|could you)[\\s,]+)*(?:build\\b.*"
                    + "|(?:make|create|start|draft)\\s+(?:me\\s+)?(?:a\\s+|an?other\\s+)?(?:new|another|separate)\\s+(?:board|dashboard)\\b.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private CommandReader() {}

    /** A slash command's text: begins with a verb, with a slip of one, or is a request for a board as it stands. */
    static Command slash(String text) {
        String words = SlackText.read(text);
        if (words.isEmpty()) {
            return new Command.Help();
        }
        String verb = firstWord(words);
        return talk(words)
                .or(() -> known(words, verb))
                .or(() -> slip(words, verb))
                .orElseGet(() -> new Command.Build(words));
    }

    /** A message to the bot: may begin with a verb, and is a request for a board otherwise. */
    static Command message(String text) {
        String words = SlackText.read(text);
        if (words.isEmpty()) {
            return new Command.Help();
        }
        return talk(words).or(() -> known(words, firstWord(words))).orElseGet(() -> new Command.Build(words));
    }

    /** What people say to anyone; none of it names anything to build. */
    private static Optional<Command> talk(String words) {
        if (HELLO.matcher(words).matches()) {
            return Optional.of(new Command.Hello());
        }
        if (THANKS.matcher(words).matches()) {
            return Optional.of(new Command.Thanks());
        }
        return HELP.matcher(words).matches() ? Optional.of(new Command.Help()) : Optional.empty();
    }

    /** True where a message says in so many words that a new board is wanted. */
    static boolean asksForNewBoard(String text) {
        return NEW_BOARD.matcher(SlackText.read(text)).matches();
    }

    private static Optional<Command> known(String words, String verb) {
        String rest = rest(words);
        return switch (verb) {
            case "build" -> Optional.of(new Command.Build(rest));
            case "find" -> Optional.of(new Command.Find(rest));
            case "help", "?" -> Optional.of(new Command.Help());
            case "teach" -> Optional.of(TeachReader.read(rest).orElseGet(() -> new Command.Teach(rest, "", false)));
            case "forget" -> Optional.of(TeachReader.forget(rest));
            // "Lessons per student" is a board like any other.
            case "lessons" -> rest.isEmpty() ? Optional.of(new Command.Lessons()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A verb with a slip of the hand. */
    private static Optional<Command> slip(String words, String verb) {
        boolean teaches =
                words.indexOf('=') >= 0 && TeachReader.read(rest(words)).isPresent();
        List<String> verbs = teaches ? TEACHING : VERBS;
        return Nearest.to(verb, verbs, TYPING_MISTAKES)
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
