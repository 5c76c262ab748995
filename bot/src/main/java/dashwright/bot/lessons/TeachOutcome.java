package dashwright.bot.lessons;

import java.util.List;

/** What came of teaching or forgetting. {@link LessonWords} says it to people. */
public sealed interface TeachOutcome {
    /** Whether the catalog has a lesson's metric. */
    enum Presence {
        THERE,
        ABSENT,
        /** No catalog is known to look in. */
        UNCHECKED
    }

    /** It was taught. */
    record Taught(Lesson lesson, Presence presence) implements TeachOutcome {}

    /** It had been taught before, in these or other forms of the words; nothing was changed. */
    record Already(Lesson lesson) implements TeachOutcome {}

    /**
     * The catalog has no such metric, and nothing was taught.
     *
     * @param metric what was asked for
     * @param metrics how many the catalog has
     * @param nearest at most three that it has
     */
    record NoSuchMetric(String metric, int metrics, List<String> nearest) implements TeachOutcome {
        public NoSuchMetric {
            nearest = List.copyOf(nearest);
        }
    }

    /** These were taken back. */
    record Forgotten(List<Lesson> lessons) implements TeachOutcome {
        public Forgotten {
            lessons = List.copyOf(lessons);
        }
    }

    /** A decision is no longer learned from. */
    record LeftOut(DecidedBoard board) implements TeachOutcome {}

    /**
     * There is no such lesson.
     *
     * @param asked what was to be forgotten
     * @param taught phrases that were taught, at most a few, the likeliest first
     */
    record NothingTaught(String asked, List<String> taught) implements TeachOutcome {
        public NothingTaught {
            taught = List.copyOf(taught);
        }
    }

    /** What was to be forgotten is the id of one lesson and the phrase of others. */
    record Ambiguous(String asked, Lesson called, Lesson saying) implements TeachOutcome {}

    /** This person may not teach. */
    record NotAllowed() implements TeachOutcome {}

    /** There are as many lessons as there may be. */
    record Full(int most) implements TeachOutcome {}

    /**
     * It cannot be meant.
     *
     * @param fault what is wrong
     * @param given what was given, possibly long and of any letters
     */
    record Misused(Fault fault, String given) implements TeachOutcome {}

    /** What is wrong with what was given. */
    enum Fault {
        NO_PHRASE,
        LONG_PHRASE,
        UNSEEN_LETTERS,
        SAYS_NOTHING,
        NO_METRIC,
        NO_METRIC_NAME,
        NOTHING_TO_FORGET,
        NO_PERSON
    }
}
