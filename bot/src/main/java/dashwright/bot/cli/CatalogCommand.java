package dashwright.bot.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dashwright.bot.Dashwright;
import dashwright.bot.Settings;
import dashwright.catalog.CatalogFile;
import dashwright.catalog.sync.LiveCatalog;
import dashwright.catalog.sync.Synced;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is known of the catalog. */
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        description = {
            "Read the metric catalog.",
            "  stats        how old it is, what is known of it, and which reads are left; asks Datadog only where nothing"
                    + " is kept",
            "  sync         list the metrics now",
            "  export FILE  write it as JSON lines"
        })
public final class CatalogCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "sync|stats|export", description = "what to do")
    private String what = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "where export writes JSON lines")
    private @Nullable Path file;

    @Option(
            names = "--describe",
            paramLabel = "N",
            description =
                    "with sync: also read up to N descriptions and tags, the most wanted first, as far as reads are"
                            + " left that are not kept for what people ask")
    private int describe;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        boolean export = what.equals("export");
        if (!export && !what.equals("stats") && !what.equals("sync")) {
            throw new UsageException("catalog takes sync, stats or export FILE, not " + what);
        }
        if (export == (file == null)) {
            throw new UsageException(export ? "export needs a FILE to write to" : what + " takes no file");
        }
        if (describe < 0 || (describe > 0 && !what.equals("sync"))) {
            throw new UsageException("--describe takes a number of metrics from 0, and goes with sync");
        }
        try (Dashwright live = Sources.live(spec, Settings.Service.DATADOG)) {
            LiveCatalog catalog = live.catalog();
            Synced synced = synced(catalog);
            List<String> gaps = new ArrayList<>(synced.gaps());
            if (describe > 0) {
                idly(catalog, gaps);
            }
            gaps.addAll(live.reader().notices());
            show(new CatalogDocument(catalog.stats(), gaps), synced);
        }
        return Exit.DONE;
    }

    private Synced synced(LiveCatalog catalog) {
        return switch (what) {
            case "sync" -> catalog.refresh();
            // However old: who asks for numbers wants to know how old it is.
            case "stats" -> catalog.ensureKnown();
            default -> catalog.ensureFresh();
        };
    }

    private void idly(LiveCatalog catalog, List<String> gaps) {
        LiveCatalog.IdleReads idle = catalog.readIdly(describe);
        if (!idle.unread().isEmpty()) {
            gaps.add(idle.unread().size() + " descriptions and tags: "
                    + idle.unread().getFirst().why());
        } else if (idle.read() < describe && catalog.stats().undescribed() > 0) {
            gaps.add("more than " + idle.read()
                    + " descriptions and tags: the other reads are kept for what people ask");
        }
    }

    private void show(CatalogDocument document, Synced synced) {
        PrintWriter out = Cli.out(spec);
        if (file == null) {
            if (json) {
                out.println(document.json());
            } else {
                document.print(out);
            }
            return;
        }
        CatalogFile.write(synced.catalog(), file);
        int metrics = synced.catalog().metrics().size();
        if (json) {
            out.println(JsonNodeFactory.instance
                    .objectNode()
                    .put("metrics", metrics)
                    .put("file", file.toString())
                    .toPrettyString());
        } else {
            out.println("Wrote " + metrics + " metrics to " + file);
            document.gaps().forEach(gap -> out.println("not read: " + gap));
        }
    }
}
