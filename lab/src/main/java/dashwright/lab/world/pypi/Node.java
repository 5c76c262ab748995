package dashwright.lab.world.pypi;

import java.util.Map;

/**
 * A machine of the cluster.
 *
 * @param host its name
 * @param environment {@code prod} or {@code staging}
 * @param zone its availability zone
 */
record Node(String host, String environment, String zone) {
    Map<String, String> tags() {
        return Map.of(
                "host",
                host,
                "env",
                environment,
                "availability-zone",
                zone,
                "kube_cluster_name",
                environment.equals("prod") ? "pypi-prod" : "pypi-staging");
    }
}
