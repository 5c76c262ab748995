package dashwright.bot.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.bot.Fixtures;
import dashwright.dashboards.plan.PlanCodec;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database from before there were lessons keeps its boards, and what was decided on them is learned from. */
class LessonsMigrationTest {
    @TempDir
    private Path folder;

    @Test
    void decisionsFromBeforeAreLearnedFromForTheRequestThatTheirThreadBeganWith() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("test.db");
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/schema", "classpath:db/sqlite")
                .target("4")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            insert(statement, "first", "redis mem", "1.0", 1);
            insert(statement, "edit", "last 24 hours", "1.0", 2);
            insert(statement, "other", "mail sent", "2.0", 1);
            insert(statement, "alone", "disk space", "", 0);
            for (String decided : new String[] {"edit", "other", "alone"}) {
                statement.execute("INSERT INTO approvals VALUES ('" + decided + "', 'h', 'maya', 5)");
            }
        }

        try (School school = new School(folder)) {
            assertThat(school.teaching().list().decided())
                    .extracting(DecidedBoard::request)
                    .containsExactlyInAnyOrder("redis mem", "mail sent", "disk space");
            assertThat(school.finds(new PresentLessons(school.store), "redis mem"))
                    .containsExactly("redis.mem.used", "redis.mem.lua");
            assertThat(school.proposals
                            .newestInThread("C0OPS", "1.0")
                            .orElseThrow()
                            .origin()
                            .begunAs())
                    .isEqualTo("redis mem");
            assertThat(school.teaching(Optional.empty()).teach("backfill", "a.b", "maya", false))
                    .isInstanceOf(TeachOutcome.Taught.class);
        }
    }

    private static void insert(Statement statement, String id, String request, String thread, int at)
            throws SQLException {
        String plan = PlanCodec.writeYaml(Fixtures.plan()).replace("'", "''");
        statement.execute(
                "INSERT INTO proposals (id, request, requester, channel, thread, plan, json, hash, report, remarks,"
                        + " summary, created_at, expires_at, state) VALUES ('" + id + "', '" + request
                        + "', 'U0ASKER', 'C0OPS', '"
                        + thread + "', '" + plan + "', '{}', 'h',"
                        + " '{\"findings\": [], \"receipts\": [{\"widget\": \"w\", \"title\": \"t\", \"type\": \"note\", \"metrics\": ["
                        + "{\"name\": \"redis.mem.used\", \"type\": \"GAUGE\", \"unit\": {\"name\": \"\", \"per\": \"\"},"
                        + " \"liveness\": \"LIVE\", \"description\": \"\", \"tagsVerified\": []}], \"tried\": [], \"fit\": null,"
                        + " \"verdict\": \"LIVE\", \"explanation\": \"\"}]}', '[]', '', " + at + ", 10, 'OPEN')");
    }
}
