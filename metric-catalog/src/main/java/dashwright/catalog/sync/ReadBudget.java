package dashwright.catalog.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The reads that a source still allows, and for what they may be spent. What the source tells counts; until it tells, what
 * was known before the last restart does, and without that the reads are counted here. Safe for threads.
 */
public final class ReadBudget {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private static final Duration LONGEST_WITHOUT_DATE = Duration.ofHours(12);

    private final Supplier<@Nullable Allowance> source;
    private final ReadRules rules;
    private final InstantSource clock;
    private @Nullable Allowance counted;
    private int underWay;

    /** What a read is for; each kind leaves more reads alone than the one before it. */
    public enum Purpose {
        /** The lists of names: without them there is no catalog, so they may take the last read. */
        LISTING,
        /** Details that a person waits for. */
        REQUEST,
        /** Details that nobody waits for. */
        IDLE
    }

    /**
     * The budget at one moment.
     *
     * @param limit the reads that a period allows
     * @param remaining the reads that are left
     * @param forRequests how many of them may be spent on what a person asks
     * @param forIdle how many of them may be spent on what nobody waits for
     * @param resetAt when all reads return; null where none was spent that is known of
     */
    public record Standing(
            int limit,
            int remaining,
            int forRequests,
            int forIdle,
            @Nullable Instant resetAt) {
        /** For people: {@code 12 of 100 metric reads left until 14:05 UTC}. */
        public String inWords() {
            return remaining + " of " + limit + " metric reads left"
                    + (resetAt == null ? "" : " until " + TIME.format(resetAt));
        }
    }

    /**
     * A budget.
     *
     * @param source what the source last told; null as long as it told nothing
     * @param before what was known before the last restart; empty for nothing
     */
    public ReadBudget(
            Supplier<@Nullable Allowance> source, Optional<Allowance> before, ReadRules rules, InstantSource clock) {
        this.source = source;
        this.rules = rules;
        this.clock = clock;
        this.counted = before.orElse(null);
    }

    /** The budget now. */
    public synchronized Standing standing() {
        Allowance known = known();
        Instant now = clock.instant();
        if (known == null || !now.isBefore(known.resetAt())) {
            int limit = limitOf(known);
            return standing(limit, limit, null);
        }
        return standing(known.limit(), known.remaining(), known.resetAt());
    }

    private Standing standing(int limit, int told, @Nullable Instant resetAt) {
        int remaining = Math.max(0, told - underWay);
        return new Standing(
                limit,
                remaining,
                Math.max(0, remaining - rules.leftAlone(Purpose.REQUEST)),
                Math.max(0, remaining - rules.leftAlone(Purpose.IDLE)),
                resetAt);
    }

    /** How many reads may be begun now for a purpose. */
    public int allowed(Purpose purpose) {
        return Math.max(0, standing().remaining() - rules.leftAlone(purpose));
    }

    /** Begins a read, which must be {@link #ended} or {@link #unused}; false where the budget does not allow it. */
    synchronized boolean begins(Purpose purpose) {
        if (allowed(purpose) == 0) {
            return false;
        }
        underWay++;
        return true;
    }

    /** Ends a read that was made, whatever came of it. */
    synchronized void ended() {
        underWay--;
        Allowance told = source.get();
        counted = told == null ? countedOneMore() : told;
    }

    /** Gives back a read that was not made. */
    synchronized void unused() {
        underWay--;
    }

    private Allowance countedOneMore() {
        Allowance before = counted;
        Instant now = clock.instant();
        if (before == null || !now.isBefore(before.resetAt())) {
            int limit = limitOf(before);
            return new Allowance(limit, Math.max(0, limit - 1), now.plus(rules.period()));
        }
        return new Allowance(before.limit(), Math.max(0, before.remaining() - 1), before.resetAt());
    }

    /** A refusal can name a limit of nothing; taken at its word, nothing would ever be asked again. */
    private int limitOf(@Nullable Allowance known) {
        return known == null || known.limit() == 0 ? rules.assumedLimit() : known.limit();
    }

    /** What is known of the limit, to be kept over a restart; empty where nothing is. */
    public synchronized Optional<Allowance> kept() {
        return Optional.ofNullable(known());
    }

    private @Nullable Allowance known() {
        Allowance told = source.get();
        return told == null ? counted : told;
    }

    /** Why a read for this purpose is not allowed now, and when it will be; for people. */
    public String refusal(Purpose purpose) {
        Standing now = standing();
        int alone = Math.min(now.remaining(), rules.leftAlone(purpose));
        return "of " + now.limit() + " metric reads an hour " + now.remaining()
                + (now.remaining() == 1 ? " is" : " are")
                + " left" + (alone == 0 ? "" : ", " + (alone == 1 ? "which is" : "which are") + " kept for others")
                + (now.resetAt() == null ? "" : "; all return at " + inWords(now.resetAt()));
    }

    private String inWords(Instant time) {
        boolean near = Duration.between(clock.instant(), time).compareTo(LONGEST_WITHOUT_DATE) < 0;
        return near ? TIME.format(time) : time.toString();
    }
}
