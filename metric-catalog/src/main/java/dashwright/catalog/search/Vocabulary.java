package dashwright.catalog.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The field's own words: which words mean the same, which mean nearly the same, and which say nothing about what is
 * measured. It is read from two resource files whose comments tell their form.
 */
final class Vocabulary {
    /** The worth of another word for the same thing. */
    static final double SAME = 0.9;

    private static final double NEAR = 0.6;

    private final Map<String, Map<String, Double>> alternatives = new HashMap<>();
    private final Set<String> shape = new HashSet<>();
    private final Set<String> grammar = new HashSet<>();
    private final Set<String> written = new HashSet<>();
    private final List<List<String>> phrases = new ArrayList<>();
    private final Map<List<String>, String> spellings = new LinkedHashMap<>();
    private final Tokenizer tokenizer = new Tokenizer(Compounds.NONE);

    private Vocabulary() {}

    /** The built-in vocabulary. */
    static Vocabulary builtIn() {
        return Holder.BUILT_IN;
    }

    /** A vocabulary from the lines of the two files. */
    static Vocabulary of(List<String> synonyms, List<String> setAside) {
        Vocabulary vocabulary = new Vocabulary();
        SectionedFile.read(synonyms).forEach(vocabulary::addSynonyms);
        vocabulary.spread();
        SectionedFile.read(setAside).forEach(vocabulary::addSetAside);
        return vocabulary;
    }

    /** Other stems that a word may be written as, each with its worth from 0 to 1, 1 being the word itself. */
    Map<String, Double> alternatives(String stem) {
        return alternatives.getOrDefault(stem, Map.of());
    }

    /** Every word that has an alternative, as it is written in the file. */
    Set<String> words() {
        return written;
    }

    /** Several words that are one thing with a short name ("pull request"), as stems, each with the stem of that name. */
    Map<List<String>, String> spellings() {
        return spellings;
    }

    /** True for a word about the form of the answer or the command ("dashboard", "trend"). */
    boolean isShape(String lower) {
        return shape.contains(lower);
    }

    /** True for a word of grammar alone ("the"). */
    boolean isGrammar(String lower) {
        return grammar.contains(lower);
    }

    /** Phrases about form ("over time"), as lower-case words; longest first. */
    List<List<String>> phrases() {
        return phrases;
    }

    private void addSynonyms(String section, String line) {
        if (section.equals("spelled out")) {
            addSpelling(line);
            return;
        }
        double worth = switch (section) {
            case "same" -> SAME;
            case "near" -> NEAR;
            default ->
                throw new IllegalArgumentException(
                        "unknown section [" + section + "]; use [same], [near] or [spelled out]");
        };
        int arrow = line.indexOf('>');
        if (arrow >= 0) {
            link(words(line.substring(0, arrow)), words(line.substring(arrow + 1)), worth);
        } else {
            link(words(line), words(line), worth);
        }
    }

    private void addSpelling(String line) {
        int arrow = line.indexOf('>');
        if (arrow < 0) {
            throw new IllegalArgumentException("\"" + line + "\" lacks its short name; write \"pull request > pr\"");
        }
        List<String> stems = Arrays.stream(line.substring(0, arrow).strip().split("\\s+"))
                .map(tokenizer::stem)
                .toList();
        spellings.put(stems, tokenizer.stem(line.substring(arrow + 1).strip()));
    }

    private void link(List<String> from, List<String> to, double worth) {
        for (String word : from) {
            for (String other : to) {
                if (!word.equals(other)) {
                    alternatives
                            .computeIfAbsent(word, any -> new LinkedHashMap<>())
                            .merge(other, worth, Math::max);
                }
            }
        }
    }

    /** A neighbour's other spellings are neighbours too: who asks for failures also finds {@code err}. */
    private void spread() {
        Map<String, Map<String, Double>> direct = new HashMap<>();
        alternatives.forEach((word, others) -> direct.put(word, Map.copyOf(others)));
        direct.forEach((word, others) -> others.forEach((other, worth) -> direct.getOrDefault(other, Map.of())
                .forEach((spelling, same) -> {
                    if (same == SAME) {
                        link(List.of(word), List.of(spelling), worth * same);
                    }
                })));
    }

    private void addSetAside(String section, String line) {
        List<String> words = Arrays.asList(line.split("\\s+"));
        switch (section) {
            case "shape" -> shape.addAll(words);
            case "grammar" -> grammar.addAll(words);
            case "phrases" -> phrases.add(words);
            default ->
                throw new IllegalArgumentException(
                        "unknown section [" + section + "]; use [shape], [grammar] or [phrases]");
        }
        phrases.sort((one, other) -> other.size() - one.size());
    }

    private List<String> words(String list) {
        List<String> words = Arrays.stream(list.split(",")).map(String::strip).toList();
        written.addAll(words);
        return words.stream().map(tokenizer::stem).distinct().toList();
    }

    private static final class Holder {
        private static final Vocabulary BUILT_IN =
                of(SectionedFile.resource("synonyms.txt"), SectionedFile.resource("words-set-aside.txt"));
    }
}
