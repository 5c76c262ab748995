package dashwright.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionValueTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void readsBackWhatItWrote() {
        DecisionValue value = new DecisionValue("0ilrq216g6nl41bl", HASH);

        assertThat(DecisionValue.read(value.text())).contains(value);
        assertThat(value.text().length()).isLessThanOrEqualTo(BlockList.LONGEST_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "id short", "id ' OR 1=1", "UPPER 0123"})
    void anythingElseIsNothing(String text) {
        assertThat(DecisionValue.read(text)).isEmpty();
    }
}
