package dashwright.bot.slack;

import dashwright.tools.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Slack's request signature (docs: "Verifying requests from Slack"), checked more strictly than by the SDK, which accepts
 * any time ahead and compares letter by letter.
 */
public final class SignatureCheck {
    /** How far Slack's clock and ours may be apart, either way. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v0";

    private final Secret signingSecret;
    private final InstantSource clock;

    /** A check with the app's signing secret. */
    public SignatureCheck(Secret signingSecret, InstantSource clock) {
        this.signingSecret = signingSecret;
        this.clock = clock;
    }

    /**
     * True where Slack sent this, just now.
     *
     * @param timestamp the header {@code X-Slack-Request-Timestamp}, null where it is missing
     * @param signature the header {@code X-Slack-Signature}, null where it is missing
     * @param body the body as it came
     */
    public boolean accepts(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        if (timestamp == null || signature == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        byte[] expected = expected(timestamp, body).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    private String expected(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(signingSecret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
            return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            // Every Java platform has this algorithm.
            throw new IllegalStateException(missing);
        }
    }
}
