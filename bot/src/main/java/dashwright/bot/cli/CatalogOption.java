package dashwright.bot.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --catalog FILE}: the metrics come from a file instead of Datadog, and what needs live data is not run. */
final class CatalogOption {
    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description = "take the metrics from a JSON-lines file; nothing is tried on live data")
    private @Nullable String path;

    /**
     * The file, where one is named.
     *
     * @throws UsageException for an empty name, as an unset variable of a shell makes it
     */
    Optional<Path> file() {
        if (path != null && path.isBlank()) {
            throw new UsageException("--catalog takes the name of a file, which is empty here; name one with one metric"
                    + " a line, as dash catalog export writes it, or leave --catalog out to ask Datadog");
        }
        return Optional.ofNullable(path).map(Path::of);
    }
}
