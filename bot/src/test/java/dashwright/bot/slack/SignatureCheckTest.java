package dashwright.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature;
import dashwright.bot.Fixtures;
import dashwright.bot.TestClock;
import dashwright.tools.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {
    private static final String SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final String BODY = "command=%2Fdash&text=build+s3+ünicode";

    private final TestClock clock = new TestClock();
    private final SignatureCheck check = new SignatureCheck(Secret.of(SIGNING_SECRET), clock);

    /** The example of Slack's documentation "Verifying requests from Slack". */
    @Test
    void acceptsSlacksOwnExample() {
        SignatureCheck then = new SignatureCheck(Secret.of(SIGNING_SECRET), () -> Instant.ofEpochSecond(1_531_420_618));
        String body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

        assertThat(then.accepts(
                        "1531420618",
                        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                        bytes(body)))
                .isTrue();
    }

    @Test
    void acceptsWhatSlacksSdkSigns() {
        assertThat(check.accepts(now(0), signature(now(0), BODY), bytes(BODY))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void acceptsClocksThatAreFiveMinutesApart(long seconds) {
        assertThat(check.accepts(now(seconds), signature(now(seconds), BODY), bytes(BODY)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -86_400, 86_400})
    void refusesOtherTimesBothWays(long seconds) {
        assertThat(check.accepts(now(seconds), signature(now(seconds), BODY), bytes(BODY)))
                .isFalse();
    }

    @Test
    void refusesAnotherBodyTimeOrSecret() {
        String signature = signature(now(0), BODY);

        assertThat(check.accepts(now(0), signature, bytes(BODY + "x"))).isFalse();
        assertThat(check.accepts(now(1), signature, bytes(BODY))).isFalse();
        assertThat(check.accepts(now(0), new SlackSignature.Generator("another").generate(now(0), BODY), bytes(BODY)))
                .isFalse();
    }

    @Test
    void refusesWhatIsMissingOrNoSignature() {
        assertThat(check.accepts(null, signature(now(0), BODY), bytes(BODY))).isFalse();
        assertThat(check.accepts(now(0), null, bytes(BODY))).isFalse();
        assertThat(check.accepts(now(0), "", bytes(BODY))).isFalse();
        assertThat(check.accepts("now", signature(now(0), BODY), bytes(BODY))).isFalse();
        assertThat(check.accepts("99999999999999999999", "v0=", bytes(BODY))).isFalse();
    }

    @Test
    void anOldSignatureStopsCounting() {
        String sent = now(0);
        String signature = signature(sent, BODY);
        clock.advance(Duration.ofMinutes(5).plusSeconds(1));

        assertThat(check.accepts(sent, signature, bytes(BODY))).isFalse();
    }

    private static String now(long offset) {
        return String.valueOf(Fixtures.NOW.getEpochSecond() + offset);
    }

    private static String signature(String timestamp, String body) {
        return new SlackSignature.Generator(SIGNING_SECRET).generate(timestamp, body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
