package dashwright.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.tools.drafting.PlanningOutcome.Question;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsidesTest {
    private static Question told(String words) {
        return Asides.noBoard(words, () -> List.of("redis status")).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    alert me when s3 sync fails | alerts | s3 sync fails
                    please notify us if redis memory is high | alerts | redis memory is high
                    set up an alert for celery errors | alerts | celery errors
                    is everything ok? | everything | redis status
                    what's broken? | everything | redis status
                    how many downloads yesterday? | one number | downloads yesterday
                    """)
    void whatIsNoBoardIsSaidToBeSoWithABoardInItsPlace(String words, String why, String board) {
        Question question = told(words);
        assertThat(question.question()).contains(why).contains("I build");
        assertThat(question.choices()).containsExactly(board);
        assertThat(Asides.noBoard(board, List::of)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3 sync status",
                "how is the b2 cache backfill doing?",
                "tell me about redis",
                "is CI healthy this week?",
                "page load times",
                "alerts by monitor",
                "how is everything in redis and celery going these days"
            })
    void requestsForBoardsAreLeftAlone(String words) {
        assertThat(Asides.noBoard(words, List::of)).isEmpty();
        assertThat(Asides.isUndo(words)).isFalse();
        assertThat(Asides.asksForHealth(words)).isFalse();
    }

    @Test
    void knowsTheWordsForGoingBackAndForHowItIs() {
        assertThat(List.of("undo", "please undo that", "Undo!", "go back to the previous version"))
                .allMatch(Asides::isUndo);
        assertThat(List.of("is it healthy?", "how is it doing?", "is everything ok?", "what's the status?"))
                .allMatch(Asides::asksForHealth);
        assertThat(List.of("undo the window", "last 24 hours", "make it healthy"))
                .noneMatch(Asides::isUndo);
    }
}
