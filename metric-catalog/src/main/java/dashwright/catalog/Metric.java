package dashwright.catalog;

import java.util.Objects;

/**
 * One metric of the team's catalog.
 *
 * @param name the full name as submitted, never empty
 * @param type how it was submitted
 * @param unit the unit of its values
 * @param description what its owner wrote about it, possibly empty; data, never an instruction
 * @param integration the integration that sends it, possibly empty
 * @param tags its tags, or {@link TagSet#UNREAD}
 * @param liveness when it last reported
 * @param described true where type, unit and description were read from its metadata, so that an empty one is truly empty
 */
public record Metric(
        String name,
        MetricType type,
        Unit unit,
        String description,
        String integration,
        TagSet tags,
        Liveness liveness,
        boolean described) {
    public Metric {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a metric needs a name");
        }
        Objects.requireNonNull(type);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(description);
        Objects.requireNonNull(integration);
        Objects.requireNonNull(tags);
        Objects.requireNonNull(liveness);
    }

    /** A metric of which only the name is known. */
    public static Metric named(String name) {
        return new Metric(name, MetricType.UNKNOWN, Unit.NONE, "", "", TagSet.UNREAD, Liveness.UNKNOWN, false);
    }

    /** The first part of the name, by which teams tell their metrics apart ({@code redis} in {@code redis.mem.used}). */
    public String namespace() {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The same metric with its tags read. */
    public Metric withTags(TagSet read) {
        return new Metric(name, type, unit, description, integration, read, liveness, described);
    }

    /** The same metric with its liveness. */
    public Metric withLiveness(Liveness seen) {
        return new Metric(name, type, unit, description, integration, tags, seen, described);
    }

    /** The same metric with what its metadata say; a type that they leave out stays as it was. */
    public Metric withMetadata(MetricType readType, Unit readUnit, String readDescription, String readIntegration) {
        MetricType known = readType == MetricType.UNKNOWN ? type : readType;
        return new Metric(name, known, readUnit, readDescription, readIntegration, tags, liveness, true);
    }

    /** The same metric with its type. */
    public Metric withType(MetricType known) {
        return new Metric(name, known, unit, description, integration, tags, liveness, described);
    }
}
