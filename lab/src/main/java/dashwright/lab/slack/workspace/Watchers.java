package dashwright.lab.slack.workspace;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who want to hear of changes. They are told in the order of the changes and must not take long. */
public final class Watchers {
    private final List<Consumer<Change>> watchers = new CopyOnWriteArrayList<>();

    /** Tells a watcher of every change until the result is run. */
    public Runnable watch(Consumer<Change> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** Tells all of a change. */
    public void tell(Change change) {
        watchers.forEach(watcher -> watcher.accept(change));
    }
}
