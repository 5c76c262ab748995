package dashwright.dashboards.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A value at a time; null where the service has none. */
public record Point(Instant at, @Nullable Double value) {}
