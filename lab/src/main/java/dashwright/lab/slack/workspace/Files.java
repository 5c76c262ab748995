package dashwright.lab.slack.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The uploaded files; the oldest go where there are too many. */
public final class Files {
    private static final int KEPT = 1_000;
    private final Map<String, StoredFile> files = new LinkedHashMap<>();

    /** Keeps a file, or what has become of it. */
    public synchronized void put(StoredFile file) {
        files.put(file.id(), file);
        if (files.size() > KEPT) {
            files.remove(files.keySet().iterator().next());
        }
    }

    /** The file of an id. */
    public synchronized Optional<StoredFile> find(String id) {
        return Optional.ofNullable(files.get(id));
    }

    /** All files, oldest first. */
    public synchronized List<StoredFile> all() {
        return new ArrayList<>(files.values());
    }
}
