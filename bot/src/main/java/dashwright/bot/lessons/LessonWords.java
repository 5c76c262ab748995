package dashwright.bot.lessons;

import dashwright.bot.lessons.TeachOutcome.Fault;
import dashwright.bot.lessons.TeachOutcome.Presence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Says to people what came of teaching, in the same words at every face; only how names are marked differs. */
public final class LessonWords {
    /** Stands above the decisions. */
    public static final String DECISIONS =
            "Learned from decisions on boards (it orders what is nearly equal, and nothing else)";

    private static final int MOST_METRICS = 3;
    private static final int MOST_DECIDED = 20;

    private final UnaryOperator<String> person;
    private final UnaryOperator<String> foreign;
    private final Forms forms;

    /**
     * Words for a face.
     *
     * @param person shows a person
     * @param foreign shows what people wrote and what metrics are called
     * @param forms how commands are typed there
     */
    public LessonWords(UnaryOperator<String> person, UnaryOperator<String> foreign, Forms forms) {
        this.person = person;
        this.foreign = foreign;
        this.forms = forms;
    }

    /**
     * How commands are typed.
     *
     * @param teach an example of teaching
     * @param anyway how to insist
     * @param forget an example of forgetting
     * @param list how to see what was taught
     */
    public record Forms(String teach, String anyway, String forget, String list) {}

    /** What came of it, in one or a few sentences. */
    public String of(TeachOutcome outcome) {
        return switch (outcome) {
            case TeachOutcome.Taught(Lesson lesson, Presence presence) ->
                quoted(lesson.phrase()) + " now means " + name(lesson.metric()) + " (" + lesson.id() + ")."
                        + afterwards(presence);
            case TeachOutcome.Already(Lesson lesson) ->
                quoted(lesson.phrase()) + " means " + name(lesson.metric()) + " already: " + taughtBy(lesson)
                        + ". Nothing was changed.";
            case TeachOutcome.NoSuchMetric none -> noSuch(none);
            case TeachOutcome.Forgotten(List<Lesson> lessons) ->
                lessons.stream()
                        .map(lesson -> quoted(lesson.phrase()) + " no longer means " + name(lesson.metric()) + " ("
                                + taughtBy(lesson) + ").")
                        .collect(Collectors.joining("\n"));
            case TeachOutcome.LeftOut(DecidedBoard board) ->
                "The decision of " + person.apply(board.by()) + " on " + quoted(board.request())
                        + " is no longer learned from. The decision itself stands.";
            case TeachOutcome.NothingTaught(String asked, List<String> taught) ->
                "Nothing was taught for " + quoted(asked) + ". "
                        + (taught.isEmpty()
                                ? "Nothing was taught at all yet."
                                : "What was: "
                                        + taught.stream().map(this::quoted).collect(Collectors.joining(", ")) + "; "
                                        + forms.list() + " shows all.");
            case TeachOutcome.Ambiguous(String asked, Lesson called, Lesson saying) ->
                quoted(asked) + " is the id of the lesson that " + quoted(called.phrase()) + " means "
                        + name(called.metric()) + ", and the phrase of the one that it means " + name(saying.metric())
                        + ". Name the metric too.";
            case TeachOutcome.NotAllowed _ ->
                "You may not teach: it changes what everybody gets, so only the people listed in DASH_APPROVERS may. Ask"
                        + " one of them.";
            case TeachOutcome.Full(int most) ->
                "There are " + most + " lessons, and no more are kept. Forget some first; " + forms.list()
                        + " shows them.";
            case TeachOutcome.Misused(Fault fault, String given) -> misused(fault, given);
        };
    }

    private String afterwards(Presence presence) {
        return switch (presence) {
            case THERE -> "";
            case ABSENT -> " The catalog has no such metric: the lesson has an effect once it does.";
            case UNCHECKED -> " No catalog is known yet, so it was not looked up whether there is such a metric.";
        };
    }

    private String noSuch(TeachOutcome.NoSuchMetric none) {
        String nearest = none.nearest().stream().map(this::name).collect(Collectors.joining(", "));
        return "The catalog of " + String.format(Locale.ROOT, "%,d", none.metrics())
                + (none.metrics() == 1 ? " metric" : " metrics") + " has no " + name(none.metric())
                + ", so nothing was taught."
                + (nearest.isEmpty() ? "" : " The nearest: " + nearest + ".")
                + " If it is still to be sent, " + forms.anyway() + " teaches it all the same.";
    }

    private String misused(Fault fault, String given) {
        return switch (fault) {
            case NO_PHRASE -> "Say which words are meant, as in: " + forms.teach();
            case LONG_PHRASE ->
                "A phrase has at most " + Teaching.LONGEST_PHRASE + " characters, not " + given.length()
                        + ": teach the few words that people use.";
            case UNSEEN_LETTERS ->
                "The phrase holds characters that cannot be seen, so nobody could ask for it. Type it anew.";
            case SAYS_NOTHING ->
                quoted(given) + " says nothing about what is measured: words about form and grammar are no topic."
                        + " Teach the word that people mean, as in: " + forms.teach();
            case NO_METRIC -> "Say which metric " + quoted(given) + " means, as in: " + forms.teach();
            case NO_METRIC_NAME ->
                quoted(given) + " is no metric's name: those begin with a letter and have letters, digits, dots and"
                        + " underscores, at most 200.";
            case NOTHING_TO_FORGET -> "Say which phrase or id is to be forgotten, as in: " + forms.forget();
            case NO_PERSON -> "Say in whose name, with at most 100 characters that can be seen.";
        };
    }

    /** What was taught, a line each. */
    public List<String> lessons(LessonList list) {
        return list.lessons().stream()
                .map(entry -> entry.lesson().id() + "  " + quoted(entry.lesson().phrase()) + " means "
                        + name(entry.lesson().metric()) + " (" + taughtBy(entry.lesson()) + ")"
                        + standing(entry.presence()))
                .toList();
    }

    private static String standing(Presence presence) {
        return switch (presence) {
            case THERE -> "";
            case ABSENT -> " - not in the catalog, so it has no effect now";
            case UNCHECKED -> " - not looked up: no catalog is known yet";
        };
    }

    /** The newest decisions that are learned from, a line each. */
    public List<String> decisions(LessonList list) {
        List<String> lines =
                list.decided().stream().limit(MOST_DECIDED).map(this::decision).collect(Collectors.toList());
        int more = list.decided().size() - lines.size();
        if (more > 0) {
            lines.add("and " + more + " older");
        }
        return lines;
    }

    private String decision(DecidedBoard board) {
        String metrics =
                board.metrics().stream().limit(MOST_METRICS).map(this::name).collect(Collectors.joining(", "));
        int more = board.metrics().size() - MOST_METRICS;
        return board.proposal() + "  " + quoted(board.request()) + " "
                + (board.approved() ? "approved" : "rejected") + " by " + person.apply(board.by()) + " on "
                + day(board.at()) + ": "
                + (metrics.isEmpty() ? "no metric" : metrics + (more > 0 ? " and " + more + " more" : ""));
    }

    /** What to say where nothing was taught. */
    public String nothing() {
        return "Nothing was taught yet. Say what a word means here, as in: " + forms.teach();
    }

    private String taughtBy(Lesson lesson) {
        return person.apply(lesson.by()) + " taught it on " + day(lesson.at());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private String quoted(String words) {
        return "\"" + foreign.apply(words) + "\"";
    }

    private String name(String metric) {
        return foreign.apply(metric);
    }
}
