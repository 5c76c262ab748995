package dashwright.evals.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands that the project's documents tell people to type. */
final class Documents {
    static final Path ROOT = Path.of(System.getProperty("dashwright.root"));

    /** A block that is meant for a shell; blocks of other kinds show other things. */
    private static final Pattern FENCED = Pattern.compile("(?ms)^```(?:sh|bash|shell|console)\\n(.*?)^```");

    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*");
    private static final Pattern INDENTED = Pattern.compile("(?m)^(?: {4,}|\\t)(?:\\$ )?((?:\\./dash|mvn)\\b.*)$");
    private static final Pattern QUOTED = Pattern.compile("`((?:\\./dash|mvn)(?: [^`]*)?)`");

    private Documents() {}

    /** Whole commands: every line of a shell's block, and indented lines that begin like ours. */
    static List<Command> commands() throws IOException {
        List<Command> commands = new ArrayList<>();
        for (Path document : documents()) {
            String text = Files.readString(document);
            for (Matcher block = FENCED.matcher(text); block.find(); ) {
                block.group(1)
                        .lines()
                        .map(line -> COMMENT.matcher(line).replaceFirst("").strip())
                        .filter(line -> !line.isEmpty())
                        .forEach(line -> commands.add(new Command(document, line)));
            }
            add(document, INDENTED.matcher(FENCED.matcher(text).replaceAll("")), commands);
        }
        return commands;
    }

    /** What is said of commands in running text and in tables, with placeholders in capitals and optional parts. */
    static List<Command> usages() throws IOException {
        List<Command> usages = new ArrayList<>();
        for (Path document : documents()) {
            String text = FENCED.matcher(Files.readString(document)).replaceAll("");
            add(document, QUOTED.matcher(text), usages);
        }
        return usages;
    }

    private static void add(Path document, Matcher found, List<Command> commands) {
        while (found.find()) {
            commands.add(new Command(
                    document, COMMENT.matcher(found.group(1)).replaceFirst("").strip()));
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                    .map(ROOT::resolve),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .toList();
        }
    }

    /**
     * A command in a document.
     *
     * @param document where
     * @param line as it stands there
     */
    record Command(Path document, String line) {
        private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

        /** The words as a shell would split them. */
        List<String> words() {
            List<String> words = new ArrayList<>();
            for (Matcher word = WORD.matcher(line); word.find(); ) {
                words.add(word.group(1) == null ? word.group(2) : word.group(1));
            }
            return words;
        }

        /** Whether it is the same to type. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Command command && command.line.equals(line);
        }

        @Override
        public int hashCode() {
            return line.hashCode();
        }

        @Override
        public String toString() {
            return ROOT.relativize(document) + ": " + line;
        }
    }
}
