package dashwright.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MrkdwnTest {
    @Test
    void escapesWhatSlackWouldRead() {
        assertThat(Mrkdwn.text("a <b> & c", 100)).isEqualTo("a &lt;b&gt; &amp; c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel>",
                "<!here>",
                "<!everyone>",
                "<@U0ALICE>",
                "<https://evil.example|click>",
                "<!subteam^S1>"
            })
    void nothingForeignPingsOrLinks(String foreign) {
        assertThat(Mrkdwn.text("look " + foreign, 200)).doesNotContain("<").doesNotContain(">");
        assertThat(Mrkdwn.code(foreign, 200)).doesNotContain("<").doesNotContain(">");
        assertThat(Mrkdwn.lines(foreign + "\n" + foreign, 200))
                .doesNotContain("<")
                .doesNotContain(">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@here", "@channel", "@Everyone"})
    void namesOfEverybodyAreBroken(String ping) {
        assertThat(Mrkdwn.text(ping + " wake up", 100)).doesNotContain(ping).contains("wake up");
        assertThat(Mrkdwn.plain(ping, 100)).doesNotContain(ping);
    }

    @Test
    void anAddressIsNoPing() {
        assertThat(Mrkdwn.text("ops@heretic.example", 100)).isEqualTo("ops@heretic.example");
    }

    @Test
    void codeCannotBeLeft() {
        assertThat(Mrkdwn.code("a` *bold* `b", 100)).isEqualTo("`a' *bold* 'b`");
        assertThat(Mrkdwn.code("", 100)).isEmpty();
    }

    @Test
    void linesAndDirectionsCannotBeForged() {
        assertThat(Mrkdwn.text("a\nApproved by you\u202Egnp\u0007", 100)).isEqualTo("a Approved by you gnp");
        assertThat(Mrkdwn.lines("one\r\ntwo\u2028three", 100)).startsWith("one\ntwo");
    }

    @Test
    void cutsBetweenCharactersAndShowsIt() {
        assertThat(Mrkdwn.text("abcdef", 4)).isEqualTo("abc…");
        assertThat(Mrkdwn.text("ab\uD83D\uDE00\uD83D\uDE00", 4)).isEqualTo("ab…");
        assertThat(Mrkdwn.text("abcd", 4)).isEqualTo("abcd");
    }

    @Test
    void cutsBeforeEscapingSoThatNoEntityIsHalved() {
        assertThat(Mrkdwn.text("<<<<<<", 3)).isEqualTo("&lt;&lt;…");
    }

    @ParameterizedTest
    @CsvSource({"U012AB3CD, <@U012AB3CD>", "alice, alice", "<!here>, &lt;!here&gt;"})
    void onlyIdsBecomeMentions(String user, String shown) {
        assertThat(Mrkdwn.user(user)).isEqualTo(shown);
    }

    @Test
    void onlyPlainWebAddressesBecomeLinks() {
        assertThat(Mrkdwn.link("https://dd.example/d/1?a=b&c=d", "Open <it>"))
                .isEqualTo("<https://dd.example/d/1?a=b&amp;c=d|Open &lt;it&gt;>");
        assertThat(Mrkdwn.link("javascript:alert(1)", "Open")).isEqualTo("Open");
        assertThat(Mrkdwn.link("https://dd.example/|x> <!channel>", "Open")).isEqualTo("Open");
    }
}
