package dashwright.catalog.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** One process's way to a disk, as a database gives it, that fails when told to. */
final class MemoryStore implements SnapshotStore, Leases {
    private final Disk disk;
    private final InstantSource clock;
    private boolean readable = true;
    private boolean writable = true;
    private boolean tellsLeases = true;
    private long known;
    private int saves;

    MemoryStore(InstantSource clock) {
        this(new Disk(), clock);
    }

    MemoryStore(Disk disk, InstantSource clock) {
        this.disk = disk;
        this.clock = clock;
    }

    /** What a process shares through this disk; it waits for others by letting the clock move. */
    Sharing sharing(Pause pause) {
        return new Sharing(this, this, pause);
    }

    Sharing sharing() {
        return sharing(time -> {});
    }

    void isUnreadable() {
        readable = false;
    }

    void isUnwritable() {
        writable = false;
    }

    void tellsNoLeases() {
        tellsLeases = false;
    }

    void isDamaged() {
        byte[] bytes = disk.content;
        if (bytes != null) {
            bytes[bytes.length / 2] ^= 0x55;
        }
    }

    int saves() {
        return saves;
    }

    @Override
    public Optional<Snapshot> load() {
        if (!readable) {
            throw new SnapshotException("the disk is gone");
        }
        known = disk.version;
        return Optional.ofNullable(disk.content).map(SnapshotCodec::read);
    }

    @Override
    public Optional<Snapshot> loadIfChanged() {
        return disk.version == known ? Optional.empty() : load();
    }

    @Override
    public void save(Snapshot snapshot) {
        if (!writable) {
            throw new SnapshotException("the disk is full");
        }
        saves++;
        byte[] there = disk.content;
        boolean others = there != null && disk.version != known;
        Snapshot both = there != null && others ? snapshot.with(SnapshotCodec.read(there)) : snapshot;
        disk.content = SnapshotCodec.write(both);
        disk.version++;
        known = others ? known : disk.version;
    }

    @Override
    public Optional<Allowance> allowance() {
        return Optional.ofNullable(disk.allowance);
    }

    @Override
    public void save(Allowance allowance) {
        if (!writable) {
            throw new SnapshotException("the disk is full");
        }
        disk.allowance = allowance;
    }

    @Override
    public Optional<Instant> take(Work work, Duration lasting) {
        if (!tellsLeases) {
            throw new SnapshotException("the table is gone");
        }
        Disk.Held held = disk.leases.get(work);
        if (held != null && held.by() != this && held.until().isAfter(clock.instant())) {
            return Optional.of(held.until());
        }
        disk.leases.put(work, new Disk.Held(this, clock.instant().plus(lasting)));
        return Optional.empty();
    }

    @Override
    public void release(Work work) {
        Disk.Held held = disk.leases.get(work);
        if (held != null && held.by() == this) {
            disk.leases.remove(work);
        }
    }
}
