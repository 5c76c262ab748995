package dashwright.catalog.sync;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SyncSettingsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void refusesSettingsThatMakeNoSense() {
        ReadRules rules = ReadRules.DEFAULT;
        assertThatThrownBy(() -> new SyncSettings(Duration.ZERO, HOUR, HOUR, HOUR, rules))
                .hasMessageContaining("detailsKept");
        assertThatThrownBy(() -> new SyncSettings(HOUR, Duration.ZERO, HOUR, HOUR, rules))
                .hasMessageContaining("refreshAfter");
        assertThatThrownBy(() -> new SyncSettings(HOUR, HOUR, HOUR.negated(), HOUR, rules))
                .hasMessageContaining("resumeWithin");
        assertThatThrownBy(() -> new SyncSettings(HOUR, HOUR, HOUR, HOUR.negated(), rules))
                .hasMessageContaining("retryAfter");
        assertThatThrownBy(() -> new ReadRules(100, HOUR, -1, 50)).hasMessageContaining("reserve");
        assertThatThrownBy(() -> new ReadRules(100, Duration.ZERO, 1, 50)).hasMessageContaining("period");
        assertThatThrownBy(() -> new ReadRules(100, HOUR, 60, 50)).hasMessageContaining("keptForRequests");
    }
}
