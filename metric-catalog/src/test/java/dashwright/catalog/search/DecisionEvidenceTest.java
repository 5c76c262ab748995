package dashwright.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.search.Lessons.Decided;
import dashwright.catalog.search.Lessons.Taught;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionEvidenceTest {
    /** Equals, which are ranked by their names as long as nobody decides. */
    private static final List<String> EQUALS = List.of("a.queue.load", "b.queue.load", "c.queue.load");

    private final CatalogIndex plain = CatalogIndex.of(catalogOf(
            "a.queue.load",
            "b.queue.load",
            "c.queue.load",
            "d.queue.depth",
            "mail.queue.load.of_the_other_kind_of_thing",
            "redis.mem.used"));

    @Test
    void anApprovedBoardRaisesItsMetricsAmongEquals() {
        assertThat(names(plain, "queue load")).startsWith(EQUALS.toArray(new String[0]));
        assertThat(names(decided(approved("maya", "queue load", "c.queue.load")), "queue load"))
                .startsWith("c.queue.load", "a.queue.load", "b.queue.load");
    }

    @Test
    void aRejectedBoardLowersItsMetricsAmongEquals() {
        assertThat(names(decided(rejected("maya", "queue load", "a.queue.load")), "queue load"))
                .startsWith("b.queue.load", "c.queue.load", "a.queue.load");
    }

    @Test
    void requestsOfOtherWordsTellNothing() {
        CatalogIndex index = decided(approved("maya", "pizza ovens", "c.queue.load"));

        assertThat(index.search("queue load", 5)).isEqualTo(plain.search("queue load", 5));
    }

    @Test
    void aRequestThatIsNearlyTheSameTellsMore() {
        assertThat(weight("queue load", "queue load")).isGreaterThan(weight("queue load of mail", "queue load"));
        assertThat(weight("queue load of mail", "queue load")).isGreaterThan(weight("mail load", "queue load"));
        assertThat(weight("show me the queue load over time", "queue load"))
                .isEqualTo(weight("queue load", "queue load"));
    }

    @Test
    void onePersonCountsOnceHoweverOftenTheyApprove() {
        Decided once = approved("maya", "queue load", "c.queue.load");
        List<Decided> often = new ArrayList<>(Collections.nCopies(20, once));
        // The same board for requests that differ by a word is the same person still.
        IntStream.range(0, 20).forEach(n -> often.add(approved("maya", "queue load of team" + n, "c.queue.load")));

        assertThat(weight(often, "queue load")).isEqualTo(weight(List.of(once), "queue load"));
    }

    @Test
    void severalPeopleCountMoreAndEachOneLess() {
        List<Double> weights = IntStream.rangeClosed(1, 50)
                .mapToObj(people -> weight(
                        IntStream.range(0, people)
                                .mapToObj(person -> approved("person" + person, "queue load", "c.queue.load"))
                                .toList(),
                        "queue load"))
                .toList();

        assertThat(weights).isSorted().doesNotHaveDuplicates().allMatch(weight -> weight > 0 && weight < 1);
        assertThat(weights.get(1) - weights.get(0)).isGreaterThan(weights.get(2) - weights.get(1));
    }

    @Test
    void aPersonWhoDecidesAnewChangesTheirMind() {
        Decided rejection = rejected("maya", "queue load", "c.queue.load");
        Decided approval = approved("maya", "queue load", "c.queue.load");

        assertThat(weight(List.of(rejection, approval), "queue load")).isNegative();
        assertThat(weight(List.of(approval, rejection), "queue load")).isPositive();
    }

    @Test
    void oneForAndOneAgainstTellNothing() {
        assertThat(weight(
                        List.of(
                                approved("maya", "queue load", "c.queue.load"),
                                rejected("tomas", "queue load", "c.queue.load")),
                        "queue load"))
                .isEqualTo(0, Offset.offset(1e-9));
    }

    /** However many decide, what is clearly better stays before what is not. */
    @Test
    void decisionsNeverOutrankWhatIsClearlyBetter() {
        List<Decided> crowd = new ArrayList<>();
        IntStream.range(0, 200).forEach(person -> {
            crowd.add(approved("person" + person, "queue load", "d.queue.depth"));
            crowd.add(rejected("person" + person, "queue load", "a.queue.load"));
        });

        assertThat(names(decided(crowd), "queue load").indexOf("a.queue.load"))
                .isLessThan(names(decided(crowd), "queue load").indexOf("d.queue.depth"));
    }

    @Test
    void decisionsNeverBringWhatTheSearchDidNotFind() {
        List<Decided> crowd = IntStream.range(0, 50)
                .mapToObj(person -> approved("person" + person, "queue load", "redis.mem.used", "gone.metric"))
                .toList();

        assertThat(names(decided(crowd), "queue load")).doesNotContain("redis.mem.used", "gone.metric");
    }

    @Test
    void decisionsNeverOutrankWhatWasTaught() {
        List<Decided> crowd = IntStream.range(0, 50)
                .mapToObj(person -> approved("person" + person, "queue load", "b.queue.load"))
                .toList();
        CatalogIndex index = plain.with(Lessons.of(List.of(new Taught("queue load", "redis.mem.used", "maya")), crowd));

        assertThat(names(index, "queue load")).startsWith("redis.mem.used", "b.queue.load", "a.queue.load");
    }

    @Test
    void theFirstOfOneIsTheFirstOfMany() {
        CatalogIndex index = decided(approved("maya", "queue load", "c.queue.load"));

        assertThat(index.search("queue load", 1).metrics())
                .isEqualTo(index.search("queue load", 10).metrics().subList(0, 1));
    }

    /** Whatever was decided: refused stays refused, answered stays answered, and nothing is added or lost. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noDecisionsChangeWhetherASearchHasAnAnswer(long seed) {
        CatalogIndex sample = CatalogIndex.of(Sample.catalog());
        List<String> metrics =
                Sample.catalog().metrics().stream().map(Metric::name).toList();
        List<String> texts = List.of(
                "redis memory",
                "pizza memory of the boy",
                "coffee machine temperature",
                "task failures",
                "ticket sales for the concert",
                "disk space of the concert hall",
                "average age of readers");
        Random random = new Random(seed);
        List<Decided> decided = IntStream.range(0, 100)
                .mapToObj(n -> new Decided(
                        texts.get(random.nextInt(texts.size())),
                        Set.of(metrics.get(random.nextInt(metrics.size()))),
                        "person" + random.nextInt(30),
                        random.nextBoolean()))
                .toList();
        CatalogIndex learned = sample.with(Lessons.of(List.of(), decided));
        for (String text : texts) {
            for (int limit : new int[] {1, 3, 40}) {
                SearchResult before = sample.search(text, limit);
                SearchResult after = learned.search(text, limit);
                assertThat(after.answered()).as(text + " " + limit).isEqualTo(before.answered());
                assertThat(after.missing()).isEqualTo(before.missing());
                assertThat(after.metrics()).hasSameSizeAs(before.metrics());
            }
            assertThat(names(learned, text)).containsExactlyInAnyOrderElementsOf(names(sample, text));
        }
    }

    private double weight(String decided, String asked) {
        return weight(List.of(approved("maya", decided, "c.queue.load")), asked);
    }

    private static double weight(List<Decided> decided, String asked) {
        return DecisionEvidence.of(decided).about(TextWords.of(asked).topics()).of("c.queue.load");
    }

    private CatalogIndex decided(Decided... decided) {
        return decided(List.of(decided));
    }

    private CatalogIndex decided(List<Decided> decided) {
        return plain.with(Lessons.of(List.of(), decided));
    }

    private static Decided approved(String by, String request, String... metrics) {
        return new Decided(request, Set.of(metrics), by, true);
    }

    private static Decided rejected(String by, String request, String... metrics) {
        return new Decided(request, Set.of(metrics), by, false);
    }

    private static List<String> names(CatalogIndex index, String text) {
        return index.search(text, 40).metrics().stream()
                .map(match -> match.metric().name())
                .toList();
    }

    private static Catalog catalogOf(String... names) {
        return Catalog.of(List.of(names).stream().map(Metric::named).toList(), List.of(), Instant.EPOCH);
    }
}
