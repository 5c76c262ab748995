package dashwright.catalog.sync;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyncSettingsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<String> NAMES =
            List.of("detailsKept", "refreshAfter", "wholeAfter", "resumeWithin", "retryAfter", "goneKept");

    @Test
    void refusesSettingsThatMakeNoSense() {
        ReadRules rules = ReadRules.DEFAULT;
        for (int zero = 0; zero < 6; zero++) {
            Duration[] each = {HOUR, HOUR, HOUR, HOUR, HOUR, HOUR};
            // To wait no time after a failure makes sense, less does not.
            each[zero] = NAMES.get(zero).equals("retryAfter") ? HOUR.negated() : Duration.ZERO;
            assertThatThrownBy(() -> new SyncSettings(each[0], each[1], each[2], each[3], each[4], each[5], rules))
                    .hasMessageContaining(NAMES.get(zero));
        }
        assertThatThrownBy(() -> new ReadRules(100, HOUR, -1, 50)).hasMessageContaining("reserve");
        assertThatThrownBy(() -> new ReadRules(100, Duration.ZERO, 1, 50)).hasMessageContaining("period");
        assertThatThrownBy(() -> new ReadRules(100, HOUR, 60, 50)).hasMessageContaining("keptForRequests");
    }
}
