package dashwright.bot;

import dashwright.catalog.sync.CatalogStats;
import dashwright.catalog.sync.Keeper;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;

/** Logs what the keeper of the catalog did; the same complaint once, not each minute. */
final class KeeperLog implements Consumer<Keeper.Round> {
    private final Supplier<CatalogStats> stats;
    private final Logger log;
    private List<String> complained = List.of();
    private boolean kept;

    /**
     * A log.
     *
     * @param stats how the catalog stands
     */
    KeeperLog(Supplier<CatalogStats> stats, Logger log) {
        this.stats = stats;
        this.log = log;
    }

    @Override
    public void accept(Keeper.Round round) {
        if (kept != round.mine()) {
            kept = round.mine();
            log.info(kept ? "This process keeps the catalog" : "Another process keeps the catalog");
        }
        if (round.listed()) {
            CatalogStats now = stats.get();
            log.info(
                    "Listed {} metrics and {} kinds of spans; {}",
                    now.metrics(),
                    now.spans(),
                    now.budget().inWords());
        }
        if (round.read() > 0) {
            log.debug("Read {} details while nobody asked", round.read());
        }
        if (!round.gaps().equals(complained)) {
            complained = round.gaps();
            complained.forEach(gap -> log.warn("Not read: {}", gap));
        }
    }
}
