package dashwright.bot.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dashwright.bot.Fixtures;
import dashwright.bot.audit.AuditEntry;
import dashwright.bot.lessons.TeachOutcome.Already;
import dashwright.bot.lessons.TeachOutcome.Ambiguous;
import dashwright.bot.lessons.TeachOutcome.Fault;
import dashwright.bot.lessons.TeachOutcome.Forgotten;
import dashwright.bot.lessons.TeachOutcome.Full;
import dashwright.bot.lessons.TeachOutcome.LeftOut;
import dashwright.bot.lessons.TeachOutcome.Misused;
import dashwright.bot.lessons.TeachOutcome.NoSuchMetric;
import dashwright.bot.lessons.TeachOutcome.NotAllowed;
import dashwright.bot.lessons.TeachOutcome.NothingTaught;
import dashwright.bot.lessons.TeachOutcome.Presence;
import dashwright.bot.lessons.TeachOutcome.Taught;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeachingTest {
    private static final String NOT_CACHED = "warehouse.packaging.files.not_cached";
    private static final String TOTAL = "warehouse.packaging.files.total";

    @TempDir
    private Path folder;

    private School school;

    @BeforeEach
    void open() {
        school = new School(folder);
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void whatIsTaughtIsListedWithWhoAndWhen() {
        Lesson lesson = taught("  backfill ", NOT_CACHED);

        assertThat(lesson).isEqualTo(new Lesson(lesson.id(), "backfill", NOT_CACHED, "maya", Fixtures.NOW));
        assertThat(school.teaching().list().lessons()).containsExactly(new LessonList.Entry(lesson, Presence.THERE));
    }

    @Test
    void teachingAndForgettingStandInTheAuditLog() {
        Lesson lesson = taught("backfill", NOT_CACHED);
        school.teaching().forget("backfill", Optional.empty(), "tomas");

        assertThat(school.audit.about(lesson.id()))
                .extracting(AuditEntry::kind, AuditEntry::who)
                .containsExactly(tuple(AuditEntry.Kind.TAUGHT, "maya"), tuple(AuditEntry.Kind.FORGOT, "tomas"));
        assertThat(school.audit.about(lesson.id()).getLast().detail())
                .contains("\"backfill\" means " + NOT_CACHED)
                .contains("taught by maya");
    }

    @ParameterizedTest
    @ValueSource(strings = {"backfill", "Backfills!", "the backfill"})
    void theSameWordsAreTaughtOnce(String again) {
        Lesson first = taught("backfill", NOT_CACHED);

        assertThat(school.teaching().teach(again, NOT_CACHED, "tomas", false)).isEqualTo(new Already(first));
        assertThat(school.teaching().list().lessons()).hasSize(1);
        taught(again, TOTAL);
        taught(again + " debt", NOT_CACHED);
        assertThat(school.teaching().list().lessons()).hasSize(3);
    }

    @Test
    void aMetricThatTheCatalogLacksIsNotTaughtButTheNearestAreNamed() {
        TeachOutcome outcome = school.teaching().teach("backfill", "warehouse.packaging.files.uncached", "maya", false);

        assertThat(outcome).isInstanceOfSatisfying(NoSuchMetric.class, none -> {
            assertThat(none.metrics()).isEqualTo(5);
            assertThat(none.nearest()).contains(NOT_CACHED, TOTAL).hasSizeLessThanOrEqualTo(3);
        });
        assertThat(school.teaching().list().lessons()).isEmpty();
    }

    @Test
    void itIsTaughtAllTheSameToWhoeverInsistsAndListedAsWithoutEffect() {
        TeachOutcome outcome = school.teaching().teach("backfill", "files.to_come", "maya", true);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Taught.class, taught -> assertThat(taught.presence()).isEqualTo(Presence.ABSENT));
        assertThat(school.teaching().list().lessons())
                .extracting(LessonList.Entry::presence)
                .containsExactly(Presence.ABSENT);
    }

    @Test
    void withoutAKnownCatalogItIsTaughtAndSaidThatNothingWasLookedUp() {
        Teaching teaching = school.teaching(Optional.empty());

        assertThat(teaching.teach("backfill", NOT_CACHED, "maya", false))
                .isInstanceOfSatisfying(
                        Taught.class, taught -> assertThat(taught.presence()).isEqualTo(Presence.UNCHECKED));
    }

    @ParameterizedTest
    @CsvSource({
        "'', NO_PHRASE",
        "'   ', NO_PHRASE",
        "'?!…', SAYS_NOTHING",
        "dashboard, SAYS_NOTHING",
        "show me the current trend, SAYS_NOTHING",
        "'back\u0007fill', UNSEEN_LETTERS",
        "'back\u202efill', UNSEEN_LETTERS",
        "'back\nfill', UNSEEN_LETTERS"
    })
    void aPhraseThatNobodyCouldMeanIsRefused(String phrase, Fault fault) {
        assertThat(school.teaching().teach(phrase, NOT_CACHED, "maya", true))
                .isEqualTo(new Misused(fault, phrase.strip()));
        assertThat(school.teaching().list().lessons()).isEmpty();
    }

    @Test
    void aPhraseLikeADocumentIsRefused() {
        String longest = "backfill ".repeat(11).strip();

        assertThat(fault(school.teaching().teach("x".repeat(10_000), NOT_CACHED, "maya", true)))
                .isEqualTo(Fault.LONG_PHRASE);
        assertThat(fault(school.teaching().forget("x".repeat(10_000), Optional.empty(), "maya")))
                .isEqualTo(Fault.LONG_PHRASE);
        assertThat(longest).hasSizeLessThanOrEqualTo(Teaching.LONGEST_PHRASE);
        assertThat(taught(longest, NOT_CACHED).phrase()).isEqualTo(longest);
    }

    @ParameterizedTest
    @CsvSource({"'', NO_METRIC", "9lives, NO_METRIC_NAME", "two words, NO_METRIC_NAME", "a{b}, NO_METRIC_NAME"})
    void whatIsNoMetricsNameIsRefused(String metric, Fault fault) {
        assertThat(fault(school.teaching().teach("backfill", metric, "maya", true)))
                .isEqualTo(fault);
    }

    @Test
    void somebodyMustTeach() {
        assertThat(fault(school.teaching().teach("backfill", NOT_CACHED, " ", false)))
                .isEqualTo(Fault.NO_PERSON);
        assertThat(fault(school.teaching().forget("backfill", Optional.empty(), "a\u0000b")))
                .isEqualTo(Fault.NO_PERSON);
    }

    @Test
    void onlyWhoMayApproveMayTeachAndForget(@TempDir Path other) {
        try (School strict = new School(other, "U0ALICE")) {
            Teaching teaching = strict.teaching();

            assertThat(teaching.teach("backfill", NOT_CACHED, "U0MALLORY", false))
                    .isEqualTo(new NotAllowed());
            assertThat(teaching.list().lessons()).isEmpty();
            assertThat(teaching.teach("backfill", NOT_CACHED, "U0ALICE", false)).isInstanceOf(Taught.class);
            assertThat(teaching.forget("backfill", Optional.empty(), "U0MALLORY"))
                    .isEqualTo(new NotAllowed());
            assertThat(teaching.list().lessons()).hasSize(1);
            assertThat(strict.audit.newest(1).getFirst())
                    .satisfies(entry -> assertThat(entry.kind()).isEqualTo(AuditEntry.Kind.REFUSED))
                    .satisfies(entry -> assertThat(entry.who()).isEqualTo("U0MALLORY"));
        }
    }

    @Test
    void aPhraseIsForgottenInAnyFormWithAllItsMeanings() {
        Lesson one = taught("backfill", NOT_CACHED);
        Lesson two = taught("backfill", TOTAL);
        Lesson other = taught("cache debt", NOT_CACHED);

        assertThat(school.teaching().forget("The Backfills", Optional.empty(), "maya"))
                .isEqualTo(new Forgotten(List.of(one, two)));
        assertThat(lessons()).containsExactly(other);
    }

    @Test
    void oneMeaningOfAPhraseIsForgotten() {
        Lesson one = taught("backfill", NOT_CACHED);
        Lesson two = taught("backfill", TOTAL);

        assertThat(school.teaching().forget("backfill", Optional.of(TOTAL), "maya"))
                .isEqualTo(new Forgotten(List.of(two)));
        assertThat(lessons()).containsExactly(one);
    }

    @Test
    void aLessonIsForgottenByItsIdWhichIsNeverGivenAgain() {
        Lesson one = taught("backfill", NOT_CACHED);

        assertThat(school.teaching().forget(one.id().toLowerCase(Locale.ROOT), Optional.empty(), "maya"))
                .isEqualTo(new Forgotten(List.of(one)));
        assertThat(taught("backfill", NOT_CACHED).id()).isNotEqualTo(one.id());
    }

    @Test
    void anIdThatIsAlsoAPhraseIsNotGuessedAt() {
        Lesson one = taught("backfill", NOT_CACHED);
        Lesson two = taught(one.id(), TOTAL);

        assertThat(school.teaching().forget(one.id(), Optional.empty(), "maya"))
                .isEqualTo(new Ambiguous(one.id(), one, two));
        assertThat(school.teaching().forget(one.id(), Optional.of(TOTAL), "maya"))
                .isEqualTo(new Forgotten(List.of(two)));
        assertThat(lessons()).containsExactly(one);
    }

    @Test
    void whatWasNotTaughtCannotBeForgottenAndTheLikeliestIsNamed() {
        assertThat(school.teaching().forget("backfill", Optional.empty(), "maya"))
                .isEqualTo(new NothingTaught("backfill", List.of()));
        taught("cache debt", NOT_CACHED);
        taught("backfill", NOT_CACHED);
        taught("moonshot", TOTAL);

        assertThat(school.teaching().forget("cashe debt", Optional.empty(), "maya"))
                .isEqualTo(new NothingTaught("cashe debt", List.of("cache debt", "moonshot", "backfill")));
        assertThat(school.teaching().forget("backfill", Optional.of("redis.mem.used"), "maya"))
                .isInstanceOf(NothingTaught.class);
        assertThat(lessons()).hasSize(3);
    }

    @Test
    void thereAreOnlySoManyLessons() {
        school.store.jdbi().useTransaction(handle -> {
            for (int n = 0; n < Teaching.MOST_LESSONS; n++) {
                handle.execute("INSERT INTO lessons VALUES (?, ?, 'a.b', 'maya', 1)", "X" + n, "phrase" + n);
            }
        });

        assertThat(school.teaching().teach("one more", NOT_CACHED, "maya", false))
                .isEqualTo(new Full(Teaching.MOST_LESSONS));
    }

    @Test
    void twoWhoTeachTheSameAtOnceTeachItOnce() throws InterruptedException, ExecutionException {
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<Future<TeachOutcome>> outcomes = people.invokeAll(IntStream.range(0, 8)
                    .<Callable<TeachOutcome>>mapToObj(
                            n -> () -> school.teaching().teach("backfill", NOT_CACHED, "person" + n, false))
                    .toList());
            int taught = 0;
            for (Future<TeachOutcome> outcome : outcomes) {
                taught += outcome.get() instanceof Taught ? 1 : 0;
            }
            assertThat(taught).isOne();
        }
        assertThat(lessons()).hasSize(1);
    }

    @Test
    void aDecisionIsTakenOutOfWhatIsLearnedFromButStands() {
        String id = school.approved("maya", "redis memory", "redis.mem.lua").id();
        school.clock.advance(Duration.ofMinutes(1));
        school.rejected("tomas", "redis memory", "redis.mem.used");
        Teaching teaching = school.teaching();
        assertThat(teaching.list().decided()).extracting(DecidedBoard::approved).containsExactly(false, true);

        assertThat(teaching.forget(id, Optional.empty(), "maya"))
                .isInstanceOfSatisfying(
                        LeftOut.class,
                        left -> assertThat(left.board().proposal()).isEqualTo(id));
        assertThat(teaching.list().decided()).extracting(DecidedBoard::by).containsExactly("tomas");
        assertThat(school.approvals.of(id)).isPresent();
        assertThat(school.audit.about(id)).extracting(AuditEntry::kind).endsWith(AuditEntry.Kind.FORGOT);
        assertThat(teaching.forget(id, Optional.empty(), "maya")).isInstanceOf(NothingTaught.class);
    }

    @Test
    void whatOnePersonDecidesAgainAndAgainIsOneDecisionAndGoesAsOne() {
        for (int n = 0; n < 20; n++) {
            school.approved("maya", "redis memory", "redis.mem.lua");
            school.clock.advance(Duration.ofMinutes(1));
        }
        school.approved("tomas", "redis memory", "redis.mem.lua");
        Teaching teaching = school.teaching();
        assertThat(teaching.list().decided()).extracting(DecidedBoard::by).containsExactly("tomas", "maya");

        teaching.forget(teaching.list().decided().getLast().proposal(), Optional.empty(), "alice");

        assertThat(teaching.list().decided()).extracting(DecidedBoard::by).containsExactly("tomas");
    }

    private Lesson taught(String phrase, String metric) {
        TeachOutcome outcome = school.teaching().teach(phrase, metric, "maya", false);
        assertThat(outcome).isInstanceOf(Taught.class);
        return ((Taught) outcome).lesson();
    }

    private List<Lesson> lessons() {
        return school.teaching().list().lessons().stream()
                .map(LessonList.Entry::lesson)
                .toList();
    }

    private static Fault fault(TeachOutcome outcome) {
        assertThat(outcome).isInstanceOf(Misused.class);
        return ((Misused) outcome).fault();
    }
}
