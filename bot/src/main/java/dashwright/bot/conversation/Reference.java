package dashwright.bot.conversation;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Short ids that connect what a person was told with what stands in the log. */
public final class Reference {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 4;

    private Reference() {}

    /** A new one, of eight letters and digits. */
    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
