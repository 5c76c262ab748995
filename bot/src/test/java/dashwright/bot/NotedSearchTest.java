package dashwright.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import dashwright.catalog.sync.Allowance;
import dashwright.catalog.sync.LiveCatalog;
import dashwright.catalog.sync.MetricSource;
import dashwright.catalog.sync.SyncSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NotedSearchTest {
    private final TestClock clock = new TestClock();
    private final Source source = new Source();
    private final LiveCatalog live = new LiveCatalog(
            source,
            clock,
            SyncSettings.DEFAULT,
            Catalog.of(
                    List.of(
                            Metric.named("billing.invoices.sent"),
                            Metric.named("mail.letters.bounced"),
                            Metric.named("search.queries")),
                    List.of(),
                    clock.instant()));
    private final NotedSearch search = new NotedSearch(live.search(), live);

    /** Notes which metadata are read. */
    private static final class Source implements MetricSource {
        private final List<String> read = Collections.synchronizedList(new ArrayList<>());

        @Override
        public Page names(Filter filter, @Nullable String cursor) {
            return new Page(List.of(), null, false);
        }

        @Override
        public List<String> active(Duration within) {
            return List.of();
        }

        @Override
        public Metadata metadata(String metric) {
            read.add(metric);
            return new Metadata(MetricType.COUNT, Unit.NONE, "", "");
        }

        @Override
        public TagSet tags(String metric) {
            return TagSet.of(List.of());
        }

        @Override
        public List<String> carrying(String tagKey, String tagValue) {
            return List.of();
        }

        @Override
        public List<SpanGroup> spans() {
            return List.of();
        }

        @Override
        public @Nullable Allowance allowance() {
            return null;
        }
    }

    @Test
    void whatSomeoneWasShownIsReadFirstWhileNobodyAsks() {
        assertThat(search.search("letters bounced", 10).answered()).isTrue();

        live.readIdly(1);

        assertThat(source.read).containsExactly("mail.letters.bounced");
    }

    @Test
    void whetherThereIsAnyAnswerAndWhatIsNoneAreNotNoted() {
        search.search("letters bounced", 1);
        assertThat(search.search("zeppelin pressure", 10).answered()).isFalse();
        assertThat(search.judge("letters", "mail.letters.bounced")).isPresent();

        live.readIdly(1);

        assertThat(source.read).as("the first by name").containsExactly("billing.invoices.sent");
    }
}
