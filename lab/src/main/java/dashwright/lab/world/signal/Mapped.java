package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;
import java.util.function.DoubleUnaryOperator;

/**
 * A signal computed from another; nothing where that is nothing.
 *
 * @param source the other signal
 * @param function what is computed
 */
public record Mapped(Signal source, DoubleUnaryOperator function) implements Signal {
    @Override
    public double at(long epochSecond) {
        double value = source.at(epochSecond);
        return Double.isNaN(value) ? value : function.applyAsDouble(value);
    }
}
