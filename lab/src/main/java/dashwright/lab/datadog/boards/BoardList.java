package dashwright.lab.datadog.boards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A list that people put dashboards on by hand.
 *
 * @param id its id
 * @param name its name
 * @param created when it was created
 * @param modified when it was last changed
 * @param boards the ids of its dashboards
 */
record BoardList(long id, String name, Instant created, Instant modified, List<String> boards) {
    BoardList {
        boards = List.copyOf(boards);
    }

    BoardList named(String other, Instant now) {
        return new BoardList(id, other, created, now, boards);
    }

    BoardList with(List<String> others, Instant now) {
        return new BoardList(id, name, created, now, others);
    }

    List<String> and(List<String> added) {
        Set<String> all = new LinkedHashSet<>(boards);
        all.addAll(added);
        return List.copyOf(all);
    }

    List<String> without(List<String> removed) {
        List<String> rest = new ArrayList<>(boards);
        rest.removeAll(removed);
        return rest;
    }
}
