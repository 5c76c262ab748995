package dashwright.tools.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.MetricType;
import dashwright.catalog.SpanGroup;
import dashwright.catalog.TagSet;
import dashwright.catalog.Unit;
import dashwright.catalog.search.Lessons;
import dashwright.catalog.sync.Allowance;
import dashwright.catalog.sync.LiveCatalog;
import dashwright.catalog.sync.MetricSource;
import dashwright.catalog.sync.SyncSettings;
import dashwright.catalog.sync.Unread;
import dashwright.catalog.sync.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnowledgeTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** Two metrics, and a record of what was read of them. */
    private static final class Source implements MetricSource {
        private final List<String> read = new ArrayList<>();
        private @Nullable Allowance allowance;

        @Override
        public Page names(Filter filter, @Nullable String cursor) {
            boolean none = filter.type() == MetricType.DISTRIBUTION;
            return new Page(none ? List.of() : List.of("mail.bounced", "mail.sent"), null, false);
        }

        @Override
        public List<String> active(Duration within) {
            return List.of("mail.bounced", "mail.sent");
        }

        @Override
        public Metadata metadata(String metric) {
            read.add("metadata " + metric);
            return new Metadata(MetricType.COUNT, Unit.of("message"), "Letters that came back", "");
        }

        @Override
        public TagSet tags(String metric) {
            read.add("tags " + metric);
            return TagSet.of(List.of("env:prod"));
        }

        @Override
        public List<String> carrying(String tagKey, String tagValue) {
            read.add("carrying " + tagKey + ":" + tagValue);
            return List.of("mail.sent");
        }

        @Override
        public List<SpanGroup> spans() {
            return List.of();
        }

        @Override
        public @Nullable Allowance allowance() {
            return allowance;
        }
    }

    @Test
    void whatIsReadOfALiveCatalogIsKnownAndFoundFromThenOn() {
        Source source = new Source();
        LiveCatalog live = new LiveCatalog(source, () -> NOW, SyncSettings.DEFAULT);
        live.refresh();
        LiveKnowledge knowledge = new LiveKnowledge(live, requests -> List.of(), () -> NOW);
        assertThat(knowledge.catalog().metrics()).noneMatch(Metric::described);
        assertThat(knowledge.search().search("letters", 5).metrics()).isEmpty();

        Catalog described = knowledge.describe(List.of("mail.bounced"));
        assertThat(described.metric("mail.bounced"))
                .get()
                .extracting(Metric::type)
                .isEqualTo(MetricType.COUNT);
        assertThat(knowledge.catalog()).isSameAs(described);
        assertThat(knowledge.search().search("letters", 5).metrics())
                .singleElement()
                .satisfies(match -> assertThat(match.metric().name()).isEqualTo("mail.bounced"));

        knowledge.describe(List.of("mail.bounced"));
        assertThat(source.read).containsExactly("metadata mail.bounced");
    }

    @Test
    void tagsAreReadOneByOneAndCarriersAtOnce() {
        Source source = new Source();
        LiveCatalog live = new LiveCatalog(source, () -> NOW, SyncSettings.DEFAULT);
        live.refresh();
        LiveKnowledge knowledge = new LiveKnowledge(live, requests -> List.of(), () -> NOW);
        assertThat(knowledge.enrich(List.of("mail.bounced")).metric("mail.bounced"))
                .get()
                .satisfies(
                        metric -> assertThat(metric.tags().has("env", "prod")).isTrue());
        assertThat(knowledge.carrying("service", "mailer").metric("mail.sent"))
                .get()
                .satisfies(metric ->
                        assertThat(metric.tags().has("service", "mailer")).isTrue());
        assertThat(source.read)
                .containsExactlyInAnyOrder("metadata mail.bounced", "tags mail.bounced", "carrying service:mailer");
    }

    @Test
    void remembersForEachRequestWhatCouldNotBeRead() {
        Source source = new Source();
        LiveCatalog live = new LiveCatalog(source, () -> NOW, SyncSettings.DEFAULT);
        live.refresh();
        source.allowance = new Allowance(100, 11, NOW.plusSeconds(1_800));
        LiveKnowledge knowledge = new LiveKnowledge(live, requests -> List.of(), () -> NOW);
        RequestPlanner.Knowledge one = knowledge.forRequest();
        source.allowance = new Allowance(100, 10, NOW.plusSeconds(1_800));

        one.enrich(List.of("mail.sent"));
        one.carrying("env", "prod");

        assertThat(one.unread())
                .extracting(Unread::wanted)
                .containsExactly(
                        new Wanted.Metadata("mail.sent"),
                        new Wanted.Tags("mail.sent"),
                        new Wanted.Carriers("env", "prod"));
        assertThat(one.unread()).allMatch(each -> NOW.plusSeconds(1_800).equals(each.readableAt()));
        assertThat(one.budget())
                .hasValueSatisfying(budget -> assertThat(budget.forRequests()).isZero());
        assertThat(knowledge.forRequest().unread()).as("another request").isEmpty();

        source.allowance = new Allowance(100, 100, NOW.plusSeconds(1_800));
        knowledge.describe(List.of("mail.sent"));
        assertThat(one.unread())
                .as("known by now, through another")
                .extracting(Unread::wanted)
                .doesNotContain(new Wanted.Metadata("mail.sent"));
    }

    /** A request that is planned in several searches must not mean one thing at first and another at the end. */
    @Test
    void searchesKnowWhatWasTaughtAndARequestKeepsWhatItBeganWith() {
        LiveCatalog live = new LiveCatalog(new Source(), () -> NOW, SyncSettings.DEFAULT);
        live.refresh();
        AtomicReference<Lessons> lessons = new AtomicReference<>(Lessons.NONE);
        LiveKnowledge knowledge = new LiveKnowledge(live, requests -> List.of(), () -> NOW, lessons::get);
        RequestPlanner.Knowledge before = knowledge.forRequest();
        lessons.set(Lessons.of(List.of(new Lessons.Taught("moonshot", "mail.sent", "maya")), List.of()));

        assertThat(knowledge.search().search("moonshot", 5).answered()).isTrue();
        assertThat(knowledge.forRequest().search().search("moonshot", 5).answered())
                .isTrue();
        assertThat(before.search().search("moonshot", 5).answered()).isFalse();
        assertThat(live.search().search("moonshot", 5).answered()).isFalse();
    }

    @Test
    void ofAFixedCatalogNothingMoreCanBeFoundOut() {
        Catalog catalog = Catalog.of(List.of(Metric.named("mail.sent")), List.of(), NOW);
        FixedKnowledge knowledge = new FixedKnowledge(catalog);
        assertThat(knowledge.describe(List.of("mail.sent"))).isSameAs(catalog);
        assertThat(knowledge.enrich(List.of("mail.sent"))).isSameAs(catalog);
        assertThat(knowledge.carrying("env", "prod")).isSameAs(catalog);
        assertThat(knowledge.search().search("mail", 5).metrics()).hasSize(1);
    }
}
