package dashwright.tools.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.tools.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sites, addresses and keys. */
class DatadogSettingsTest {
    private static final Secret KEY = Secret.of("0123456789abcdef");

    @ParameterizedTest
    @CsvSource({
        "datadoghq.com,      https://api.datadoghq.com,     https://app.datadoghq.com",
        "datadoghq.eu,       https://api.datadoghq.eu,      https://app.datadoghq.eu",
        "us3.datadoghq.com,  https://api.us3.datadoghq.com, https://us3.datadoghq.com",
        "us5.datadoghq.com,  https://api.us5.datadoghq.com, https://us5.datadoghq.com",
        "ap1.datadoghq.com,  https://api.ap1.datadoghq.com, https://ap1.datadoghq.com",
        "ddog-gov.com,       https://api.ddog-gov.com,      https://app.ddog-gov.com",
        "us2.ddog-gov.com,   https://api.us2.ddog-gov.com,  https://us2.ddog-gov.com",
        "https://app.datadoghq.eu/, https://api.datadoghq.eu, https://app.datadoghq.eu"
    })
    void everySiteHasItsAddresses(String site, String api, String app) {
        DatadogSettings settings = DatadogSettings.of(site, null, KEY, KEY);

        assertThat(settings.api()).hasToString(api);
        assertThat(settings.app()).hasToString(app);
        assertThat(settings.page("/dashboard/abc")).hasToString(app + "/dashboard/abc");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8126/,          http://127.0.0.1:8126,          http://127.0.0.1:8126",
        "https://proxy.example/datadog,   https://proxy.example/datadog,  https://proxy.example/datadog",
        "https://api.us5.datadoghq.com,   https://api.us5.datadoghq.com,  https://us5.datadoghq.com"
    })
    void aFullAddressWinsOverASite(String url, String api, String app) {
        DatadogSettings settings = DatadogSettings.of("datadoghq.eu", url, KEY, KEY);

        assertThat(settings.api()).hasToString(api);
        assertThat(settings.app()).hasToString(app);
    }

    @Test
    void withoutAnythingItIsTheFirstSite() {
        assertThat(DatadogSettings.of(" ", null, KEY, KEY).api()).hasToString("https://api.datadoghq.com");
    }

    @Test
    void keysAreNotSentToASiteThatIsNone() {
        assertThatThrownBy(() -> DatadogSettings.of("datadog.com", null, KEY, KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'datadog.com' is not a Datadog site", "datadoghq.eu", "DD_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.datadoghq.com",
                "ftp://api.datadoghq.com",
                "https://",
                "https://a b",
                "https://user:word@host"
            })
    void refusesAnAddressThatIsNone(String url) {
        assertThatThrownBy(() -> DatadogSettings.forUrl(url, KEY, KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DD_URL must be a full address");
    }

    @Test
    void keysAreNotShown() {
        assertThat(DatadogSettings.of(null, null, KEY, KEY).toString()).doesNotContain("0123456789abcdef");
    }

    @Test
    void aPlaceholderForAKeyDoesNotGarbleMessages() {
        assertThat(Secret.of("a").maskIn("unable to parse")).isEqualTo("unable to parse");
        assertThat(KEY.maskIn("key 0123456789abcdef is bad")).isEqualTo("key ***** is bad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "abc\ndef", "clé"})
    void refusesAKeyThatIsNone(String key) {
        assertThatThrownBy(() -> Secret.of(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToWaitForNoTime() {
        assertThatThrownBy(
                        () -> new DatadogSettings.Timeouts(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
