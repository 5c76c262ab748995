package dashwright.catalog.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.catalog.Liveness;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How few reads a listing takes, and what it concludes from which list. */
class LiveCatalogListingTest {
    private static final Duration HOUR = Duration.ofMinutes(61);

    private final MovableClock clock = new MovableClock();
    private final MemoryStore store = new MemoryStore(clock);
    private final ListedSource source = new ListedSource(100);
    private final LiveCatalog live = start();

    private LiveCatalog start() {
        return new LiveCatalog(source, clock, SyncSettings.DEFAULT, store.sharing());
    }

    private Liveness liveness(String name) {
        return live.catalog().metric(name).map(Metric::liveness).orElseThrow();
    }

    private List<String> asked(Runnable work) {
        int before = source.asked().size();
        work.run();
        List<String> asked =
                new ArrayList<>(source.asked().subList(before, source.asked().size()));
        asked.remove("spans");
        return asked;
    }

    private static String[] named(String stem, int count) {
        return IntStream.range(0, count).mapToObj(i -> stem + ".m" + i).toArray(String[]::new);
    }

    @Test
    void listsWhoReportsInOneReadEach() {
        source.hasLive(named("many", 250)).has("z.dist", MetricType.DISTRIBUTION, Duration.ZERO, "");

        assertThat(asked(live::refresh))
                .containsExactly(
                        "names all 720h first",
                        "names all 720h 100",
                        "names all 720h 200",
                        "names all 720h 251",
                        "active 1h",
                        "active 24h",
                        "names DISTRIBUTION 720h first",
                        "names queried 720h first");
        assertThat(live.catalog().metrics()).hasSize(251);
    }

    @Test
    void listsEveryHourWhoReportsAndOnceADayAllNames() {
        source.hasLive("a").has("b.quiet", MetricType.COUNT, Duration.ofDays(9), "");
        live.ensureFresh();
        source.hasLive("c.new");
        clock.moves(HOUR);

        assertThat(asked(live::ensureFresh)).containsExactly("active 1h", "active 24h");

        assertThat(liveness("c.new")).isEqualTo(Liveness.LIVE);
        assertThat(liveness("b.quiet")).as("silent, and known").isEqualTo(Liveness.QUIET);
        assertThat(live.stats().listedAt()).isEqualTo(clock.instant());
        assertThat(live.stats().wholeAt()).isEqualTo(MovableClock.START);
        clock.moves(Duration.ofDays(1));
        source.allows(100, clock.instant().plus(HOUR));
        assertThat(asked(live::ensureFresh)).contains("names all 720h first");
    }

    @Test
    void whoFallsSilentIsRecentThenQuietAndGoneOnceAllNamesAreListed() {
        source.hasLive("a", "b");
        live.ensureFresh();
        source.has("b", MetricType.COUNT, Duration.ofHours(2), "");
        clock.moves(HOUR);
        live.ensureFresh();
        assertThat(liveness("b")).isEqualTo(Liveness.RECENT);

        source.loses("b");
        clock.moves(HOUR);
        live.ensureFresh();
        assertThat(liveness("b"))
                .as("not listed for a day, and nobody said more")
                .isEqualTo(Liveness.QUIET);

        live.refresh();
        assertThat(liveness("b")).isEqualTo(Liveness.GONE);

        source.hasLive("b");
        clock.moves(HOUR);
        live.ensureFresh();
        assertThat(liveness("b")).as("it came back").isEqualTo(Liveness.LIVE);
    }

    @Test
    void whatIsGoneStaysKnownForNinetyDays() {
        source.hasLive("a").has("b.lost", MetricType.COUNT, Duration.ZERO, "Counted letters");
        live.refresh();
        live.describe(List.of("b.lost"));
        source.loses("b.lost");
        clock.moves(Duration.ofDays(1));
        source.allows(null);
        live.refresh();
        assertThat(live.stats().gone()).isEqualTo(1);

        clock.moves(Duration.ofDays(89));
        live.close();
        LiveCatalog restarted = start();
        restarted.refresh();
        assertThat(restarted.catalog().metric("b.lost"))
                .hasValueSatisfying(lost -> assertThat(lost.description()).isEqualTo("Counted letters"));

        clock.moves(Duration.ofDays(1));
        restarted.refresh();
        assertThat(restarted.catalog().metric("b.lost")).isEmpty();
    }

