package dashwright.lab.slack.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The modals that are open, in stacks, and everybody's Home tab. */
public final class Views {
    private final Map<String, View> modals = new LinkedHashMap<>();
    private final Map<String, View> homes = new LinkedHashMap<>();
    private final Watchers watchers;

    /** No view yet. */
    public Views(Watchers watchers) {
        this.watchers = watchers;
    }

    /** Opens a modal, or shows what has become of it. */
    public synchronized void show(View modal) {
        modals.put(modal.id(), modal);
        watchers.tell(new Change.Opened(modal));
    }

    /** Closes a modal and those above it. */
    public synchronized void close(View modal) {
        above(modal).forEach(view -> modals.remove(view.id()));
        modals.remove(modal.id());
        watchers.tell(new Change.Closed(modal));
    }

    /** Closes the whole stack that a modal is in. */
    public synchronized void clear(View modal) {
        Optional.ofNullable(modals.get(modal.root())).ifPresentOrElse(this::close, () -> close(modal));
    }

    private List<View> above(View modal) {
        return modals.values().stream()
                .filter(view -> modal.id().equals(view.previous()))
                .flatMap(view -> java.util.stream.Stream.concat(java.util.stream.Stream.of(view), above(view).stream()))
                .toList();
    }

    /** Publishes a Home tab. */
    public synchronized void publish(View home) {
        homes.put(home.user(), home);
        watchers.tell(new Change.Home(home));
    }

    /** The modal or Home tab of an id, or of an app's external id. */
    public synchronized Optional<View> find(String idOrExternal) {
        return java.util.stream.Stream.concat(modals.values().stream(), homes.values().stream())
                .filter(view -> view.id().equals(idOrExternal)
                        || view.definition().path("external_id").asText().equals(idOrExternal))
                .findFirst();
    }

    /** The modals before a user, the lowest first. */
    public synchronized List<View> modalsOf(String user) {
        return modals.values().stream().filter(view -> view.user().equals(user)).toList();
    }

    /** A user's Home tab. */
    public synchronized Optional<View> homeOf(String user) {
        return Optional.ofNullable(homes.get(user));
    }
}
