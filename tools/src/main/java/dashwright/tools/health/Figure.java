package dashwright.tools.health;

import dashwright.catalog.Unit;
import dashwright.dashboards.live.TimeRange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A number with the query and the window that it came from.
 *
 * @param label what it is
 * @param value the number, null where there is none: unknown, never zero
 * @param unit its unit
 * @param query the query that gave it
 * @param range the window
 * @param asOf the time of the newest point, null where there is none
 * @param emptyIsGood true where no data means that nothing happened
 */
public record Figure(
        String label,
        @Nullable Double value,
        Unit unit,
        String query,
        TimeRange range,
        @Nullable Instant asOf,
        boolean emptyIsGood) {}
