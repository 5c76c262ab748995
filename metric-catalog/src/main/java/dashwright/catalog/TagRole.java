package dashwright.catalog;

import java.util.Locale;
import java.util.Set;

/** What splits a metric by a tag: who reports it, or what is reported on. */
public enum TagRole {
    /** Who reported: hosts, pods, processes. Several of them may report one and the same whole. */
    SENDER,
    /** What it is about: a region, a queue, a status. Each value is as a rule a part of its own. */
    PARTITION;

    private static final Set<String> SENDER_KEYS = Set.of(
            "host",
            "hostname",
            "host_name",
            "node",
            "node_name",
            "kube_node",
            "instance",
            "instance_id",
            "device_id",
            "server",
            "machine",
            "vm",
            "pid",
            "process",
            "process_id",
            "thread",
            "worker",
            "worker_id",
            "task_id",
            "task_arn",
            "replica",
            "version",
            "image",
            "image_id",
            "image_name",
            "image_tag",
            "git.commit.sha",
            "service",
            "agent",
            "agent_version",
            "runtime_id",
            "runtime-id",
            "name",
            "id");

    private static final Set<String> SENDER_BEGINNINGS = Set.of("pod", "container", "kube_replica", "ip_", "ip-");

    /**
     * The role of a tag key. Datadog has no such notion (its agent's and library's tags are the keys listed here); a key that
     * is not known to tell senders apart is taken to say what is reported on.
     */
    public static TagRole of(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        boolean sender = SENDER_KEYS.contains(lower)
                || SENDER_BEGINNINGS.stream().anyMatch(lower::startsWith)
                || lower.endsWith("_id")
                || lower.endsWith(".id");
        return sender ? SENDER : PARTITION;
    }
}
