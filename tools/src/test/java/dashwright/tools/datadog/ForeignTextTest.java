package dashwright.tools.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text that somebody else wrote. */
class ForeignTextTest {
    @Test
    void takesControlAndInvisibleCharactersOut() {
        assertThat(ForeignText.clean("a\u0000b\u202Ec\u200Bd\n\n e\t", 100)).isEqualTo("abcd e");
    }

    @Test
    void keepsEveryScript() {
        assertThat(ForeignText.clean("Größe 件数 🚀", 100)).isEqualTo("Größe 件数 🚀");
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(ForeignText.clean("abcdef", 4)).isEqualTo("abc…");
        assertThat(ForeignText.clean("abcd", 4)).isEqualTo("abcd");
    }

    @Test
    void neverHalvesACharacter() {
        assertThat(ForeignText.clean("ab🚀🚀", 4)).isEqualTo("ab…");
    }
}
