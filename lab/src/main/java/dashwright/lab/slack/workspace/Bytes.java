package dashwright.lab.slack.workspace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that do not change. */
public final class Bytes {
    private final byte[] value;

    private Bytes(byte[] value) {
        this.value = value;
    }

    /** A copy of these bytes. */
    public static Bytes copyOf(byte[] value) {
        return new Bytes(value.clone());
    }

    /** How many there are. */
    public int size() {
        return value.length;
    }

    /** A copy as an array. */
    public byte[] toArray() {
        return value.clone();
    }

    /** What they say in UTF-8. */
    public String utf8() {
        return new String(value, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return value.length + " bytes";
    }
}
