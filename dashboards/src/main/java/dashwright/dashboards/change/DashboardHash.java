package dashwright.dashboards.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint of what a dashboard shows: what a person approves, and what a live board is compared with. */
public final class DashboardHash {
    private DashboardHash() {}

    /**
     * The SHA-256 of the canonical form, as 64 lower-case hexadecimal digits.
     *
     * @throws IllegalArgumentException where the tree is too deep, as {@link CanonicalJson#of} says
     */
    public static String of(JsonNode dashboard) {
        byte[] text = CanonicalJson.text(dashboard).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(text));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
