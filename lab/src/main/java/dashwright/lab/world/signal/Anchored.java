package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;

/** A shape scaled so that it has a known value at a known time, and stands still for a while around it. */
public final class Anchored implements Signal {
    private final Signal shape;
    private final double scale;
    private final long at;
    private final long holdSeconds;

    /**
     * Anchors a shape.
     *
     * @param shape what gives the course; above zero at the anchor
     * @param value the value at the anchor
     * @param at the anchor
     * @param holdSeconds how long before the anchor the value already stands, so that a query over the last hour finds it
     */
    public Anchored(Signal shape, double value, long at, long holdSeconds) {
        double there = shape.at(at);
        if (!(there > 0)) {
            throw new IllegalArgumentException("only a shape above zero can be scaled to a value, not " + there);
        }
        this.shape = shape;
        this.scale = value / there;
        this.at = at;
        this.holdSeconds = holdSeconds;
    }

    @Override
    public double at(long epochSecond) {
        boolean held = epochSecond >= at - holdSeconds && epochSecond <= at;
        return scale * shape.at(held ? at : epochSecond);
    }
}
