package dashwright.bot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.bot.Fixtures;
import dashwright.bot.store.Store;
import java.nio.file.Path;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    @TempDir
    private Path folder;

    private Store store;
    private AuditLog audit;

    @BeforeEach
    void openTheStore() {
        store = Fixtures.store(folder);
        audit = new AuditLog(store);
    }

    @AfterEach
    void closeTheStore() {
        store.close();
    }

    @Test
    void tellsWhatHappenedToASubjectInOrder() {
        audit.record(entry(1, AuditEntry.Kind.APPROVED, "p1"));
        audit.record(entry(0, AuditEntry.Kind.PROPOSED, "p1"));
        audit.record(entry(0, AuditEntry.Kind.ASKED, "p2"));

        assertThat(audit.about("p1"))
                .extracting(AuditEntry::kind)
                .containsExactly(AuditEntry.Kind.PROPOSED, AuditEntry.Kind.APPROVED);
        assertThat(audit.newest(1)).containsExactly(entry(1, AuditEntry.Kind.APPROVED, "p1"));
    }

    @Test
    void theDatabaseRefusesToChangeAnEntry() {
        audit.record(entry(0, AuditEntry.Kind.PUBLISHED, "p1"));

        assertThatThrownBy(() -> store.jdbi().useHandle(handle -> handle.execute("UPDATE audit SET who = 'U0EVE'")))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("append-only");
        assertThat(audit.about("p1")).extracting(AuditEntry::who).containsExactly("U0ALICE");
    }

    @Test
    void theDatabaseRefusesToDeleteAnEntry() {
        audit.record(entry(0, AuditEntry.Kind.PUBLISHED, "p1"));

        assertThatThrownBy(() -> store.jdbi().useHandle(handle -> handle.execute("DELETE FROM audit")))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("append-only");
        assertThat(audit.about("p1")).hasSize(1);
    }

    @Test
    void anEntryOfATransactionThatFailsIsNotKept() {
        assertThatThrownBy(() -> store.jdbi().useTransaction(handle -> {
                    audit.record(handle, entry(0, AuditEntry.Kind.APPROVED, "p1"));
                    throw new IllegalStateException("died");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(audit.about("p1")).isEmpty();
    }

    @Test
    void longDetailIsCut() {
        AuditEntry entry = new AuditEntry(Fixtures.NOW, AuditEntry.Kind.FAILED, "U0ALICE", "p1", "x".repeat(10_000));

        assertThat(entry.detail()).hasSize(AuditEntry.LONGEST_DETAIL).endsWith("…");
    }

    @Test
    void everyEntryNamesWhoDidIt() {
        assertThatThrownBy(() -> new AuditEntry(Fixtures.NOW, AuditEntry.Kind.FAILED, " ", "p1", ""))
                .hasMessageContaining("names who did it");
    }

    private static AuditEntry entry(int seconds, AuditEntry.Kind kind, String subject) {
        return new AuditEntry(Fixtures.NOW.plusSeconds(seconds), kind, "U0ALICE", subject, "hash abc");
    }
}
