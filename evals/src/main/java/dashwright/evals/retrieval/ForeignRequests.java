package dashwright.evals.retrieval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Requests about things that no monitoring product of the measured catalogs has.
 *
 * @param fitted those that were looked at when the confidence was fitted
 * @param keptAside those that were written afterwards
 */
record ForeignRequests(List<String> fitted, List<String> keptAside) {
    private static final String FILE = "foreign-requests.txt";
    private static final String SECOND = "[kept aside]";

    ForeignRequests {
        fitted = List.copyOf(fitted);
        keptAside = List.copyOf(keptAside);
    }

    static ForeignRequests read() throws IOException {
        try (InputStream in = Objects.requireNonNull(ForeignRequests.class.getResourceAsStream(FILE), FILE)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            int second = lines.indexOf(SECOND);
            return new ForeignRequests(
                    new ArrayList<>(lines.subList(1, second)), lines.subList(second + 1, lines.size()));
        }
    }
}
