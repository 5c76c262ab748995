package dashwright.evals.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dashwright.bot.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the program reads, what it knows as a setting, and what docs/settings.md lists are the same. */
class SettingsDocumentTest {
    private static final String NAME = "(?:DASH|DD|SLACK|OPENAI|ANTHROPIC|OLLAMA|GEMINI)_[A-Z_]*[A-Z]";
    private static final Pattern IN_JAVA = Pattern.compile("\"(" + NAME + ")\"");
    private static final Pattern IN_LOGGING = Pattern.compile("\\$\\{(" + NAME + ")[:}]");
    private static final Pattern IN_TABLE = Pattern.compile("`(" + NAME + ")`");

    @Test
    void theDocumentListsEverySettingAndNoOther() throws IOException {
        Set<String> listed = new TreeSet<>();
        try (Stream<String> lines = Files.lines(Documents.ROOT.resolve("docs/settings.md"))) {
            lines.filter(line -> line.startsWith("|"))
                    .map(line -> line.substring(0, line.indexOf('|', 1)))
                    .forEach(names -> add(names, IN_TABLE, listed));
        }
        assertThat(listed).isEqualTo(new TreeSet<>(Settings.NAMES));
    }

    @Test
    void whatTheSourcesReadIsAKnownSettingAndEachIsRead() throws IOException {
        Set<String> read = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Documents.ROOT)) {
            for (Path file : files.filter(SettingsDocumentTest::isSource).toList()) {
                String text = Files.readString(file);
                add(text, IN_JAVA, read);
                add(text, IN_LOGGING, read);
            }
        }
        assertThat(read).isEqualTo(new TreeSet<>(Settings.NAMES));
    }

    /** The lab is left out: what it names it sets for others. The list of names itself proves nothing. */
    private static boolean isSource(Path file) {
        String path = Documents.ROOT.relativize(file).toString().replace('\\', '/');
        boolean isMain = path.contains("src/main/") && !path.startsWith("lab/") && !path.contains("target/");
        boolean isList = path.endsWith("dashwright/bot/Settings.java");
        return isMain && !isList && (path.endsWith(".java") || path.endsWith("logback.xml"));
    }

    private static void add(String text, Pattern pattern, Set<String> names) {
        for (Matcher name = pattern.matcher(text); name.find(); ) {
            names.add(name.group(1));
        }
    }
}
