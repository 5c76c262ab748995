package dashwright.bot.cli;

import dashwright.bot.Dashwright;
import dashwright.bot.Settings;
import dashwright.catalog.CatalogFile;
import dashwright.catalog.sync.CatalogStats;
import dashwright.catalog.sync.Synced;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is known of the catalog. */
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        description = "Read the metric catalog: stats, export FILE.")
public final class CatalogCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "sync|stats|export", description = "what to do")
    private String what = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "where export writes JSON lines")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        boolean export = what.equals("export");
        if (!export && !what.equals("stats") && !what.equals("sync")) {
            throw new UsageException("catalog takes sync, stats or export FILE, not " + what);
        }
        if (export == (file == null)) {
            throw new UsageException(export ? "export needs a FILE to write to" : what + " takes no file");
        }
        try (Dashwright live = Sources.live(spec, Settings.Service.DATADOG)) {
            Synced synced = live.catalog().refresh();
            PrintWriter out = Cli.out(spec);
            if (file != null) {
                CatalogFile.write(synced.catalog(), file);
                out.println("Wrote " + synced.catalog().metrics().size() + " metrics to " + file);
            } else {
                print(live.catalog().stats(), out);
            }
            synced.gaps().forEach(gap -> out.println("not read: " + gap));
        }
        return Exit.DONE;
    }

    private static void print(CatalogStats stats, PrintWriter out) {
        out.println(stats.metrics() + " metrics and " + stats.spans() + " kinds of spans, "
                + stats.age().toSeconds()
                + " s old; described " + stats.described() + ", tags read of " + stats.tagged()
                + "; metric reads left this hour: "
                + (stats.readsLeft() == null ? "unknown" : stats.readsLeft()));
        out.println("by type: " + stats.byType());
        out.println("by liveness: " + stats.byLiveness());
        out.println("by namespace: " + stats.byNamespace());
    }
}