    /** Names that carry an id come and go by the thousand, and would otherwise soon be more than those that are there. */
    @Test
    void remembersNoMoreThatIsGoneThanIsThere() {
        source.hasLive("a");
        source.allows(null);
        for (int day = 0; day < 3; day++) {
            String[] pods = named("pod" + day, 800);
            source.hasLive(pods);
            live.refresh();
            for (String pod : pods) {
                source.loses(pod);
            }
            clock.moves(Duration.ofDays(1));
        }

        live.refresh();

        assertThat(live.stats().gone()).isEqualTo(1_000);
        assertThat(live.catalog().metricsUnder("pod2.")).as("the last to go").hasSize(800);
    }

    @Test
    void listsByPagesWhereTheWholeListIsRefused() {
        source.hasLive(named("many", 150)).has("z.recent", MetricType.COUNT, Duration.ofHours(3), "");
        source.refuses(read -> read.startsWith("active"));

        Synced synced = live.refresh();

        assertThat(synced.gaps()).isEmpty();
        assertThat(liveness("many.m149")).isEqualTo(Liveness.LIVE);
        assertThat(liveness("z.recent")).isEqualTo(Liveness.RECENT);
        assertThat(source.asked()).contains("names all 1h 100", "names all 24h 100");
    }

    @Test
    void listsByPagesWhereAWholeListWasCutOnTheWay() {
        source.hasLive(named("many", 150)).has("a.recent", MetricType.COUNT, Duration.ofHours(3), "");
        // The list of the day begins with another name, so that fewer of the hour's are on it.
        source.cuts(names -> names.subList(0, Math.min(names.size(), names.contains("a.recent") ? 100 : 150)));

        live.refresh();

        assertThat(live.catalog().metrics()).hasSize(151);
        assertThat(live.catalog().metricsUnder("many.")).allMatch(metric -> metric.liveness() == Liveness.LIVE);
        assertThat(liveness("a.recent")).isEqualTo(Liveness.RECENT);
        assertThat(source.asked()).contains("names all 1h 100", "names all 24h 100");
    }

    @Test
    void aListThatFailedIsTriedAgainInAMinuteFromItsCursorOn() {
        source.hasLive(named("many", 250));
        source.refuses(read -> read.startsWith("active") || read.equals("names all 1h 200"));
        Synced first = live.ensureFresh();
        assertThat(first.gaps())
                .singleElement()
                .asString()
                .contains("within an hour")
                .contains("503");
        assertThat(liveness("many.m0")).as("on a page that was read").isEqualTo(Liveness.LIVE);
        assertThat(liveness("many.m99")).as("who is absent is not known").isEqualTo(Liveness.UNKNOWN);
        source.refuses(read -> false);
        assertThat(asked(live::ensureFresh)).as("not at once").isEmpty();
        clock.moves(Duration.ofMinutes(1));

        assertThat(asked(live::ensureFresh)).containsExactly("names all 1h 200", "names all 1h 250");

        assertThat(live.ensureFresh().gaps()).isEmpty();
        assertThat(liveness("many.m99")).isEqualTo(Liveness.LIVE);
    }

    @Test
    void aListThatKeepsFailingIsLeftToTheNextListing() {
        source.hasLive("a");
        source.refuses(read -> read.startsWith("names DISTRIBUTION"));
        for (int minute = 0; minute < 10; minute++) {
            live.ensureFresh();
            clock.moves(Duration.ofMinutes(1));
        }

        assertThat(source.askedFor("names DISTRIBUTION")).isEqualTo(3);
        assertThat(live.ensureFresh().gaps()).singleElement().asString().contains("distributions", "503");

        clock.moves(HOUR);
        assertThat(live.ensureFresh().gaps())
                .as("who reports was listed, and this still was not")
                .hasSize(1);
    }

    @Test
    void goesOnAfterARestartFromTheCursorOfAListingThatBroke() {
        source.hasLive(named("many", 250));
        source.refuses(read -> read.equals("names all 720h 200"));
        assertThatThrownBy(live::refresh).isInstanceOf(SourceException.class);
        live.close();
        source.refuses(read -> false);

        LiveCatalog restarted = start();

        assertThat(asked(restarted::ensureFresh)).startsWith("names all 720h 200", "names all 720h 250", "active 1h");
        assertThat(restarted.catalog().metrics()).hasSize(250);
    }

