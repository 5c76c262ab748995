package dashwright.lab.slack.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What is wrong with some blocks, and what must be known of the workspace to tell. */
final class Problems {
    private final List<String> found = new ArrayList<>();
    private final Predicate<String> fileIsReady;

    Problems(Predicate<String> fileIsReady) {
        this.fileIsReady = fileIsReady;
    }

    void add(String words, String pointer) {
        found.add(words + " [json-pointer:" + pointer + "]");
    }

    boolean knowsFile(String idOrUrl) {
        return fileIsReady.test(idOrUrl);
    }

    List<String> found() {
        return List.copyOf(found);
    }
}
