package dashwright.bot.lessons;

import dashwright.bot.Nearest;
import dashwright.bot.Settings;
import dashwright.bot.audit.AuditEntry;
import dashwright.bot.audit.AuditLog;
import dashwright.bot.lessons.TeachOutcome.Fault;
import dashwright.bot.lessons.TeachOutcome.Presence;
import dashwright.bot.store.Store;
import dashwright.catalog.Catalog;
import dashwright.catalog.search.Phrase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Teaches and forgets, the same for every face. What one person teaches changes what all others get, so only those may who
 * may approve.
 */
public final class Teaching {
    /** The longest phrase, in UTF-16 units. */
    public static final int LONGEST_PHRASE = 100;

    /** How many lessons there may be: each search looks at all of them. */
    static final int MOST_LESSONS = 2_000;

    private static final int LONGEST_PERSON = 100;
    private static final int NEAREST = 3;
    private static final int TYPING_MISTAKES = 2;

    /** What a catalog file takes for a name. */
    private static final Pattern METRIC = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,199}");

    /** Letters that nobody sees; the joiners of emoji and of several scripts are seen by what they join. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\u200C\\u200D]]");

    private final LessonBook book;
    private final DecidedBoards boards;
    private final AuditLog audit;
    private final Settings.Approval rights;
    private final KnownCatalog known;
    private final InstantSource clock;

    /**
     * Teaching over a database.
     *
     * @param rights who may
     * @param known where metrics are looked up
     */
    public Teaching(Store store, AuditLog audit, Settings.Approval rights, KnownCatalog known, InstantSource clock) {
        this.book = new LessonBook(store, audit);
        this.boards = new DecidedBoards(store, audit);
        this.audit = audit;
        this.rights = rights;
        this.known = known;
        this.clock = clock;
    }

    /**
     * Gives a phrase a meaning.
     *
     * @param anyway also where the catalog has no such metric
     */
    public TeachOutcome teach(String phrase, String metric, String who, boolean anyway) {
        String words = phrase.strip();
        String name = metric.strip();
        Optional<Fault> fault = ofPhrase(words).or(() -> ofPerson(who));
        if (fault.isPresent()) {
            return new TeachOutcome.Misused(fault.get(), words);
        }
        if (name.isEmpty()) {
            return new TeachOutcome.Misused(Fault.NO_METRIC, words);
        }
        if (!rights.allows(who)) {
            return notAllowed(who, "\"" + words + "\" was to mean " + name);
        }
        Optional<Catalog> catalog = known.catalog();
        Presence presence = presence(catalog, name);
        if (presence != Presence.THERE && !METRIC.matcher(name).matches()) {
            return new TeachOutcome.Misused(Fault.NO_METRIC_NAME, name);
        }
        if (presence == Presence.ABSENT && !anyway) {
            return noSuch(name, catalog.map(all -> all.metrics().size()).orElse(0));
        }
        Phrase said = Phrase.of(words);
        return book.change((handle, version) -> {
            List<Lesson> all = LessonBook.all(handle);
            Optional<Lesson> same = all.stream()
                    .filter(lesson -> lesson.metric().equals(name)
                            && Phrase.of(lesson.phrase()).equals(said))
                    .findFirst();
            if (same.isPresent()) {
                return new TeachOutcome.Already(same.get());
            }
            return all.size() >= MOST_LESSONS
                    ? new TeachOutcome.Full(MOST_LESSONS)
                    : new TeachOutcome.Taught(book.add(handle, version, words, name, who, now()), presence);
        });
    }

    /**
     * Takes lessons back, or a decision out of what is learned from.
     *
     * @param what the id of a lesson or of a decided proposal, or a phrase: then all that it was taught to mean
     * @param metric the one metric that a phrase is to mean no longer; empty for all
     */
    public TeachOutcome forget(String what, Optional<String> metric, String who) {
        String asked = what.strip();
        Optional<Fault> fault =
                (asked.isEmpty() ? Optional.of(Fault.NOTHING_TO_FORGET) : ofLength(asked)).or(() -> ofPerson(who));
        if (fault.isPresent()) {
            return new TeachOutcome.Misused(fault.get(), asked);
        }
        if (!rights.allows(who)) {
            return notAllowed(who, "\"" + asked + "\" was to be forgotten");
        }
        Optional<DecidedBoard> decided = metric.isPresent()
                ? Optional.empty()
                : boards.newest().stream()
                        .filter(board -> board.proposal().equals(asked))
                        .findFirst();
        if (decided.isPresent()) {
            return book.change((handle, version) -> {
                boards.leaveOut(handle, decided.get(), who, now());
                return new TeachOutcome.LeftOut(decided.get());
            });
        }
        return book.change((handle, version) -> {
            List<Lesson> all = LessonBook.all(handle);
            TeachOutcome outcome = meant(all, asked, metric.map(String::strip));
            if (outcome instanceof TeachOutcome.Forgotten(List<Lesson> lessons)) {
                lessons.forEach(lesson -> book.remove(handle, lesson, who, now()));
            }
            return outcome;
        });
    }

    /** Everything that was taught, and the decisions that are learned from, the newest first. */
    public LessonList list() {
        Optional<Catalog> catalog = known.catalog();
        return new LessonList(
                book.all().stream()
                        .map(lesson -> new LessonList.Entry(lesson, presence(catalog, lesson.metric())))
                        .toList(),
                boards.newest());
    }

    private static TeachOutcome meant(List<Lesson> all, String asked, Optional<String> metric) {
        Phrase phrase = Phrase.of(asked);
        List<Lesson> candidates = all.stream()
                .filter(lesson -> metric.isEmpty() || metric.get().equals(lesson.metric()))
                .toList();
        List<Lesson> called = candidates.stream()
                .filter(lesson -> lesson.id().equalsIgnoreCase(asked))
                .toList();
        List<Lesson> saying = candidates.stream()
                .filter(lesson -> Phrase.of(lesson.phrase()).equals(phrase))
                .toList();
        if (!called.isEmpty() && !saying.isEmpty() && !called.equals(saying)) {
            return new TeachOutcome.Ambiguous(asked, called.getFirst(), saying.getFirst());
        }
        List<Lesson> meant = called.isEmpty() ? saying : called;
        return meant.isEmpty() ? nothing(all, asked) : new TeachOutcome.Forgotten(meant);
    }

    private static TeachOutcome nothing(List<Lesson> all, String asked) {
        List<String> phrases = all.stream().map(Lesson::phrase).distinct().toList();
        Stream<String> near = Nearest.to(asked.toLowerCase(Locale.ROOT), phrases, TYPING_MISTAKES).stream();
        List<String> newest = new ArrayList<>(phrases).reversed();
        return new TeachOutcome.NothingTaught(
                asked,
                Stream.concat(near, newest.stream()).distinct().limit(NEAREST).toList());
    }

    private static Optional<Fault> ofPhrase(String words) {
        if (words.isEmpty()) {
            return Optional.of(Fault.NO_PHRASE);
        }
        return ofLength(words)
                .or(() -> UNSEEN.matcher(words).find() ? Optional.of(Fault.UNSEEN_LETTERS) : Optional.empty())
                .or(() -> Phrase.of(words).saysNothing() ? Optional.of(Fault.SAYS_NOTHING) : Optional.empty());
    }

    private static Optional<Fault> ofLength(String words) {
        return words.length() > LONGEST_PHRASE ? Optional.of(Fault.LONG_PHRASE) : Optional.empty();
    }

    private static Optional<Fault> ofPerson(String who) {
        boolean isName = !who.isBlank()
                && who.length() <= LONGEST_PERSON
                && !UNSEEN.matcher(who).find();
        return isName ? Optional.empty() : Optional.of(Fault.NO_PERSON);
    }

    private static Presence presence(Optional<Catalog> catalog, String metric) {
        return catalog.map(known -> known.metric(metric).isPresent() ? Presence.THERE : Presence.ABSENT)
                .orElse(Presence.UNCHECKED);
    }

    private TeachOutcome noSuch(String metric, int metrics) {
        List<String> nearest = known.search().search(metric.replaceAll("[._]+", " "), NEAREST).metrics().stream()
                .limit(NEAREST)
                .map(match -> match.metric().name())
                .toList();
        return new TeachOutcome.NoSuchMetric(metric, metrics, nearest);
    }

    private TeachOutcome notAllowed(String who, String what) {
        audit.record(new AuditEntry(now(), AuditEntry.Kind.REFUSED, who, "", "NOT_ALLOWED: " + what));
        return new TeachOutcome.NotAllowed();
    }

    /** To the millisecond, as the database keeps it. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
