package dashwright.bot.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishReaderTest {
    private final WishReader reader = new WishReader(Words.load());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            celery task errors and p95 | ERRORS LATENCY
            how long do uploads take | LATENCY
            requests per second of the api | THROUGHPUT
            worker memory and cpu | MEMORY CPU
            top uploaders | TOP
            backlog and trends of the mailer | BACKLOG TREND
            s3 sync status | ''
            kubernetes pods | ''
            """)
    void readsTheKindsOfFigures(String request, String facets) {
        assertThat(reader.read(request).facets())
                .extracting(Enum::name)
                .containsExactlyInAnyOrder(facets.isEmpty() ? new String[0] : facets.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "dns response time, dns",
        "requests per second of the api, requests api",
        "collector health, collector",
        "health of everything, health",
    })
    void takesTheSubjectFromWhatIsLeft(String request, String topic) {
        assertThat(reader.read(request).topic()).containsExactly(topic.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            redis memory over the last 24 hours | PT24H
            redis memory last week | P7D
            redis memory past 90 min | PT90M
            redis memory over 3 days | P3D
            redis memory 7d | P7D
            redis memory today | P1D
            is redis healthy this week? | P7D
            redis memory last 400 days | P30D
            redis memory last 2 months | P30D
            """)
    void readsTheWindow(String request, Duration window) {
        Wish wish = reader.read(request);
        assertThat(wish.window()).isEqualTo(window);
        assertThat(wish.topic()).contains("redis").doesNotContain("hours", "days", "week", "7d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis memory", "redis last 0 hours", "github.commits.total_7d", "p95 of redis"})
    void seesNoWindowWhereNoneIsNamed(String request) {
        assertThat(reader.read(request).window()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "cpu of workers in staging, staging",
        "cpu of workers env:eu-prod, eu-prod",
        "cpu of workers for PROD, prod",
    })
    void readsTheEnvironment(String request, String environment) {
        assertThat(reader.read(request).environment()).isEqualTo(environment);
        assertThat(reader.read(request).topic()).containsExactly("workers");
    }

    @Test
    void keepsDottedNamesWholeAndEachWordOnce() {
        Wish wish = reader.read("Show me redis.mem.used, job and jobs, please!");
        assertThat(wish.topic()).containsExactly("redis.mem.used", "job");
    }

    @Test
    void aQueueIsASubjectWhereNothingElseIsAskedFor() {
        assertThat(reader.read("queue depth").topic()).containsExactly("queue", "depth");
        assertThat(reader.read("errors of the mail queue").topic()).containsExactly("mail");
    }

    @Test
    void readsWhatToSplitBy() {
        Wish wish = reader.read("uploads by file_type");
        assertThat(wish.by()).containsExactly("file_type");
        assertThat(wish.topic()).containsExactly("uploads");
        assertThat(reader.read("top pods by memory").by()).isEmpty();
    }

    @Test
    void knowsThatFiguresAloneHaveNoSubject() {
        assertThat(reader.read("show me the latency").figuresOnly()).isTrue();
        assertThat(reader.read("show me the latency of redis").figuresOnly()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "!!! ??? ...", "\u0000\u0007\u202e", "-._-", "\ud83d\ude00\ud83d\ude00"})
    void findsNoTopicWhereThereAreNoWords(String request) {
        Wish wish = reader.read(request);
        assertThat(wish.topic()).isEmpty();
        assertThat(wish.figuresOnly()).isFalse();
    }

    @Test
    void readsOtherScripts() {
        assertThat(reader.read("ошибки очереди 検索").topic()).containsExactly("ошибки", "очереди", "検索");
    }

    @Test
    void boundsALongRequestAndKeepsCharactersWhole() {
        Wish words = reader.read("word ".repeat(4_000));
        assertThat(words.text()).hasSizeLessThanOrEqualTo(2_000);
        Wish pairs = reader.read("x" + "\ud83d\ude00".repeat(10_000));
        assertThat(pairs.text()).hasSizeLessThanOrEqualTo(2_000);
        assertThat(Character.isHighSurrogate(pairs.text().charAt(pairs.text().length() - 1)))
                .isFalse();
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            many.append("w").append(i).append(' ');
        }
        assertThat(reader.read(many.toString()).topic()).hasSizeLessThanOrEqualTo(24);
    }

    @Test
    void dropsControlCharactersFromTheText() {
        assertThat(reader.read("redis\u0000memory\nstatus").text()).isEqualTo("redis memory status");
        assertThat(reader.read("redis memory status").wants(Facet.MEMORY)).isTrue();
        assertThat(reader.read("redis memory status").facets()).isEqualTo(Set.of(Facet.MEMORY));
    }
}
