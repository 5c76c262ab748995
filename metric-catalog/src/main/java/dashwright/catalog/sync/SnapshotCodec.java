package dashwright.catalog.sync;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A snapshot as bytes: a mark, the number of the form, and the content, compressed and with a checksum. A large
 * company's catalog is read in a fraction of a second.
 */
public final class SnapshotCodec {
    private static final int MARK = 0x4457_4341;
    private static final int FIRST_FORM = 1;
    private static final int FORM = 2;
    private static final int BUFFER = 1 << 16;

    private SnapshotCodec() {}

    /** The bytes of a snapshot. */
    public static byte[] write(Snapshot snapshot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream head = new DataOutputStream(bytes)) {
            head.writeInt(MARK);
            head.writeByte(FORM);
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new Fast(head), BUFFER))) {
                new SnapshotWriter(out).write(snapshot);
            }
        } catch (IOException e) {
            throw new SnapshotException("the catalog could not be put into bytes: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    /**
     * The snapshot of some bytes.
     *
     * @throws SnapshotException where they are not whole, or of a form that is not known here
     */
    public static Snapshot read(byte[] bytes) {
        try (DataInputStream head = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (head.readInt() != MARK) {
                throw new SnapshotException("what was kept is no catalog");
            }
            int form = head.readUnsignedByte();
            if (form != FORM && form != FIRST_FORM) {
                throw new SnapshotException(
                        "the catalog was kept by another version (form " + form + ", here " + FORM + " is known)");
            }
            ByteInput in = new ByteInput(new GZIPInputStream(head, BUFFER), BUFFER);
            SnapshotReader reader = new SnapshotReader(in);
            Snapshot snapshot = form == FORM ? reader.read() : reader.readFirstForm();
            if (!in.isAtEnd()) {
                throw new SnapshotException("the kept catalog goes on after its end");
            }
            return snapshot;
        } catch (IOException | IllegalArgumentException e) {
            String what = Objects.requireNonNullElse(e.getMessage(), "it ends too early");
            throw new SnapshotException("the kept catalog is damaged (" + what + ")", e);
        }
    }

    /** Twice as quick as the usual level and little larger. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
