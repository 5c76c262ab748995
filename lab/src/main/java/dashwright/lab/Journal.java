package dashwright.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What a simulated service received, newest last; bounded, so that a lab that runs for weeks does not grow. */
public final class Journal {
    private static final int KEPT = 5_000;
    private final Deque<Received> entries = new ArrayDeque<>();

    /** Records a request. */
    public synchronized void add(Received received) {
        entries.addLast(received);
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }

    /** What was received, oldest first. */
    public synchronized List<Received> entries() {
        return new ArrayList<>(entries);
    }

    /** Forgets what was received. */
    public synchronized void clear() {
        entries.clear();
    }
}
