package dashwright.catalog.sync;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What processes share: bytes with a version, an allowance, and who holds which lease. */
final class Disk {
    byte @Nullable [] content;
    long version;

    @Nullable
    Allowance allowance;

    final Map<Leases.Work, Held> leases = new EnumMap<>(Leases.Work.class);

    /** A lease that a process holds. */
    record Held(MemoryStore by, Instant until) {}
}
