package dashwright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes as a catalog file: what is read can be written and read again, and what is not is said. */
class CatalogFileFuzzTest {
    @TempDir
    static Path folder = Path.of("");

    @DictionaryFile(resourcePath = "/dashwright/catalog/lines.dict")
    @FuzzTest
    void readsAnyBytes(byte[] input) throws IOException {
        Path file = Files.write(folder.resolve("catalog.jsonl"), input);
        CatalogFile.Loaded loaded;
        try {
            loaded = CatalogFile.read(file);
        } catch (UncheckedIOException refused) {
            assertThat(refused).hasMessageContaining("cannot be read").hasMessageContaining(";");
            return;
        }
        assertThat(loaded.problems()).allSatisfy(problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.message()).contains(";").hasSizeLessThan(2_000);
        });
        assertThat(loaded.catalog().metrics()).allSatisfy(metric -> {
            assertThat(metric.name()).matches("[A-Za-z][A-Za-z0-9_.]*").hasSizeLessThanOrEqualTo(200);
            assertThat(metric.description()).doesNotContainPattern("\\p{Cntrl}");
        });
        keepsWhatItRead(loaded.catalog());
    }

    private static void keepsWhatItRead(Catalog catalog) {
        Path again = folder.resolve("again.jsonl");
        CatalogFile.write(catalog, again);

        assertThat(List.copyOf(CatalogFile.read(again).catalog().metrics())).isEqualTo(List.copyOf(catalog.metrics()));
    }
}
