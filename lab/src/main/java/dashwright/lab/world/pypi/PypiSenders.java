package dashwright.lab.world.pypi;

import dashwright.lab.world.signal.Share;
import dashwright.lab.world.table.Sender;
import dashwright.lab.world.table.SenderGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The senders by the names that the metric tables use. */
final class PypiSenders {
    private static final double STAGING = 0.05;

    private final List<Environment> environments;

    PypiSenders(List<Environment> environments) {
        this.environments = List.copyOf(environments);
    }

    Map<String, List<SenderGroup>> groups() {
        Map<String, List<SenderGroup>> groups = new HashMap<>();
        groups.put("worker", each(environment -> environment.worker().senders()));
        groups.put("web", each(environment -> environment.web().senders()));
        groups.put("beat", each(environment -> environment.beat().senders()));
        groups.put("containers", each(PypiSenders::containers));
        groups.put("nodes", each(PypiSenders::nodes));
        groups.put("postgres", each(environment -> stores(environment, "pypi-db", "postgres", 2)));
        groups.put("redis", each(environment -> stores(environment, "pypi-redis", "redis", 2)));
        groups.put("search", each(environment -> stores(environment, "pypi-search", "elasticsearch", 3)));
        groups.put("queues", each(PypiSenders::queues));
        groups.put("buckets", each(PypiSenders::buckets));
        groups.put("balancers", each(PypiSenders::balancers));
        groups.put("edge", each(PypiSenders::edge));
        groups.put("once", each(PypiSenders::once));
        return groups;
    }

    private List<SenderGroup> each(Function<Environment, List<Sender>> senders) {
        return environments.stream()
                .map(environment -> new SenderGroup(
                        environment.name(), environment.isProd() ? 1 : STAGING, senders.apply(environment)))
                .toList();
    }

    private static List<Sender> containers(Environment environment) {
        List<Sender> all = new ArrayList<>();
        all.addAll(PodMemory.containers(environment.worker()));
        all.addAll(PodMemory.containers(environment.web()));
        all.addAll(PodMemory.containers(environment.beat()));
        return evenly(all);
    }

    private static List<Sender> nodes(Environment environment) {
        return evenly(environment.nodes().stream()
                .map(node -> new Sender(node.host(), node.tags(), Share.ALL))
                .toList());
    }

    private static List<Sender> stores(Environment environment, String name, String service, int count) {
        List<Sender> stores = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String host = name + '-' + environment.name() + '-' + (i + 1);
            String role = i == 0 ? "primary" : "replica";
            stores.add(sender(host, environment, Map.of("host", host, "service", service, "role", role)));
        }
        return evenly(stores);
    }

    private static List<Sender> queues(Environment environment) {
        return named(environment, "queuename", "default", "malware", "update-bq", "email");
    }

    private static List<Sender> buckets(Environment environment) {
        return named(environment, "bucketname", "pypi-files-archive", "pypi-files", "pypi-docs", "pypi-sitemap");
    }

    private static List<Sender> balancers(Environment environment) {
        return named(environment, "loadbalancer", "pypi-web", "pypi-uploads");
    }

    private static List<Sender> named(Environment environment, String tag, String... values) {
        List<Sender> senders = new ArrayList<>();
        for (String value : values) {
            String name = environment.isProd() ? value : value + "-staging";
            senders.add(sender(name, environment, Map.of(tag, name, "region", "us-east-2")));
        }
        return evenly(senders);
    }

    private static List<Sender> edge(Environment environment) {
        String name = environment.isProd() ? "PyPI" : "Test PyPI";
        return List.of(sender(name, environment, Map.of("service_name", name)));
    }

    private static List<Sender> once(Environment environment) {
        return List.of(sender(environment.name(), environment, Map.of()));
    }

    private static Sender sender(String name, Environment environment, Map<String, String> tags) {
        Map<String, String> all = new HashMap<>(tags);
        all.put("env", environment.name());
        return new Sender(name, all, Share.ALL);
    }

    private static List<Sender> evenly(List<Sender> senders) {
        List<Sender> shared = new ArrayList<>();
        double size = senders.size();
        for (int i = 0; i < senders.size(); i++) {
            Sender sender = senders.get(i);
            shared.add(new Sender(sender.name(), sender.tags(), new Share(i / size, (i + 1) / size)));
        }
        return shared;
    }
}
