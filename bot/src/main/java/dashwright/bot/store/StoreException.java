package dashwright.bot.store;

import java.sql.SQLException;
import java.util.Locale;

/** The database cannot be used; the message says why, and what to do. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Puts SQLite's result codes (sqlite.org/rescode.html), as its driver writes them, into words for people.
     *
     * @param name the database as the person knows it
     */
    public static StoreException of(String name, Throwable failure) {
        String codes = messagesOf(failure);
        String database = "The database " + name;
        String words;
        if (codes.contains("SQLITE_READONLY") || codes.contains("READONLY_DIRECTORY")) {
            words =
                    " is read-only. Give this user the right to write the file and its folder, or set DASH_DB to another.";
        } else if (codes.contains("SQLITE_BUSY") || codes.contains("SQLITE_LOCKED")) {
            words = " is locked by another program. End the program that holds it, then start again.";
        } else if (codes.contains("SQLITE_NOTADB") || codes.contains("SQLITE_CORRUPT")) {
            words = " is not an intact SQLite database. Restore it from a backup, or set DASH_DB to another file.";
        } else if (codes.contains("SQLITE_CANTOPEN") || codes.contains("DOES NOT EXIST")) {
            words = " cannot be opened: its folder is missing, or a folder stands in the file's place."
                    + " Make the folder, or set DASH_DB to another file.";
        } else if (codes.contains("SQLITE_FULL") || codes.contains("SQLITE_IOERR")) {
            words = " cannot be written: the disk is full or failing. Free some space, then start again.";
        } else {
            words = " cannot be used: " + firstLine(failure) + ". Check DASH_DB and the file.";
        }
        return new StoreException(database + words, failure);
    }

    private static String messagesOf(Throwable failure) {
        StringBuilder messages = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            messages.append(cause.getMessage()).append('\n');
        }
        return messages.toString().toUpperCase(Locale.ROOT);
    }

    private static String firstLine(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof SQLException)) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("unknown");
    }
}
