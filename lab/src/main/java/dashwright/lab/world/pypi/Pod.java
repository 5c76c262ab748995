package dashwright.lab.world.pypi;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A pod with the tags that the Datadog agent puts on whatever comes from it: unified service tagging and the origin
 * that DogStatsD detects.
 *
 * @param name the pod's name
 * @param environment {@code prod} or {@code staging}
 * @param service the service
 * @param deployment the deployment that keeps it
 * @param node the machine it runs on
 */
record Pod(String name, String environment, String service, String deployment, Node node) {
    /** The release that runs; one value for all, since no deploy falls into the days that are simulated. */
    static final String VERSION = "6b62157";

    Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>(node.tags());
        tags.put("service", service);
        tags.put("version", VERSION);
        tags.put("pod_name", name);
        tags.put("kube_deployment", deployment);
        tags.put("kube_container_name", deployment);
        tags.put("kube_namespace", environment.equals("prod") ? "pypi" : "pypi-staging");
        return tags;
    }
}
