package dashwright.catalog.sync;

import dashwright.catalog.sync.Leases.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps a catalog fresh while nobody asks: lists again what became old, and spends the idle reads on the details that are
 * most wanted. Of the processes that share a catalog one keeps it, and another takes over when that one ends.
 */
public final class Keeper implements AutoCloseable {
    /** Whoever stops the program waits no longer; a read that takes longer is left alone. */
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    /** A source that told nothing is left in peace for so long. */
    private static final Duration REST = Duration.ofMinutes(15);

    private final LiveCatalog catalog;
    private final Leases leases;
    private final InstantSource clock;
    private final Pace pace;
    private final Consumer<Round> told;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("catalog-keeper").factory());
    private Instant restsUntil = Instant.MIN;

    /**
     * How fast it works.
     *
     * @param every how long between two rounds
     * @param most how many details a round reads at the most
     */
    public record Pace(Duration every, int most) {
        /** A round a minute, so that another process soon takes over and what one reads is soon known to all. */
        public static final Pace DEFAULT = new Pace(Duration.ofMinutes(1), 8);

        public Pace {
            if (!every.isPositive() || most < 1) {
                throw new IllegalArgumentException(
                        "a keeper needs time between its rounds and at least one read in each," + " not " + every
                                + " and " + most);
            }
        }
    }

    /**
     * What came of one round.
     *
     * @param mine false where another process keeps the catalog
     * @param listed true where names were listed
     * @param read how many details were read
     * @param gaps what could not be read, in words for people
     */
    public record Round(boolean mine, boolean listed, int read, List<String> gaps) {
        public Round {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * A keeper that does nothing yet.
     *
     * @param leases decides which process keeps the catalog
     * @param told has each round, as for a log; it must not throw
     */
    public Keeper(LiveCatalog catalog, Leases leases, InstantSource clock, Pace pace, Consumer<Round> told) {
        this.catalog = catalog;
        this.leases = leases;
        this.clock = clock;
        this.pace = pace;
        this.told = told;
    }

    /** Begins, with a round at once. */
    public Keeper start() {
        var _ = rounds.scheduleWithFixedDelay(
                () -> told.accept(round()), 0, pace.every().toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** One round; whatever goes wrong in it, the next one may go well. */
    Round round() {
        try {
            if (isAnothers()) {
                catalog.adopt();
                return new Round(false, false, 0, List.of());
            }
            Instant before = catalog.catalog().takenAt();
            Synced synced = catalog.ensureFresh();
            int read = readIdly();
            catalog.save();
            return new Round(true, !synced.catalog().takenAt().equals(before), read, synced.gaps());
        } catch (RuntimeException wrong) {
            return new Round(true, false, 0, List.of(String.valueOf(wrong.getMessage())));
        }
    }

    private int readIdly() {
        if (clock.instant().isBefore(restsUntil)) {
            return 0;
        }
        LiveCatalog.IdleReads idle = catalog.readIdly(pace.most());
        if (idle.read() == 0 && !idle.unread().isEmpty()) {
            restsUntil = clock.instant().plus(REST);
        }
        return idle.read();
    }

    /** Where nobody can tell, it is better read twice than not at all. */
    private boolean isAnothers() {
        try {
            return leases.take(Work.KEEPING, pace.every().multipliedBy(3)).isPresent();
        } catch (SnapshotException unknown) {
            return false;
        }
    }

    /**
     * Stops the catalog, waits for what is under way where that takes seconds only, and leaves the catalog to another process.
     */
    @Override
    public void close() {
        catalog.stop();
        // Not interrupted: what was just read would be lost on its way into the index.
        rounds.shutdown();
        try {
            var _ = rounds.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        try {
            leases.release(Work.KEEPING);
        } catch (SnapshotException unknown) {
            // Then it ends by itself.
        }
    }
}
