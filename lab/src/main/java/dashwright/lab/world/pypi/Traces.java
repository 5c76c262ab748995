package dashwright.lab.world.pypi;

import dashwright.lab.world.Signal;
import dashwright.lab.world.WorldSeries;
import dashwright.lab.world.WorldSpans;
import dashwright.lab.world.signal.Mapped;
import dashwright.lab.world.signal.OrZero;
import dashwright.lab.world.signal.Product;
import dashwright.lab.world.signal.Ratio;
import dashwright.lab.world.signal.Share;
import dashwright.lab.world.signal.When;
import dashwright.lab.world.table.Sender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Spans, and the trace metrics that Datadog derives from them: {@code trace.<operation>.hits}, {@code .errors} (counts),
 * {@code .duration} (the time spent, in seconds) and the distribution of latencies without a suffix, in seconds. They carry
 * environment, service, version, resource name and the tags of the machine, and no other span tags.
 */
final class Traces {
    private final List<TraceStream> streams;
    private final Map<TraceStream, List<Sender>> senders = new LinkedHashMap<>();

    Traces(List<TraceStream> streams) {
        this.streams = List.copyOf(streams);
        for (TraceStream stream : streams) {
            List<Sender> hosts = stream.fleet().hosts().stream()
                    .map(host -> host.with("resource_name", stream.resource()))
                    .toList();
            senders.put(stream, hosts);
        }
    }

    /** The series of all operations, by names such as {@code trace.celery.run.hits}. */
    Map<String, List<WorldSeries>> sources() {
        Set<String> operations = new LinkedHashSet<>();
        streams.forEach(stream -> operations.add(stream.operation()));
        Map<String, List<WorldSeries>> sources = new LinkedHashMap<>();
        for (String operation : operations) {
            String name = "trace." + operation;
            sources.put(
                    name + ".hits",
                    series(operation, (stream, share) -> stream.hits().apply(share)));
            sources.put(
                    name + ".errors",
                    series(operation, (stream, share) -> stream.errors().apply(share)));
            sources.put(name + ".duration", series(operation, Traces::secondsSpent));
            sources.put(name, series(operation, Traces::seconds));
        }
        return sources;
    }

    private static Signal secondsSpent(TraceStream stream, Share share) {
        return new Product(stream.hits().apply(share), new Mapped(stream.millis(), millis -> millis / 1000));
    }

    private static Signal seconds(TraceStream stream, Share share) {
        return new When(stream.hits().apply(share), new Mapped(stream.millis(), millis -> millis / 1000));
    }

    private List<WorldSeries> series(String operation, BiFunction<TraceStream, Share, Signal> signal) {
        List<WorldSeries> series = new ArrayList<>();
        senders.forEach((stream, hosts) -> {
            if (stream.operation().equals(operation)) {
                hosts.forEach(host -> series.add(new WorldSeries(host.tags(), signal.apply(stream, host.share()))));
            }
        });
        return series;
    }

    /** The spans: of each worker pod for the runs of tasks, of a whole fleet for the rest. */
    List<WorldSpans> spans() {
        List<WorldSpans> spans = new ArrayList<>();
        for (TraceStream stream : streams) {
            if (stream.operation().equals("celery.run")) {
                stream.fleet().senders().forEach(pod -> spans.add(spans(stream, pod.tags(), pod.share())));
            } else {
                Pod any = stream.fleet().pods().getFirst();
                Map<String, String> tags = new LinkedHashMap<>(any.tags());
                tags.keySet().removeAll(Set.of("pod_name", "host", "availability-zone"));
                spans.add(spans(stream, tags, Share.ALL));
            }
        }
        return spans;
    }

    private static WorldSpans spans(TraceStream stream, Map<String, String> sender, Share share) {
        Map<String, String> tags = new LinkedHashMap<>(sender);
        tags.putAll(stream.tags());
        Signal hits = stream.hits().apply(share);
        return new WorldSpans(
                stream.fleet().pods().getFirst().service(),
                stream.operation(),
                stream.resource(),
                tags,
                new OrZero(hits),
                stream.millis(),
                new Ratio(stream.errors().apply(share), hits));
    }
}
