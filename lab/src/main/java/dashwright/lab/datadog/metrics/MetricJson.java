package dashwright.lab.datadog.metrics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.lab.datadog.engine.LabMetric;
import dashwright.lab.datadog.engine.Sender;
import dashwright.lab.datadog.http.Json;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Metrics in the forms of the API. */
final class MetricJson {
    /** A configuration needs dates; no world says when its metrics were configured. */
    private static final String CONFIGURED_AT = "2025-01-01T00:00:00.000000+00:00";

    private MetricJson() {}

    /** In the lab, enabled percentiles are the only thing that is ever configured. */
    static boolean isConfigured(LabMetric metric) {
        return metric.percentiles();
    }

    /** An entry of the list: a configured metric comes with its configuration. */
    static ObjectNode listed(LabMetric metric) {
        return isConfigured(metric) ? configuration(metric) : resource("metrics", metric.name());
    }

    /** The configuration of a metric's tags and percentiles. */
    static ObjectNode configuration(LabMetric metric) {
        ObjectNode node = resource("manage_tags", metric.name());
        ObjectNode attributes = node.putObject("attributes");
        attributes.set("tags", Json.texts(tagKeys(metric.senders())));
        attributes.put("metric_type", metric.type());
        attributes.put("include_percentiles", metric.percentiles());
        attributes.put("exclude_tags_mode", false);
        attributes.put("created_at", CONFIGURED_AT).put("modified_at", CONFIGURED_AT);
        return node;
    }

    /** {@code {"type":…,"id":…}}. */
    static ObjectNode resource(String type, String id) {
        return Json.object().put("type", type).put("id", id);
    }

    static SortedSet<String> tagKeys(List<Sender> senders) {
        SortedSet<String> keys = new TreeSet<>();
        senders.forEach(sender -> keys.addAll(sender.tags().keySet()));
        return keys;
    }

    /** {@code key:value}, or the bare key of a tag without a value. */
    static SortedSet<String> tags(List<Sender> senders) {
        SortedSet<String> tags = new TreeSet<>();
        senders.forEach(
                sender -> sender.tags().forEach((key, value) -> tags.add(value.isEmpty() ? key : key + ":" + value)));
        return tags;
    }
}
