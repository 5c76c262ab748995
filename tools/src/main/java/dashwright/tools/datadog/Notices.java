package dashwright.tools.datadog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** What a person should know though nothing failed; each said once, the newest kept. */
final class Notices {
    private static final int MOST = 20;

    private final SequencedSet<String> notices = new LinkedHashSet<>();

    synchronized void add(String notice) {
        notices.remove(notice);
        notices.addLast(notice);
        if (notices.size() > MOST) {
            notices.removeFirst();
        }
    }

    synchronized List<String> all() {
        return List.copyOf(notices);
    }
}
