package dashwright.bot.lessons;

import dashwright.bot.lessons.TeachOutcome.Presence;
import java.util.List;

/**
 * What was taught, and what is learned from.
 *
 * @param lessons the lessons, the oldest first
 * @param decided the decisions that are learned from, the newest first
 */
public record LessonList(List<Entry> lessons, List<DecidedBoard> decided) {
    public LessonList {
        lessons = List.copyOf(lessons);
        decided = List.copyOf(decided);
    }

    /** A lesson, and whether the catalog has its metric. */
    public record Entry(Lesson lesson, Presence presence) {}
}
