package dashwright.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {
    @ParameterizedTest
    @CsvSource({
        "backfill, how is the B2 backfill doing?",
        "backfill, Backfills",
        "backfill, back-fill of the cache",
        "back fill, backfill",
        "not cached, files.not_cached",
        "notCached, files not cached",
        "depth of the queue, queue depth",
        "queue depth, the depth of our queue",
        "p95, 95th percentile of the sync",
        "зал, свободный зал",
        "同期, S3の同期",
        "the the, the the board"
    })
    void standsInATextHoweverItIsSpelledThere(String phrase, String text) {
        assertThat(Phrase.of(phrase).isIn(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "not cached, cached files",
        "queue depth, queue length",
        "current backlog, backlog",
        "backfill, fill the back of the queue",
        "backfill, ''",
        "'', backfill",
        "???, ???"
    })
    void doesNotStandWhereOneOfItsWordsIsMissing(String phrase, String text) {
        assertThat(Phrase.of(phrase).isIn(text)).isFalse();
    }

    @Test
    void isEqualToTheSameWordsInAnotherForm() {
        assertThat(Phrase.of("The Backfills!"))
                .isEqualTo(Phrase.of("backfill"))
                .hasSameHashCodeAs(Phrase.of("backfill"))
                .isNotEqualTo(Phrase.of("backfill errors"));
        assertThat(Phrase.of("queue depth")).isEqualTo(Phrase.of("depth of the queue"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "?!…", "dashboard", "the current trend", "over time", "show me", "7", "top 10 of it"})
    void saysNothingWithoutAWordAboutWhatIsMeasured(String text) {
        assertThat(Phrase.of(text).saysNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"backfill", "backfill dashboard", "404", "S3", "зал"})
    void saysSomethingWithOne(String text) {
        assertThat(Phrase.of(text).saysNothing()).isFalse();
    }
}
