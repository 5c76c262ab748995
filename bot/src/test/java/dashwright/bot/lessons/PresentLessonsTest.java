package dashwright.bot.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.bot.Fixtures;
import dashwright.bot.approval.Origin;
import dashwright.bot.approval.Proposal;
import dashwright.catalog.search.Lessons;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresentLessonsTest {
    private static final String NOT_CACHED = "warehouse.packaging.files.not_cached";

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
    void nothingIsKnownInAFreshDatabase() {
        assertThat(new PresentLessons(school.store).get()).isSameAs(Lessons.NONE);
    }

    /** The other process has a pool and a cache of its own; only the file is shared. */
    @Test
    void whatAnotherProcessTeachesAndForgetsCountsAtOnce() {
        PresentLessons ours = new PresentLessons(school.store);
        assertThat(school.finds(ours, "backfill")).isEmpty();
        try (School others = new School(folder)) {
            others.teaching().teach("backfill", NOT_CACHED, "maya", false);
            assertThat(school.finds(ours, "backfill")).containsExactly(NOT_CACHED);
            others.teaching().forget("backfill", Optional.empty(), "maya");
        }

        assertThat(school.finds(ours, "backfill")).isEmpty();
    }

    @Test
    void whatDidNotChangeIsNotReadAgain() {
        school.teaching().teach("backfill", NOT_CACHED, "maya", false);
        PresentLessons lessons = new PresentLessons(school.store);
        Lessons first = lessons.get();
        school.drafts("redis memory", "redis.mem.used");

        assertThat(lessons.get()).isSameAs(first);
        school.approved("maya", "redis memory", "redis.mem.used");
        assertThat(lessons.get()).isNotSameAs(first);
    }

    @Test
    void whatWasTaughtIsThereAfterARestart() {
        school.teaching().teach("backfill", NOT_CACHED, "maya", false);
        school.close();
        school = new School(folder);

        assertThat(school.finds(new PresentLessons(school.store), "backfill")).containsExactly(NOT_CACHED);
    }

    @Test
    void approvedAndRejectedBoardsOrderWhatIsNearlyEqual() {
        PresentLessons lessons = new PresentLessons(school.store);
        assertThat(school.finds(lessons, "redis mem")).containsExactly("redis.mem.lua", "redis.mem.used");

        school.approved("maya", "redis mem status", "redis.mem.used");
        assertThat(school.finds(lessons, "redis mem")).containsExactly("redis.mem.used", "redis.mem.lua");
        Proposal rejected = school.rejected("tomas", "redis mem", "redis.mem.used");
        school.rejected("alice", "redis mem", "redis.mem.used");
        assertThat(school.finds(lessons, "redis mem")).containsExactly("redis.mem.lua", "redis.mem.used");
        school.teaching().forget(rejected.id(), Optional.empty(), "maya");
        school.approved("bob", "redis mem", "redis.mem.used");
        assertThat(school.finds(lessons, "redis mem")).containsExactly("redis.mem.used", "redis.mem.lua");
    }

    @Test
    void aDraftThatNobodyDecidedOnTellsNothing() {
        school.drafts("redis mem", "redis.mem.used");

        assertThat(new PresentLessons(school.store).get()).isSameAs(Lessons.NONE);
    }

    /** Of an edit the words say what changed, not what the board is about. */
    @Test
    void anEditsDecisionIsLearnedForTheRequestThatTheBoardBeganWith() {
        Origin edit = new Origin("last 24 hours", "U0ASKER", "C0OPS", "1.2", "redis mem");
        school.approve("maya", school.drafts(edit, "redis.mem.used"));

        assertThat(school.teaching().list().decided())
                .extracting(DecidedBoard::request)
                .containsExactly("redis mem");
        assertThat(school.finds(new PresentLessons(school.store), "redis mem"))
                .containsExactly("redis.mem.used", "redis.mem.lua");
    }

    @Test
    void onlyTheNewestDecisionsAreLearnedFrom() {
        Proposal model = school.approved("maya", "redis mem", "redis.mem.used");
        school.store.jdbi().useTransaction(handle -> {
            for (int n = 0; n < DecidedBoards.MOST + 5; n++) {
                handle.execute(
                        "INSERT INTO proposals (id, request, requester, channel, thread, plan, json, hash, report, remarks,"
                                + " summary, created_at, expires_at, state, begun_as)"
                                + " SELECT ?, request, requester, channel, thread, plan, json, hash, report, remarks, summary,"
                                + " created_at, expires_at, state, ? FROM proposals WHERE id = ?",
                        "p" + n,
                        "request " + n,
                        model.id());
                handle.execute(
                        "INSERT INTO approvals VALUES (?, 'h', 'tomas', ?)",
                        "p" + n,
                        Fixtures.NOW.toEpochMilli() + n + 1);
            }
        });

        List<DecidedBoard> decided = school.teaching().list().decided();
        assertThat(decided).hasSize(DecidedBoards.MOST);
        assertThat(decided.getFirst().request()).isEqualTo("request " + (DecidedBoards.MOST + 4));
        assertThat(decided).noneMatch(board -> board.proposal().equals(model.id()));
    }

    @Test
    void aReportThatCannotBeReadTellsNothingAndBreaksNothing() {
        Proposal broken = school.approved("maya", "redis mem", "redis.mem.used");
        school.store
                .jdbi()
                .useHandle(
                        handle -> handle.execute("UPDATE proposals SET report = '{broken' WHERE id = ?", broken.id()));
        school.clock.advance(Duration.ofMinutes(1));
        school.approved("tomas", "backfill files", NOT_CACHED);

        assertThat(school.teaching().list().decided())
                .extracting(DecidedBoard::metrics)
                .containsExactly(List.of(NOT_CACHED), List.of());
    }

    @Test
    void whereTheDatabaseIsGoneTheSearchGoesOnWithWhatWasKnown() {
        school.teaching().teach("backfill", NOT_CACHED, "maya", false);
        PresentLessons lessons = new PresentLessons(school.store);
        Lessons known = lessons.get();
        PresentLessons knowsNothing = new PresentLessons(school.store);
        school.close();

        assertThat(lessons.get()).isSameAs(known);
        assertThat(knowsNothing.get()).isSameAs(Lessons.NONE);
    }
}
