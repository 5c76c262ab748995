package dashwright.bot.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dashwright.bot.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Jdbi;

/** The database, opened, brought to the newest schema and known to be writable. */
public final class Store implements AutoCloseable {
    /** How long a writer waits for another before it gives up. */
    static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);

    private static final String SQLITE = "jdbc:sqlite:";

    private final HikariDataSource dataSource;
    private final Jdbi jdbi;

    private Store(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbi = Jdbi.create(dataSource);
    }

    /**
     * Opens the database of the settings, making folder, file and tables where they are missing.
     *
     * @throws StoreException where it cannot be used; the message says why and what to do
     */
    public static Store open(Settings.Store settings) {
        return open(settings, BUSY_TIMEOUT);
    }

    static Store open(Settings.Store settings, Duration busyTimeout) {
        makeFolder(settings.dataFolder());
        HikariDataSource dataSource = new HikariDataSource(pool(settings.jdbcUrl(), busyTimeout));
        try {
            refuseReadOnly(dataSource, settings);
            migrate(dataSource, settings);
            return new Store(dataSource);
        } catch (RuntimeException wrong) {
            dataSource.close();
            throw wrong;
        }
    }

    /** True where the database is there already, so that opening it makes nothing new. */
    public static boolean isThere(Settings.Store settings) {
        if (!settings.jdbcUrl().startsWith(SQLITE)) {
            return true;
        }
        String name = settings.jdbcUrl().substring(SQLITE.length());
        String file = name.replaceFirst("^file:", "").replaceFirst("\\?.*", "");
        try {
            return Files.isRegularFile(Path.of(file));
        } catch (InvalidPathException noFile) {
            return false;
        }
    }

    /** Where statements are run. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** True where the database answers within a second. */
    public boolean answers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException unreachable) {
            return false;
        }
    }

    @Override
    public void close() {
        dataSource.close();
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException wrong) {
            throw new StoreException(
                    "The data folder " + folder + " cannot be made ("
                            + wrong.getClass().getSimpleName()
                            + "). Give this user the right to write there, or set DASH_DATA to another folder.",
                    wrong);
        }
    }

    private static HikariConfig pool(String jdbcUrl, Duration busyTimeout) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(jdbcUrl);
        config.setMaximumPoolSize(4);
        // The pool itself connects lazily: the first connection is ours, so that we see the database's own error.
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(busyTimeout.plusSeconds(5).toMillis());
        config.addDataSourceProperty("busy_timeout", String.valueOf(busyTimeout.toMillis()));
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("synchronous", "FULL");
        // A transaction that begins by reading and then writes would fail at once instead of waiting for its turn.
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        return config;
    }

    /** Begins to write and takes it back, so that a database that cannot be written says so now. */
    private static void refuseReadOnly(HikariDataSource dataSource, Settings.Store settings) {
        try (Connection connection =
                        DriverManager.getConnection(settings.jdbcUrl(), dataSource.getDataSourceProperties());
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            // On a read-only database the line before quietly begins a transaction that only reads.
            statement.execute("CREATE TABLE can_write (yes INTEGER)");
            statement.execute("ROLLBACK");
            statement.execute("PRAGMA journal_mode=WAL");
        } catch (SQLException wrong) {
            throw StoreException.of(settings.jdbcUrl(), wrong);
        }
    }

    private static void migrate(HikariDataSource dataSource, Settings.Store settings) {
        Flyway flyway = Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/schema", "classpath:db/sqlite")
                .failOnMissingLocations(true)
                .load();
        try {
            refuseNewer(flyway, settings.jdbcUrl());
            flyway.migrate();
        } catch (FlywayException wrong) {
            throw isForeign(wrong) ? foreign(settings.jdbcUrl(), wrong) : StoreException.of(settings.jdbcUrl(), wrong);
        }
    }

    private static boolean isForeign(FlywayException failure) {
        return failure instanceof FlywayValidateException
                || failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE;
    }

    private static StoreException foreign(String jdbcUrl, FlywayException failure) {
        return new StoreException(
                "The tables of " + jdbcUrl + " were not made by Dashwright. Set DASH_DB to a database of its own.",
                failure);
    }

    private static void refuseNewer(Flyway flyway, String jdbcUrl) {
        for (MigrationInfo applied : flyway.info().applied()) {
            if (applied.getState() == MigrationState.FUTURE_SUCCESS
                    || applied.getState() == MigrationState.FUTURE_FAILED) {
                throw new StoreException("The database " + jdbcUrl + " has schema " + applied.getVersion()
                        + ", which is newer than this Dashwright knows. Run the newer Dashwright again, "
                        + "or set DASH_DB to another database.");
            }
        }
    }
}
