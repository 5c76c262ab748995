package dashwright.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappedTest {
    @Test
    void breaksBetweenWords() {
        assertThat(Wrapped.lines("How long tasks ran, in the worker", 12, 5))
                .containsExactly("How long", "tasks ran,", "in the", "worker");
    }

    @Test
    void showsThatSomethingIsCutOff() {
        assertThat(Wrapped.lines("How long tasks ran in the worker", 12, 2)).containsExactly("How long", "tasks ran…");
        assertThat(Wrapped.lines("exactly12345 exactly12345 more", 12, 2))
                .containsExactly("exactly12345", "exactly1234…");
    }

    @Test
    void lineBreaksOfOthersAreSpaces() {
        assertThat(Wrapped.lines("one\n 2. forged.metric\r\n\u2028why", 80, 2))
                .containsExactly("one 2. forged.metric why");
    }

    @Test
    void breaksAWordThatIsLongerThanALine() {
        assertThat(Wrapped.lines("x".repeat(25), 10, 5)).containsExactly("x".repeat(10), "x".repeat(10), "xxxxx");
    }

    @Test
    void countsWideSignsTwiceAndMarksNotAtAll() {
        assertThat(Wrapped.lines("数据库数据库", 6, 5)).containsExactly("数据库", "数据库");
        assertThat(Wrapped.lines("🚀🚀🚀", 4, 5)).containsExactly("🚀🚀", "🚀");
        assertThat(Wrapped.lines("e\u0301e\u0301e\u0301", 3, 5)).containsExactly("e\u0301e\u0301e\u0301");
    }

    @Test
    void marksWithoutEndTakeBoundedRoom() {
        List<String> lines = Wrapped.lines("e" + "\u0301".repeat(100_000), 80, 2);

        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).hasSizeLessThan(400));
    }

    @Test
    void nothingIsNoLine() {
        assertThat(Wrapped.lines(" \n\t ", 80, 2)).isEmpty();
    }
}
