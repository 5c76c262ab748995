package dashwright.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.catalog.CatalogFile.Loaded;
import dashwright.catalog.CatalogFile.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogFileTest {
    private static final String GOOD = "{\"name\": \"a.good\", \"type\": \"gauge\"}";

    @TempDir
    Path folder;

    @Test
    void readsEveryPartOfALine() throws IOException {
        Loaded loaded = read("{\"name\": \"redis.mem.used\", \"type\": \"gauge\", \"unit\": \"byte\","
                + " \"per_unit\": \"second\", \"description\": \"Memory\", \"integration\": \"redis\","
                + " \"tags\": [\"env:prod\", \"env:dev\", \"shared\"]}");

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.catalog().metrics())
                .containsExactly(new Metric(
                        "redis.mem.used",
                        MetricType.GAUGE,
                        new Unit("byte", "second"),
                        "Memory",
                        "redis",
                        TagSet.of(List.of("env:prod", "env:dev", "shared")),
                        Liveness.UNKNOWN,
                        true));
    }

    @Test
    void takesANameAloneForAMetricOfWhichNothingElseIsKnown() throws IOException {
        assertThat(read("{\"name\": \"a.b\"}").catalog().metrics()).containsExactly(Metric.named("a.b"));
    }

    @Test
    void isAsOldAsTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("catalog.jsonl"), GOOD);
        Instant written = Instant.parse("2026-11-01T08:00:00Z");
        Files.setLastModifiedTime(file, FileTime.from(written));

        assertThat(CatalogFile.read(file).catalog().takenAt()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{\"name\": \"a.b\"",
                "[1, 2]",
                "null",
                "42",
                "{\"type\": \"gauge\"}",
                "{\"name\": 7}",
                "{\"name\": \"\"}",
                "{\"name\": \"has space\"}",
                "{\"name\": \"null\\u0000byte\"}",
                "{\"name\": \"1digit.first\"}",
                "{\"name\": \"метрика.запросы\"}",
                "{\"name\": \"a.b\"} {\"name\": \"c.d\"}",
                "\u0000\u0001"
            })
    void leavesABadLineOutAndKeepsTheOthers(String bad) throws IOException {
        Loaded loaded = read(GOOD + "\n\n" + bad + "\n{\"name\": \"b.good\"}\n");

        assertThat(names(loaded)).containsExactly("a.good", "b.good");
        assertThat(loaded.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.message()).contains("left out").contains(";");
        });
    }

    @Test
    void keepsTheFirstOfTwoLinesWithOneName() throws IOException {
        Loaded loaded = read("{\"name\": \"a.b\", \"unit\": \"byte\"}\n{\"name\": \"a.b\", \"unit\": \"second\"}");

        assertThat(loaded.catalog().metric("a.b").orElseThrow().unit()).isEqualTo(Unit.of("byte"));
        assertThat(loaded.problems())
                .containsExactly(
                        new Problem(2, "\"a.b\" stands already in line 1, which is kept; remove one of the two"));
    }

    @Test
    void cutsAnEndlessDescription() throws IOException {
        Loaded loaded = read("{\"name\": \"a.b\", \"description\": \"" + "x".repeat(10_000) + "\"}");

        assertThat(loaded.catalog().metric("a.b").orElseThrow().description()).hasSize(CatalogLine.MAX_DESCRIPTION);
        assertThat(loaded.problems().getFirst().toString())
                .startsWith("line 1: \"description\" has 10000 characters")
                .endsWith("shorten it");
    }

    @Test
    void replacesControlCharactersInADescription() throws IOException {
        Loaded loaded = read("{\"name\": \"a.b\", \"description\": \"one\\u0000two\\u001b[31m\\ud800three\"}");

        assertThat(loaded.catalog().metric("a.b").orElseThrow().description()).isEqualTo("one two [31m three");
        assertThat(loaded.problems())
                .extracting(Problem::message)
                .allMatch(text -> text.contains("control characters"));
    }

    @Test
    void readsDescriptionsInOtherScripts() throws IOException {
        Loaded loaded = read("{\"name\": \"a.b\", \"description\": \"数据库 запросы 🚀\"}");

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.catalog().metric("a.b").orElseThrow().description()).isEqualTo("数据库 запросы 🚀");
    }

    @Test
    void namesEverythingThatIsWrongWithALineAtOnce() throws IOException {
        Loaded loaded = read(
                "{\"name\": \"a.b\", \"type\": \"speed\", \"unit\": 5, \"tags\": [\"env:prod\", 7], \"description\": null}");

        assertThat(names(loaded)).containsExactly("a.b");
        assertThat(loaded.catalog().metric("a.b").orElseThrow().type()).isEqualTo(MetricType.UNKNOWN);
        assertThat(loaded.problems())
                .extracting(Problem::message)
                .anyMatch(text -> text.contains("\"speed\"") && text.contains("use gauge, count"))
                .anyMatch(text -> text.contains("\"unit\"") && text.contains("5"))
                .anyMatch(text -> text.contains("the tag 7"))
                .hasSize(3);
    }

    @Test
    void leavesTagsUnknownThatAreNoList() throws IOException {
        Loaded loaded = read("{\"name\": \"a.b\", \"tags\": \"env:prod\"}");

        assertThat(loaded.catalog().metric("a.b").orElseThrow().tags()).isEqualTo(TagSet.UNREAD);
        assertThat(loaded.problems()).hasSize(1);
    }

    @Test
    void keepsTheLinesAroundBytesThatAreNoText() throws IOException {
        Path file = folder.resolve("binary.jsonl");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xc3, 0, '\n'});
        Files.writeString(file, GOOD, java.nio.file.StandardOpenOption.APPEND);

        Loaded loaded = CatalogFile.read(file);
        assertThat(names(loaded)).containsExactly("a.good");
        assertThat(loaded.problems())
                .extracting(Problem::message)
                .anyMatch(text -> text.contains("left out"))
                .anyMatch(text -> text.contains("save the file as UTF-8"));
    }

    @Test
    void saysWhichLinesAreInAnotherEncodingAndKeepsWhatItCan() throws IOException {
        String line = "{\"name\": \"a.b\", \"description\": \"größte Last\"}\n";
        Path file = Files.write(folder.resolve("latin.jsonl"), line.getBytes(StandardCharsets.ISO_8859_1));

        Loaded loaded = CatalogFile.read(file);

        assertThat(loaded.catalog().metric("a.b").orElseThrow().description()).isEqualTo("gr\uFFFD\uFFFDte Last");
        assertThat(loaded.problems())
                .containsExactly(
                        new Problem(1, "has bytes that are no UTF-8, which became \uFFFD; save the file as UTF-8"));
    }

    @Test
    void passesOverTheMarkThatSomeEditorsPutBeforeUtf8() throws IOException {
        Loaded loaded = read("\uFEFF" + GOOD + "\r\n{\"name\": \"b.good\"}\r\n");

        assertThat(names(loaded)).containsExactly("a.good", "b.good");
        assertThat(loaded.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1F8B0800, unpack it", "504B0304, unpack it", "FEFF007B, save it as UTF-8", "FFFE7B00, save it as UTF-8"
    })
    void refusesAFileOfAnotherKindAsAWhole(String bytes, String words) throws IOException {
        Path file = Files.write(folder.resolve("catalog.jsonl"), HexFormat.of().parseHex(bytes));

        assertThatThrownBy(() -> CatalogFile.read(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContainingAll("catalog.jsonl cannot be read", words);
    }

    @Test
    void readsALineOfFiveMegabytes() throws IOException {
        String tags = IntStream.range(0, 250_000)
                .mapToObj(at -> "\"host:web-" + at + ".example\"")
                .collect(Collectors.joining(","));
        Loaded loaded = read("{\"name\": \"a.b\", \"tags\": [" + tags + "]}\n" + GOOD);

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.catalog().metric("a.b").orElseThrow().tags().valuesOf("host"))
                .hasSize(250_000);
        assertThat(names(loaded)).containsExactly("a.b", "a.good");
    }

    @Test
    void leavesOutALineWithoutEndAndKeepsTheOthers() throws IOException {
        Loaded loaded =
                read(GOOD + "\n{\"name\": \"" + "x".repeat(CatalogLines.LONGEST) + "\"}\n{\"name\": \"b.good\"}");

        assertThat(names(loaded)).containsExactly("a.good", "b.good");
        assertThat(loaded.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.message()).contains("more than 16,777,216 characters", "left out");
        });
    }

    @Test
    void saysOfALineThatIsNestedWithoutEndThatItIsNoJson() throws IOException {
        Loaded loaded = read("{\"a\":".repeat(1_000_000) + "\n" + "[".repeat(1_000_000) + "\n" + GOOD);

        assertThat(names(loaded)).containsExactly("a.good");
        assertThat(loaded.problems())
                .hasSize(2)
                .allSatisfy(problem ->
                        assertThat(problem.message()).contains("left out").hasSizeLessThan(500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "запросы.всего",
                "请求.总数",
                "طلبات.العدد",
                "प्रार्थना.गिनती",
                "re\u0301quests.total",
                "shop.🚀",
                "\u202Eshop.evil",
                "a\u0000b",
                "shop total",
                "9lives",
                "_shop"
            })
    void saysOfANameThatDatadogDoesNotTakeWhatANameMayHave(String name) throws IOException {
        Loaded loaded = read("{\"name\": \"" + name.replace("\u0000", "\\u0000") + "\"}\n" + GOOD);

        assertThat(names(loaded)).containsExactly("a.good");
        assertThat(loaded.problems())
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("is none that Datadog takes", "ASCII letters");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 1_001, 100_000})
    void saysHowLongANameMayBeWithoutRepeatingIt(int length) throws IOException {
        Loaded loaded = read("{\"name\": \"" + "n".repeat(length) + "\"}");

        assertThat(loaded.catalog().metrics()).isEmpty();
        assertThat(loaded.problems().getFirst().message())
                .contains("at most 200 characters")
                .hasSizeLessThan(400);
    }

    @Test
    void readsAnEmptyFileAsAnEmptyCatalog() throws IOException {
        Loaded loaded = read("");

        assertThat(loaded.catalog().metrics()).isEmpty();
        assertThat(loaded.problems()).isEmpty();
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        Metric full = new Metric(
                "a.full",
                MetricType.DISTRIBUTION,
                new Unit("byte", "second"),
                "\"quoted\" — 数据",
                "redis",
                TagSet.of(List.of("env:prod", "url:http://x:1", "bare")),
                Liveness.UNKNOWN,
                true);
        Metric withoutTags = full.withTags(TagSet.of(List.of()));
        Catalog catalog = Catalog.of(
                List.of(
                        full,
                        renamed(withoutTags, "a.untagged"),
                        Metric.named("a.unread"),
                        Metric.named("a.counted").withType(MetricType.COUNT)),
                List.of(),
                Instant.EPOCH);
        Path file = folder.resolve("out.jsonl");

        CatalogFile.write(catalog, file);

        Loaded loaded = CatalogFile.read(file);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.catalog().metrics()).containsExactlyElementsOf(catalog.metrics());
        assertThat(folder).isDirectoryContaining("glob:**out.jsonl").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void saysWhatToDoWhereTheFileIsMissing() {
        assertThatThrownBy(() -> CatalogFile.read(folder.resolve("none.jsonl")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.jsonl")
                .hasMessageContaining("check the path");
    }

    @Test
    void saysWhatToDoWhereTheFolderIsMissing() {
        assertThatThrownBy(() -> CatalogFile.write(Catalog.empty(Instant.EPOCH), folder.resolve("no/such/file.jsonl")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("folder must exist");
    }

    @Test
    void saysThatAFolderIsNoFile() {
        assertThatThrownBy(() -> CatalogFile.read(folder)).hasMessageContaining("must be a readable text file");
    }

    private static Metric renamed(Metric metric, String name) {
        return new Metric(
                name,
                metric.type(),
                metric.unit(),
                metric.description(),
                metric.integration(),
                metric.tags(),
                metric.liveness(),
                metric.described());
    }

    private Loaded read(String content) throws IOException {
        return CatalogFile.read(Files.writeString(folder.resolve("catalog.jsonl"), content));
    }

    private static List<String> names(Loaded loaded) {
        return loaded.catalog().metrics().stream().map(Metric::name).toList();
    }
}
