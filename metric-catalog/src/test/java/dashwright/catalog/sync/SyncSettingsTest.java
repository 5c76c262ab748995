package dashwright.catalog.sync;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SyncSettingsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> new SyncSettings(Duration.ZERO, 1, HOUR, HOUR)).hasMessageContaining("detailsKept");
        assertThatThrownBy(() -> new SyncSettings(HOUR, -1, HOUR, HOUR)).hasMessageContaining("reserve");
        assertThatThrownBy(() -> new SyncSettings(HOUR, 1, HOUR.negated(), HOUR))
                .hasMessageContaining("resumeWithin");
        assertThatThrownBy(() -> new SyncSettings(HOUR, 1, HOUR, HOUR.negated()))
                .hasMessageContaining("retryAfter");
    }
}
