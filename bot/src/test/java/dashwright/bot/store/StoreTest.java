package dashwright.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.bot.Settings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    private Path folder;

    @Test
    void makesFolderFileAndTables() {
        Path data = folder.resolve("not/yet/there");

        try (Store store = Store.open(new Settings.Store(url(data.resolve("d.db")), data))) {
            assertThat(store.answers()).isTrue();
            assertThat(count(store, "proposals")).isZero();
        }

        assertThat(data.resolve("d.db")).exists();
    }

    @Test
    void keepsWhatWasWrittenOverARestart() {
        try (Store store = open()) {
            store.jdbi().useHandle(handle -> handle.execute("INSERT INTO deliveries VALUES ('Ev1', 1)"));
        }
        try (Store store = open()) {
            assertThat(count(store, "deliveries")).isOne();
        }
    }

    @Test
    void writesAheadAndWaitsForOtherWriters() {
        try (Store store = open()) {
            assertThat(pragma(store, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(store, "busy_timeout")).isEqualTo("5000");
            assertThat(pragma(store, "foreign_keys")).isEqualTo("1");
        }
    }

    @Test
    void aClosedStoreDoesNotAnswer() {
        Store store = open();
        store.close();

        assertThat(store.answers()).isFalse();
    }

    /**
     * Permissions stop nobody who runs as root. SQLite's file format has its own way to make a file read-only for
     * everyone: a write version above 2 in byte 18 (sqlite.org/fileformat2.html, 1.3.3).
     */
    @Test
    void aReadOnlyFileIsNamedWithWhatToDo() throws IOException {
        open().close();
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve("d.db").toFile(), "rw")) {
            file.seek(18);
            file.write(3);
        }

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is read-only")
                .hasMessageContaining("Give this user the right to write");
    }

    @Test
    void aDatabaseOpenedReadOnlyIsNamedWithWhatToDo() {
        open().close();
        String url = "jdbc:sqlite:file:" + folder.resolve("d.db") + "?mode=ro";

        assertThatThrownBy(() -> Store.open(new Settings.Store(url, folder)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is read-only");
    }

    @Test
    void aFileInTheDataFoldersPlaceIsNamedWithWhatToDo() throws IOException {
        Path data = Files.writeString(folder.resolve("data"), "a file");

        assertThatThrownBy(() -> Store.open(new Settings.Store(url(data.resolve("d.db")), data)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("data folder " + data + " cannot be made")
                .hasMessageContaining("DASH_DATA");
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsNamedWithWhatToDo() {
        // Not even root makes a folder among the kernel's.
        Path data = Path.of("/proc/dashwright");

        assertThatThrownBy(() -> Store.open(new Settings.Store(url(data.resolve("d.db")), data)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be made")
                .hasMessageContaining("set DASH_DATA to another folder");
    }

    @Test
    void aMissingFolderOfTheFileIsNamedWithWhatToDo() {
        String url = url(folder.resolve("missing/d.db"));

        assertThatThrownBy(() -> Store.open(new Settings.Store(url, folder)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be opened")
                .hasMessageContaining("Make the folder, or set DASH_DB");
    }

    @Test
    void aFolderInTheFilesPlaceIsNamedWithWhatToDo() throws IOException {
        Files.createDirectory(folder.resolve("d.db"));

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("a folder stands in the file's place");
    }

    @Test
    void aFileThatIsNoDatabaseIsNamedWithWhatToDo() throws IOException {
        Files.writeString(folder.resolve("d.db"), "not a database ".repeat(100), StandardCharsets.UTF_8);

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not an intact SQLite database")
                .hasMessageContaining("Restore it from a backup");
    }

    @Test
    void aLockedDatabaseIsNamedWithWhatToDo() throws SQLException {
        open().close();
        try (Connection other = DriverManager.getConnection(url(folder.resolve("d.db")));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            assertThatThrownBy(() -> Store.open(settings(), Duration.ofMillis(50)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is locked by another program")
                    .hasMessageContaining("End the program that holds it");
        }
    }

    @Test
    void aNewerSchemaIsNamedWithWhatToDo() {
        try (Store store = open()) {
            store.jdbi().useHandle(handle -> handle.execute("""
                            INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,
                                installed_by, installed_on, execution_time, success)
                            VALUES (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'x', '2030-01-01 00:00:00.000', 1, 1)"""));
        }

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has schema 99, which is newer")
                .hasMessageContaining("Run the newer Dashwright again");
    }

    @Test
    void anotherProgramsTablesAreNotTouched() throws SQLException {
        try (Connection other = DriverManager.getConnection(url(folder.resolve("d.db")));
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TABLE invoices (id TEXT)");
        }

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("were not made by Dashwright")
                .hasMessageContaining("Set DASH_DB to a database of its own");
    }

    private Store open() {
        return Store.open(settings());
    }

    private Settings.Store settings() {
        return new Settings.Store(url(folder.resolve("d.db")), folder);
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file;
    }

    private static String pragma(Store store, String name) {
        return store.jdbi()
                .withHandle(handle ->
                        handle.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }

    private static int count(Store store, String table) {
        return store.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Integer.class)
                        .one());
    }
}
