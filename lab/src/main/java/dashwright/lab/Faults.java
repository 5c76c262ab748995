package dashwright.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait to hit a request; each is used up after so many hits. */
public final class Faults {
    private final List<Fault> waiting = new ArrayList<>();

    /** Adds a fault. */
    public synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    /** Takes all faults away. */
    public synchronized void clear() {
        waiting.clear();
    }

    /** The faults still waiting. */
    public synchronized List<Fault> waiting() {
        return List.copyOf(waiting);
    }

    /** The fault that hits this request, if any; it is used up by one. */
    public synchronized Optional<Fault> hit(String method, String path) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            boolean methodFits = fault.method().isEmpty() || fault.method().equalsIgnoreCase(method);
            if (methodFits && path.matches(fault.path())) {
                if (fault.times() == 1) {
                    waiting.remove(i);
                } else {
                    waiting.set(
                            i,
                            new Fault(
                                    fault.method(),
                                    fault.path(),
                                    fault.kind(),
                                    fault.status(),
                                    fault.delay(),
                                    fault.times() - 1));
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
