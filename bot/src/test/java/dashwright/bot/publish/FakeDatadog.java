package dashwright.bot.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.bot.approval.BoardLink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps boards as Datadog would, and fails on demand before or after it has kept one. */
final class FakeDatadog implements BoardWriter {
    /** What the next create meets. */
    enum Next {
        /** Nothing is made and the caller knows. */
        REFUSES,
        /** Nothing is made and the caller does not know. */
        LOSES_THE_REQUEST,
        /** A board is made and the caller does not know. */
        LOSES_THE_ANSWER,
        /** A board is made later, on {@link #deliverLate}. */
        ANSWERS_LATE,
        /** The process dies before the request leaves. */
        CALLER_DIES_BEFORE,
        /** The process dies after the board was made. */
        CALLER_DIES_AFTER
    }

    /** The process is gone: no handler of ours runs any more. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final List<ObjectNode> boards = new ArrayList<>();
    private final Deque<Next> next = new ArrayDeque<>();
    private final List<ObjectNode> late = new ArrayList<>();
    private final AtomicInteger creates = new AtomicInteger();
    private final AtomicInteger replaces = new AtomicInteger();
    private boolean listable = true;

    synchronized void next(Next failure) {
        next.add(failure);
    }

    synchronized void listable(boolean now) {
        listable = now;
    }

    synchronized void deliverLate() {
        boards.addAll(late);
        late.clear();
    }

    synchronized List<ObjectNode> boards() {
        return List.copyOf(boards);
    }

    int creates() {
        return creates.get();
    }

    @Override
    public synchronized BoardLink create(ObjectNode json) {
        creates.incrementAndGet();
        Next failure = next.poll();
        if (failure == null) {
            return keep(json);
        }
        switch (failure) {
            case REFUSES ->
                throw new BoardRefusedException("Datadog refused the board (403): the key lacks dashboards_write.");
            case LOSES_THE_REQUEST -> throw new IllegalStateException("timed out");
            case LOSES_THE_ANSWER -> {
                keep(json);
                throw new IllegalStateException("timed out");
            }
            case ANSWERS_LATE -> {
                late.add(json);
                throw new IllegalStateException("timed out");
            }
            case CALLER_DIES_BEFORE -> throw new Death();
            case CALLER_DIES_AFTER -> {
                keep(json);
                throw new Death();
            }
        }
        throw new AssertionError(failure);
    }

    @Override
    public synchronized Optional<BoardLink> findByMarker(String marker) {
        if (!listable) {
            throw new IllegalStateException("the list timed out");
        }
        for (int i = 0; i < boards.size(); i++) {
            if (boards.get(i).path("description").asText().contains(marker)) {
                return Optional.of(link(i));
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized Optional<ObjectNode> read(String id) {
        if (!listable) {
            throw new IllegalStateException("the board cannot be read");
        }
        return index(id) < boards.size() ? Optional.of(boards.get(index(id)).deepCopy()) : Optional.empty();
    }

    @Override
    public synchronized BoardLink replace(String id, ObjectNode json) {
        replaces.incrementAndGet();
        Next failure = next.poll();
        if (failure == Next.REFUSES) {
            throw new BoardRefusedException("Datadog refused the board (403): the key lacks dashboards_write.");
        }
        if (failure == Next.CALLER_DIES_BEFORE) {
            throw new Death();
        }
        if (failure == Next.LOSES_THE_REQUEST) {
            throw new IllegalStateException("timed out");
        }
        boards.set(index(id), json);
        if (failure == Next.CALLER_DIES_AFTER) {
            throw new Death();
        }
        if (failure == Next.LOSES_THE_ANSWER) {
            throw new IllegalStateException("timed out");
        }
        return link(index(id));
    }

    /** Someone edits a board in the browser. */
    synchronized void edited(int index, String title) {
        boards.get(index).put("title", title);
    }

    synchronized void deleted(int index) {
        boards.remove(index);
    }

    int replaces() {
        return replaces.get();
    }

    private static int index(String id) {
        return Integer.parseInt(id.substring("board-".length()));
    }

    private BoardLink keep(ObjectNode json) {
        boards.add(json);
        return link(boards.size() - 1);
    }

    private static BoardLink link(int index) {
        return new BoardLink("board-" + index, "https://dd.example/board-" + index);
    }
}
