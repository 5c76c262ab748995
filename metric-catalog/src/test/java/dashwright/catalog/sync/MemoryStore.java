package dashwright.catalog.sync;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps bytes, as a database does, and fails when told to. */
final class MemoryStore implements SnapshotStore {
    private byte @Nullable [] content;
    private @Nullable Allowance allowance;
    private boolean readable = true;
    private boolean writable = true;
    private int saves;

    void isUnreadable() {
        readable = false;
    }

    void isUnwritable() {
        writable = false;
    }

    void isDamaged() {
        byte[] bytes = content;
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
        return Optional.ofNullable(content).map(SnapshotCodec::read);
    }

    @Override
    public void save(Snapshot snapshot) {
        if (!writable) {
            throw new SnapshotException("the disk is full");
        }
        saves++;
        content = SnapshotCodec.write(snapshot);
    }

    @Override
    public Optional<Allowance> allowance() {
        return Optional.ofNullable(allowance);
    }

    @Override
    public void save(Allowance known) {
        if (!writable) {
            throw new SnapshotException("the disk is full");
        }
        allowance = known;
    }
}
