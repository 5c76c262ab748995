package dashwright.catalog;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a catalog file, one after the other, however large the file or a line is. Bytes that are no UTF-8 become
 * replacement characters, so that they spoil their own line alone.
 */
final class CatalogLines implements Closeable {
    /** A line of more characters is not read: a metric with ten thousands of tag values has fewer. */
    static final int LONGEST = 1 << 24;

    /** What stands for bytes that are no UTF-8. */
    static final char UNREADABLE = '\uFFFD';

    private static final int MARK = 4;
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Reader reader;

    private CatalogLines(Reader reader) {
        this.reader = reader;
    }

    /**
     * Opens a file.
     *
     * @throws IOException where it cannot be read, or is no UTF-8 text as a whole, with a message that says what to do
     */
    static CatalogLines open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        try {
            bytes.mark(MARK);
            byte[] first = bytes.readNBytes(MARK);
            refuseOtherKinds(first);
            bytes.reset();
            // Some editors put a mark in front of the text, which is no part of it.
            bytes.skipNBytes(begins(first, UTF_8) ? UTF_8.length : 0);
            return new CatalogLines(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            bytes.close();
            throw unreadable;
        }
    }

    private static void refuseOtherKinds(byte[] first) throws IOException {
        if (begins(first, GZIP) || begins(first, ZIP)) {
            throw new IOException("it is compressed; unpack it and name the unpacked file");
        }
        if (begins(first, UTF_16_BIG) || begins(first, UTF_16_LITTLE)) {
            throw new IOException("it is UTF-16 text; save it as UTF-8");
        }
    }

    private static boolean begins(byte[] first, byte[] with) {
        return first.length >= with.length && Arrays.equals(first, 0, with.length, with, 0, with.length);
    }

    /**
     * A line.
     *
     * @param text without its end; only the beginning where it is too long
     * @param isTooLong true where it has more than {@link #LONGEST} characters
     */
    record Line(String text, boolean isTooLong) {}

    /** The next line, or null after the last one. */
    @Nullable
    Line next() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        int letter = reader.read();
        if (letter < 0) {
            return null;
        }
        for (; letter >= 0 && letter != '\n'; letter = reader.read()) {
            if (text.length() < LONGEST) {
                text.append((char) letter);
            } else {
                tooLong = true;
            }
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
            text.setLength(text.length() - 1);
        }
        return new Line(text.toString(), tooLong);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
