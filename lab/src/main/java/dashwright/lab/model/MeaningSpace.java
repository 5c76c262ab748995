package dashwright.lab.model;

import dashwright.lab.world.signal.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Vectors for texts, a pure function of the text: what words look like (their groups of three letters) and what they mean
 * (a small table of concepts) each add a direction of their own, so that texts of like words or like meaning are close.
 */
final class MeaningSpace {
    /** Numbers of a vector unless fewer are asked for. */
    static final int DIMENSIONS = 256;

    private static final String CONCEPTS = "concepts.txt";
    private static final double MEANING = 1;
    private static final double LOOKS = 0.6;
    private static final int GROUP = 3;

    /** Shorter words ("of", "in", "is") mean nothing by themselves. */
    private static final int SHORTEST = 3;

    private final Map<String, String> conceptByBeginning;

    private MeaningSpace(Map<String, String> conceptByBeginning) {
        this.conceptByBeginning = conceptByBeginning;
    }

    /** The space of the lab's own concepts. */
    static MeaningSpace load() {
        Map<String, String> concepts = new LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(MeaningSpace.class.getResourceAsStream(CONCEPTS))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(":", 2))
                    .forEach(line -> List.of(line[1].strip().split("\\s+"))
                            .forEach(beginning -> concepts.put(beginning, line[0].strip())));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
        return new MeaningSpace(concepts);
    }

    /**
     * The vector of a text, of length 1.
     *
     * @param dimensions how many numbers it has
     */
    float[] vector(String text, int dimensions) {
        double[] sum = new double[dimensions];
        for (String word : words(text)) {
            add("means " + concept(word).orElse(word), MEANING, sum);
            List<String> groups = groups(word);
            groups.forEach(group -> add("looks " + group, LOOKS / Math.sqrt(groups.size()), sum));
        }
        double length = Math.sqrt(squares(sum));
        if (length == 0) {
            add("text " + text, MEANING, sum);
            length = Math.sqrt(squares(sum));
        }
        float[] vector = new float[dimensions];
        for (int at = 0; at < dimensions; at++) {
            vector[at] = (float) (sum[at] / length);
        }
        return vector;
    }

    private static double squares(double[] numbers) {
        double squares = 0;
        for (double number : numbers) {
            squares += number * number;
        }
        return squares;
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).stream()
                .filter(word -> word.length() >= SHORTEST)
                .toList();
    }

    private Optional<String> concept(String word) {
        return conceptByBeginning.entrySet().stream()
                .filter(entry -> word.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static List<String> groups(String word) {
        String marked = "<" + word + ">";
        List<String> groups = new ArrayList<>();
        for (int from = 0; from + GROUP <= marked.length(); from++) {
            groups.add(marked.substring(from, from + GROUP));
        }
        return groups;
    }

    /** A direction of its own for each key: numbers between -1 and 1, as good as unrelated to those of any other key. */
    private static void add(String key, double weight, double[] sum) {
        long hash = Hash.of(1, key);
        for (int at = 0; at < sum.length; at++) {
            sum[at] += weight * (2 * Hash.unit(hash, at) - 1);
        }
    }
}
