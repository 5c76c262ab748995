package dashwright.catalog.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read while nobody waits, and in which order. */
class IdleReadsTest {
    private final MovableClock clock = new MovableClock();
    private final MemoryStore store = new MemoryStore(clock);
    private final ListedSource source = new ListedSource(100)
            .has("a.first", MetricType.COUNT, Duration.ZERO, "", "env:prod")
            .has("a.later", MetricType.GAUGE, Duration.ZERO, "")
            .has("b.quiet", MetricType.GAUGE, Duration.ofDays(3), "")
            .has("c.third", MetricType.GAUGE, Duration.ZERO, "");
    private final LiveCatalog live = new LiveCatalog(source, clock, SyncSettings.DEFAULT, store.sharing());

    private List<String> readIdly(int most) {
        int before = source.asked().size();
        live.readIdly(most);
        List<String> asked =
                new ArrayList<>(source.asked().subList(before, source.asked().size()));
        asked.sort(null);
        return asked;
    }

    @Test
    void leavesWhatIsKeptForPeople() {
        live.refresh();
        source.allows(ReadRules.DEFAULT.keptForRequests() + 2);

        assertThat(live.readIdly(10).read()).isEqualTo(2);

        assertThat(source.readsLeft()).isEqualTo(ReadRules.DEFAULT.keptForRequests());
        assertThat(live.readIdly(10).read()).isZero();
        assertThat(live.describe(List.of("b.quiet")).unread()).as("a person's").isEmpty();
    }

    @Test
    void readsOneOfEachNamespaceFirstAndTheQuietOnesLast() {
        live.refresh();

        assertThat(readIdly(2)).containsExactly("metadata a.first", "metadata c.third");
        assertThat(readIdly(1)).containsExactly("metadata a.later");
        assertThat(readIdly(9)).containsExactly("metadata b.quiet");
        assertThat(readIdly(9)).as("nothing is left").isEmpty();
    }

    @Test
    void readsWhatIsQueriedBeforeTheRestAndItsTagsToo() {
        source.isQueried("b.quiet");
        live.refresh();

        assertThat(readIdly(2)).containsExactly("metadata b.quiet", "tags b.quiet");
    }

    @Test
    void readsWhatPeopleAskedForBeforeAllElse() {
        source.isQueried("a.later");
        live.refresh();
        source.allows(ReadRules.DEFAULT.reserve());
        assertThat(live.enrich(List.of("b.quiet")).unread()).hasSize(2);
        source.allows(100);

        assertThat(readIdly(2)).containsExactly("metadata b.quiet", "tags b.quiet");
        assertThat(readIdly(1)).containsExactly("metadata a.later");
    }

    @Test
    void remembersOverARestartWhatIsWanted() {
        source.isQueried("c.third");
        live.refresh();
        source.allows(ReadRules.DEFAULT.reserve());
        live.enrich(List.of("a.later"));
        source.allows(100);
        live.close();

        LiveCatalog after = new LiveCatalog(source, clock, SyncSettings.DEFAULT, store.sharing());
        int before = source.asked().size();
        after.readIdly(4);

        assertThat(source.asked().subList(before, source.asked().size()))
                .containsExactlyInAnyOrder("metadata a.later", "tags a.later", "metadata c.third", "tags c.third");
    }

    @Test
    void readsAgainWhatIsOldTheWantedFirst() {
        live.refresh();
        live.describe(List.of("a.first"));
        clock.moves(Duration.ofHours(1));
        source.allows(100, clock.instant().plus(Duration.ofHours(60)));
        readIdly(9);
        clock.moves(Duration.ofHours(24));

        assertThat(readIdly(2)).as("its tags were never read").containsExactly("metadata a.first", "tags a.first");
        assertThat(live.catalog().metrics()).allMatch(Metric::described);
        assertThat(readIdly(9)).containsExactly("metadata a.later", "metadata b.quiet", "metadata c.third");
    }

    @Test
    void readsOneOldDetailForThreeNewOnes() {
        live.refresh();
        readIdly(1);
        clock.moves(Duration.ofHours(25));
        source.allows(100, clock.instant().plus(Duration.ofHours(1)));
        source.hasLive("d.new", "e.new", "f.new");
        live.refresh();

        assertThat(readIdly(4))
                .containsExactly("metadata a.first", "metadata c.third", "metadata d.new", "metadata e.new");
    }

    @Test
    void doesNotAskForWhatIsGone() {
        live.refresh();
        source.loses("a.first");
        live.refresh();

        assertThat(readIdly(9)).containsExactly("metadata a.later", "metadata b.quiet", "metadata c.third");
    }

    @Test
    void isNotHeldUpByWhatTheSourceRefuses() {
        live.refresh();
        live.describe(List.of("a.first"));
        source.refuses(read -> read.equals("tags a.first"));

        assertThat(readIdly(2)).containsExactly("metadata a.later", "tags a.first");
        assertThat(readIdly(2)).as("not again at once").containsExactly("metadata b.quiet", "metadata c.third");

        clock.moves(Duration.ofHours(1));
        source.allows(100);
        source.refuses(read -> false);
        assertThat(readIdly(2)).containsExactly("tags a.first");
    }

    @Test
    void stopsWhereTheProgramEnds() {
        live.refresh();
        live.stop();

        LiveCatalog.IdleReads idle = live.readIdly(3);

        assertThat(idle.read()).isZero();
        assertThat(idle.unread()).hasSize(3).allMatch(each -> each.why().contains("about to end"));
        assertThat(source.askedFor("metadata")).isZero();
        assertThatThrownBy(live::refresh).hasMessageContaining("about to end");
    }
}
