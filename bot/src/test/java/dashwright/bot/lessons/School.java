package dashwright.bot.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.bot.Fixtures;
import dashwright.bot.Settings;
import dashwright.bot.TestClock;
import dashwright.bot.approval.ApprovalOutcome;
import dashwright.bot.approval.Approvals;
import dashwright.bot.approval.Origin;
import dashwright.bot.approval.Proposal;
import dashwright.bot.approval.Proposals;
import dashwright.bot.approval.RejectionOutcome;
import dashwright.bot.audit.AuditLog;
import dashwright.bot.store.Store;
import dashwright.catalog.Catalog;
import dashwright.catalog.Metric;
import dashwright.catalog.search.CatalogIndex;
import dashwright.dashboards.plan.Panel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A team with a database in which things can be taught and boards decided on. */
final class School implements AutoCloseable {
    static final Catalog CATALOG = Catalog.of(
            Stream.of(
                            "warehouse.packaging.files.not_cached",
                            "warehouse.packaging.files.total",
                            "warehouse.filestorage.reconciled",
                            "redis.mem.used",
                            "redis.mem.lua")
                    .map(Metric::named)
                    .toList(),
            List.of(),
            Fixtures.NOW);

    final TestClock clock = new TestClock();
    final Store store;
    final AuditLog audit;
    final Proposals proposals;
    final Approvals approvals;
    private final Settings.Approval rights;

    /** A team of which these may approve and teach; all where none is named. */
    School(Path folder, String... approvers) {
        store = Fixtures.store(folder);
        audit = new AuditLog(store);
        rights = new Settings.Approval(Set.of(approvers));
        proposals = new Proposals(store, audit, clock, Proposals.DEFAULT_LIFETIME);
        approvals = new Approvals(store, proposals, audit, rights, clock);
    }

    Teaching teaching() {
        return teaching(Optional.of(CATALOG));
    }

    Teaching teaching(Optional<Catalog> catalog) {
        return new Teaching(store, audit, rights, KnownCatalog.kept(catalog), clock);
    }

    /** What a search by another process of this team finds now. */
    List<String> finds(PresentLessons lessons, String text) {
        return CatalogIndex.of(CATALOG).with(lessons.get()).search(text, 5).metrics().stream()
                .map(match -> match.metric().name())
                .toList();
    }

    /** Drafts a board of these metrics for a request. */
    Proposal drafts(String request, String... metrics) {
        return drafts(new Origin(request, "U0ASKER", "C0OPS", ""), metrics);
    }

    Proposal drafts(Origin origin, String... metrics) {
        Panel[] panels = IntStream.range(0, metrics.length)
                .mapToObj(at -> Fixtures.number("p" + at, "Panel " + at, metrics[at]))
                .toArray(Panel[]::new);
        return proposals.propose(Fixtures.draft(Fixtures.plan("Board", panels)), "", origin);
    }

    Proposal approved(String who, String request, String... metrics) {
        Proposal proposal = drafts(request, metrics);
        approve(who, proposal);
        return proposal;
    }

    void approve(String who, Proposal proposal) {
        assertThat(approvals.approve(proposal.id(), proposal.hash(), who)).isInstanceOf(ApprovalOutcome.Approved.class);
    }

    Proposal rejected(String who, String request, String... metrics) {
        Proposal proposal = drafts(request, metrics);
        assertThat(approvals.reject(proposal.id(), proposal.hash(), who)).isInstanceOf(RejectionOutcome.Rejected.class);
        return proposal;
    }

    @Override
    public void close() {
        store.close();
    }
}
