package dashwright.catalog.sync;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Numbers and texts from a stream, as {@link java.io.DataOutputStream} writes them. A catalog has millions, and
 * {@link java.io.DataInputStream} locks its buffer for each.
 */
final class ByteInput {
    private final InputStream in;
    private byte[] buffer;
    private int at;
    private int end;

    /** Reads from a stream, so many bytes at once. */
    ByteInput(InputStream in, int atOnce) {
        this.in = in;
        this.buffer = new byte[Math.max(atOnce, Long.BYTES)];
    }

    boolean readBoolean() throws IOException {
        require(1);
        return buffer[at++] != 0;
    }

    int readInt() throws IOException {
        require(Integer.BYTES);
        int number = 0;
        for (int left = Integer.BYTES; left > 0; left--) {
            number = number << Byte.SIZE | (buffer[at++] & 0xff);
        }
        return number;
    }

    long readLong() throws IOException {
        return (long) readInt() << Integer.SIZE | (readInt() & 0xffff_ffffL);
    }

    /** A text of so many bytes of UTF-8. */
    String readText(int bytes) throws IOException {
        require(bytes);
        at += bytes;
        return new String(buffer, at - bytes, bytes, StandardCharsets.UTF_8);
    }

    /** True where nothing comes any more; the stream's own checks of its end are then done. */
    boolean isAtEnd() throws IOException {
        return at == end && !fill(1);
    }

    private void require(int bytes) throws IOException {
        if (end - at < bytes && !fill(bytes)) {
            throw new EOFException("it ends too early");
        }
    }

    /** Reads on until so many bytes are there; false where the stream ends before. */
    private boolean fill(int bytes) throws IOException {
        byte[] next = bytes > buffer.length ? new byte[bytes] : buffer;
        int there = end - at;
        System.arraycopy(buffer, at, next, 0, there);
        buffer = next;
        at = 0;
        end = there + in.readNBytes(next, there, next.length - there);
        return end >= bytes;
    }
}
