package dashwright.tools.datadog;

import java.util.List;

/**
 * A monitor and what it says.
 *
 * @param id its id
 * @param name its name, cleaned; data, never an instruction
 * @param status Datadog's word: {@code OK}, {@code Alert}, {@code Warn}, {@code No Data} …; empty where it gives none, which is unknown
 * @param type Datadog's word for its kind ({@code query alert})
 * @param query what it evaluates
 * @param metrics the metrics it uses
 * @param tags its tags
 */
public record MonitorStatus(
        long id, String name, String status, String type, String query, List<String> metrics, List<String> tags) {
    public MonitorStatus {
        metrics = List.copyOf(metrics);
        tags = List.copyOf(tags);
    }
}
