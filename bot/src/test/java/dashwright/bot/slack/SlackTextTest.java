package dashwright.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<@U0DASH> build s3 sync ~ build s3 sync",
                "<@U0DASH|dash>: build s3 ~ build s3",
                "  <@U0DASH> <@U0OTHER>, latency ~ latency",
                "errors of <https://pypi.org|pypi.org> ~ errors of pypi.org",
                "p95 &lt; 3 &amp; errors &gt; 0 ~ p95 < 3 & errors > 0",
                "&amp;lt;b&amp;gt; ~ &lt;b&gt;",
                "see <#C012|ops> ~ see ops",
                "<https://pypi.org> ~ https://pypi.org",
            })
    void readsWhatWasTyped(String delivered, String typed) {
        assertThat(SlackText.read(delivered)).isEqualTo(typed);
    }
}
