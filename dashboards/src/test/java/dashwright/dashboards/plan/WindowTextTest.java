package dashwright.dashboards.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTextTest {
    @ParameterizedTest
    @CsvSource({"30m,PT30M", "4h,PT4H", "1d,P1D", "1w,P7D", "90s,PT90S", "1h30m,PT90M", "4H,PT4H", "PT5M,PT5M"})
    void readsWhatPeopleWrite(String text, Duration window) {
        assertThat(WindowText.parse(text)).contains(window);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "h", "4 hours", "4x", "-4h", "4h-", "99999999999d", "1mo"})
    void refusesAnythingElse(String text) {
        assertThat(WindowText.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT30M,30m",
        "PT90M,90m",
        "P1D,1d",
        "P14D,2w",
        "PT25H,25h",
        "PT61S,61s",
        "PT0S,PT0S",
        "PT-5M,PT-5M",
        "PT0.5S,PT0.5S"
    })
    void writesTheLargestUnitThatDividesIt(Duration window, String text) {
        assertThat(WindowText.format(window)).isEqualTo(text);
        assertThat(WindowText.parse(text)).contains(window);
    }

    @Test
    void survivesAbsurdLengths() {
        assertThat(WindowText.parse("999999999w999999999w")).isPresent();
        assertThat(WindowText.parse(WindowText.format(Duration.ofSeconds(Long.MAX_VALUE))))
                .contains(Duration.ofSeconds(Long.MAX_VALUE));
    }
}
