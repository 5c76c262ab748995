package dashwright.bot.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.bot.lessons.DecidedBoard;
import dashwright.bot.lessons.Lesson;
import dashwright.bot.lessons.LessonList;
import dashwright.bot.lessons.TeachOutcome;
import java.util.List;

/** What was taught and what came of teaching, as JSON. */
final class TeachDocument {
    private TeachDocument() {}

    /** What came of teaching or forgetting. */
    static ObjectNode of(TeachOutcome outcome, String words) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        switch (outcome) {
            case TeachOutcome.Taught taught -> {
                document.put("outcome", "taught");
                add(document.putArray("lessons"), taught.lesson()).put("in_catalog", presence(taught.presence()));
            }
            case TeachOutcome.Already already -> lessons(document, "already taught", List.of(already.lesson()));
            case TeachOutcome.Forgotten forgotten -> lessons(document, "forgotten", forgotten.lessons());
            case TeachOutcome.LeftOut left ->
                add(document.put("outcome", "left out").putArray("decisions"), left.board());
            case TeachOutcome.NoSuchMetric none -> {
                document.put("outcome", "no such metric").put("metric", none.metric());
                none.nearest().forEach(document.putArray("nearest")::add);
            }
            case TeachOutcome.NothingTaught nothing -> {
                document.put("outcome", "nothing taught");
                nothing.taught().forEach(document.putArray("taught")::add);
            }
            case TeachOutcome.Ambiguous ambiguous ->
                lessons(document, "ambiguous", List.of(ambiguous.called(), ambiguous.saying()));
            case TeachOutcome.NotAllowed _ -> document.put("outcome", "not allowed");
            case TeachOutcome.Full _ -> document.put("outcome", "full");
            case TeachOutcome.Misused _ -> document.put("outcome", "misused");
        }
        return document.put("message", words);
    }

    /** Everything that was taught and is learned from. */
    static ObjectNode of(LessonList list) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode lessons = document.putArray("lessons");
        list.lessons().forEach(entry -> add(lessons, entry.lesson()).put("in_catalog", presence(entry.presence())));
        ArrayNode decisions = document.putArray("decisions");
        list.decided().forEach(board -> add(decisions, board));
        return document;
    }

    private static void lessons(ObjectNode document, String outcome, List<Lesson> lessons) {
        ArrayNode array = document.put("outcome", outcome).putArray("lessons");
        lessons.forEach(lesson -> add(array, lesson));
    }

    private static ObjectNode add(ArrayNode array, Lesson lesson) {
        return array.addObject()
                .put("id", lesson.id())
                .put("phrase", lesson.phrase())
                .put("metric", lesson.metric())
                .put("by", lesson.by())
                .put("at", lesson.at().toString());
    }

    private static void add(ArrayNode array, DecidedBoard board) {
        ObjectNode decision = array.addObject()
                .put("proposal", board.proposal())
                .put("request", board.request())
                .put("approved", board.approved())
                .put("by", board.by())
                .put("at", board.at().toString());
        board.metrics().forEach(decision.putArray("metrics")::add);
    }

    private static String presence(TeachOutcome.Presence presence) {
        return switch (presence) {
            case THERE -> "yes";
            case ABSENT -> "no";
            case UNCHECKED -> "unknown";
        };
    }
}