    @Test
    void aListingThatIsStoppedHasNotFailed() {
        source.hasLive(named("many", 250));
        for (int start = 0; start < 3; start++) {
            LiveCatalog stopping = start();
            source.meanwhile(stopping::stop);
            assertThatThrownBy(stopping::refresh).hasMessageContaining("about to end");
            stopping.close();
        }

        assertThat(start().refresh().catalog().metrics()).hasSize(250);
        assertThat(source.askedFor("names all 720h"))
                .as("one page in each start")
                .isEqualTo(4);
    }

    @Test
    void givesWhatReportsWhereTheListOfAllNamesStaysBroken() {
        source.hasLive("a").has("b.quiet", MetricType.COUNT, Duration.ofDays(3), "");
        source.refuses(read -> read.startsWith("names all 720h"));
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(live::refresh).hasMessageContaining("503");
        }

        Synced synced = live.refresh();

        assertThat(synced.catalog().metrics()).extracting(Metric::name).containsExactly("a");
        assertThat(synced.gaps()).anyMatch(gap -> gap.startsWith("the names of the metrics: "));
    }

    @Test
    void saysNobodyIsGoneWhereTheListOfAllNamesBroke() {
        source.hasLive("a").has("b.quiet", MetricType.COUNT, Duration.ofDays(3), "");
        live.refresh();
        source.refuses(read -> read.startsWith("names all 720h"));
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(live::refresh).hasMessageContaining("503");
        }

        live.refresh();

        assertThat(liveness("b.quiet")).isEqualTo(Liveness.QUIET);
    }

    @Test
    void listsWhoReportsWhereTheReadsAreNotEnoughForAllNames() {
        source.hasLive(named("many", 250));
        live.ensureFresh();
        clock.moves(Duration.ofHours(25));
        source.allows(4, clock.instant().plus(HOUR));

        assertThat(asked(live::ensureFresh)).containsExactly("active 1h", "active 24h");
    }

    @Test
    void spansStayKnownBetweenListings() {
        SpanGroup group = new SpanGroup("worker", "celery.run", "tasks.sync_file_to_cache", 5);
        source.hasLive("a");
        source.hasSpans(group);
        live.ensureFresh();
        live.close();

        assertThat(start().search().search("sync_file_to_cache spans", 3).spans())
                .singleElement()
                .satisfies(match -> assertThat(match.spans()).isEqualTo(group));
    }

    @Test
    void spansOfANightlyJobStayKnownByDay() {
        SpanGroup nightly = new SpanGroup("worker", "celery.run", "tasks.compact", 5);
        SpanGroup daily = new SpanGroup("web", "http.request", "GET /", 900);
        source.hasLive("a");
        source.hasSpans(daily, nightly);
        live.ensureFresh();
        live.close();
        LiveCatalog restarted = start();
        source.hasSpans(new SpanGroup("web", "http.request", "GET /", 7));
        source.allows(null);
        clock.moves(Duration.ofDays(7));
        restarted.refresh();

        assertThat(restarted.catalog().spans())
                .containsExactly(new SpanGroup("web", "http.request", "GET /", 7), nightly);

        clock.moves(Duration.ofDays(1));
        restarted.refresh();
        assertThat(restarted.catalog().spans()).as("not seen for eight days").hasSize(1);
    }

    @Test
    void keepsABoundedNumberOfSpans() {
        source.hasLive("a");
        source.allows(null);
        for (int look = 0; look < 4; look++) {
            int of = look;
            source.hasSpans(IntStream.range(0, 1_000)
                    .mapToObj(i -> new SpanGroup("web", "http", "GET /" + of + "/" + i, 5))
                    .toArray(SpanGroup[]::new));
            live.refresh();
            clock.moves(Duration.ofMinutes(1));
        }

        assertThat(live.catalog().spans()).hasSize(2_000);
        assertThat(live.catalog().spans().getFirst().resource()).startsWith("GET /3/");
        assertThat(live.catalog().spans().getLast().resource()).startsWith("GET /2/");
    }

    @Test
    void statisticsCostNoReadOnceAnythingIsKnown() {
        source.hasLive("a");
        source.allows(3);
        assertThat(live.ensureKnown().catalog().metrics()).hasSize(1);
        source.allows(100);
        clock.moves(Duration.ofDays(3));

        assertThat(asked(live::ensureKnown)).isEmpty();
    }
}
