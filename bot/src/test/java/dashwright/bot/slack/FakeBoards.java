package dashwright.bot.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.bot.approval.BoardLink;
import dashwright.bot.publish.BoardRefusedException;
import dashwright.bot.publish.BoardWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Keeps boards; refuses, waits or loses the request on demand. */
final class FakeBoards implements BoardWriter {
    final List<ObjectNode> written = Collections.synchronizedList(new ArrayList<>());
    final List<ObjectNode> replaced = Collections.synchronizedList(new ArrayList<>());
    /** The one board as it stands, null for none. */
    volatile @Nullable ObjectNode live;

    volatile String refusal = "";
    volatile boolean dies;
    volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public BoardLink create(ObjectNode json) {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (!refusal.isEmpty()) {
            throw new BoardRefusedException(refusal);
        }
        if (dies) {
            throw new IllegalStateException("connection cut");
        }
        written.add(json);
        live = json;
        return new BoardLink("board-0", "https://dd.example/board-0");
    }

    @Override
    public Optional<BoardLink> findByMarker(String marker) {
        return Optional.empty();
    }

    @Override
    public Optional<ObjectNode> read(String id) {
        return Optional.ofNullable(live);
    }

    @Override
    public BoardLink replace(String id, ObjectNode json) {
        if (!refusal.isEmpty()) {
            throw new BoardRefusedException(refusal);
        }
        live = json;
        replaced.add(json);
        return new BoardLink(id, "https://dd.example/" + id);
    }
}
