package dashwright.catalog;

import java.util.Objects;

/**
 * The unit of a metric's values, in the singular words of Datadog's metadata ({@code millisecond}, {@code byte}).
 *
 * @param name the unit, empty where none is set
 * @param per the unit it is divided by ({@code second} in bytes per second), empty for none
 */
public record Unit(String name, String per) {
    /** No unit is set. */
    public static final Unit NONE = new Unit("", "");

    public Unit {
        Objects.requireNonNull(name);
        Objects.requireNonNull(per);
    }

    /** A unit that is not divided by another. */
    public static Unit of(String name) {
        return new Unit(name, "");
    }

    /** True where nothing is known of the unit. */
    public boolean isNone() {
        return name.isEmpty() && per.isEmpty();
    }

    @Override
    public String toString() {
        return per.isEmpty() ? name : name + "/" + per;
    }
}
