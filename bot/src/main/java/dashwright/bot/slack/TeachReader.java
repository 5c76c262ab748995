package dashwright.bot.slack;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is to be taught or forgotten: "backfill = files.not_cached", "backfill means files.not_cached". */
final class TeachReader {
    private static final String METRIC = "[\"“”'`]?([^\\s\"“”'`]+)[\"“”'`]?";
    private static final String ANYWAY = "(\\s+(?:--|—)?anyway)?";

    /** The last sign or verb divides: "what is left = files.not_cached". */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(.*?)\\s*=\\s*" + METRIC + ANYWAY, Pattern.CASE_INSENSITIVE),
            Pattern.compile("(.*)\\s(?:means|is)\\s+" + METRIC + ANYWAY, Pattern.CASE_INSENSITIVE),
            // As on the command line: "backfill" "files.not_cached".
            Pattern.compile("([\"“”].*[\"“”])\\s+" + METRIC + ANYWAY, Pattern.CASE_INSENSITIVE));

    private static final Pattern QUOTED = Pattern.compile("[\"“”'`]+(.*?)[\"“”'`]+");

    private TeachReader() {}

    /** What is to be taught; empty where the words have none of the forms. */
    static Optional<Command.Teach> read(String words) {
        return FORMS.stream()
                .map(form -> form.matcher(words.strip()))
                .filter(Matcher::matches)
                .map(read -> new Command.Teach(bare(read.group(1)), read.group(2), read.group(3) != null))
                .findFirst();
    }

    /** What is to be forgotten: a phrase or an id, or one meaning of a phrase. */
    static Command.Forget forget(String words) {
        return read(words)
                .map(one -> new Command.Forget(one.phrase(), Optional.of(one.metric())))
                .orElseGet(() -> new Command.Forget(bare(words), Optional.empty()));
    }

    private static String bare(String phrase) {
        Matcher quoted = QUOTED.matcher(phrase.strip());
        return quoted.matches() ? quoted.group(1).strip() : phrase.strip();
    }
}
