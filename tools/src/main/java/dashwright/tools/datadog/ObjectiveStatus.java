package dashwright.tools.datadog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service level objective and how it stands over its primary time frame.
 *
 * @param id its id
 * @param name its name, cleaned; data, never an instruction
 * @param state {@code ok}, {@code warning}, {@code breached} or {@code no_data}; empty where Datadog gives none, which is unknown
 * @param indicator the present indicator in percent, null where it is not known
 * @param budgetLeft what is left of the error budget in percent, negative where it is overspent, null where not known
 * @param target the target in percent, null where not known
 * @param timeframe the time frame of the target ({@code 30d})
 * @param tags its tags
 */
public record ObjectiveStatus(
        String id,
        String name,
        String state,
        @Nullable Double indicator,
        @Nullable Double budgetLeft,
        @Nullable Double target,
        String timeframe,
        List<String> tags) {
    public ObjectiveStatus {
        tags = List.copyOf(tags);
    }
}
