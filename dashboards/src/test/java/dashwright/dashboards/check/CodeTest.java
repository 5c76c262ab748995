package dashwright.dashboards.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CodeTest {
    @Test
    void everyCodeHasAStableIdAndASentence() {
        assertThat(Code.values()).allSatisfy(code -> {
            assertThat(code.id()).matches("[a-z]+(-[a-z]+)*");
            assertThat(code.description()).endsWith(".").hasSizeBetween(10, 120);
            assertThat(Code.of(code.id())).contains(code);
        });
        assertThat(Arrays.stream(Code.values()).map(Code::description)).doesNotHaveDuplicates();
        assertThat(Code.METRIC_UNKNOWN.id()).isEqualTo("metric-unknown");
        assertThat(Code.of("no-such-code")).isEmpty();
    }
}
