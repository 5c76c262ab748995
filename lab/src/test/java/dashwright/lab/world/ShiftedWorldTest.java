package dashwright.lab.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShiftedWorldTest {
    private static final Instant NOW = Instant.parse("2027-03-04T05:06:07Z");
    private final World world = Worlds.named("pypi", 1);
    private final World shifted = ShiftedWorld.startingAt(world, NOW);

    @Test
    void startsWhereItsVisitorIsOrALittleBefore() {
        assertThat(Duration.between(shifted.start(), NOW)).isBetween(Duration.ZERO, Duration.ofMinutes(15));
    }

    @Test
    void hasTheSameFiguresAtItsOwnStart() {
        String name = "warehouse.packaging.files.not_cached";
        long then = world.start().getEpochSecond() - 60;
        long now = shifted.start().getEpochSecond() - 60;

        assertThat(total(shifted, name, now))
                .isEqualTo(total(world, name, then))
                .isPositive();
    }

    @Test
    void keepsEveryMetricAndSpan() {
        assertThat(shifted.metrics()).hasSameSizeAs(world.metrics());
        assertThat(shifted.spans()).hasSameSizeAs(world.spans());
        assertThat(shifted.dashboards()).isEqualTo(world.dashboards());
    }

    private static double total(World of, String name, long at) {
        return of.metric(name).orElseThrow().series().stream()
                .mapToDouble(series -> series.signal().at(at))
                .filter(value -> !Double.isNaN(value))
                .sum();
    }
}
