package dashwright.bot.slack;

import dashwright.bot.lessons.LessonList;
import dashwright.bot.lessons.LessonWords;
import dashwright.bot.lessons.TeachOutcome;
import dashwright.bot.lessons.Teaching;
import java.util.List;

/** Teaches and forgets in the name of whoever speaks, and shows what was taught. */
final class TeachFlow {
    private static final int LONGEST_QUOTE = 300;
    private static final LessonWords WORDS = new LessonWords(
            Mrkdwn::user,
            foreign -> Mrkdwn.text(foreign, LONGEST_QUOTE),
            new LessonWords.Forms(
                    "`/dash teach backfill = files.not_cached`",
                    "`anyway` at the end",
                    "`/dash forget backfill`",
                    "`/dash lessons`"));

    private final Teaching teaching;

    TeachFlow(Teaching teaching) {
        this.teaching = teaching;
    }

    SlackMessage teach(Command.Teach command, String who) {
        return answer(teaching.teach(command.phrase(), command.metric(), who, command.anyway()));
    }

    SlackMessage forget(Command.Forget command, String who) {
        return answer(teaching.forget(command.what(), command.metric(), who));
    }

    SlackMessage lessons() {
        LessonList all = teaching.list();
        List<String> lessons = bullets(WORDS.lessons(all));
        return new BlockList()
                .lines(
                        lessons.isEmpty() ? WORDS.nothing() : "*What was taught*",
                        lessons,
                        "on the command line (`dash teach --list`)")
                .lines(
                        all.decided().isEmpty() ? "" : "*" + LessonWords.DECISIONS + "*",
                        bullets(WORDS.decisions(all)),
                        "on the command line (`dash teach --list`)")
                .message("What was taught");
    }

    private static List<String> bullets(List<String> lines) {
        return lines.stream().map(line -> "• " + line).toList();
    }

    private static SlackMessage answer(TeachOutcome outcome) {
        String sign = switch (outcome) {
            case TeachOutcome.Taught _, TeachOutcome.Already _ -> ":mortar_board: ";
            case TeachOutcome.Forgotten _, TeachOutcome.LeftOut _ -> ":wastebasket: ";
            case TeachOutcome.NotAllowed _, TeachOutcome.Full _ -> ":no_entry_sign: ";
            case TeachOutcome.NoSuchMetric _, TeachOutcome.NothingTaught _, TeachOutcome.Ambiguous _ -> ":mag: ";
            case TeachOutcome.Misused _ -> "";
        };
        return SlackMessage.of(Mrkdwn.cut(sign + WORDS.of(outcome), BlockList.LONGEST_SECTION));
    }
}
