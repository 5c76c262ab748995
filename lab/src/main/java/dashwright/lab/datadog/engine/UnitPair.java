package dashwright.lab.datadog.engine;

/**
 * The unit of a result.
 *
 * @param unit the unit, empty for none
 * @param per what it is divided by, empty for none
 */
public record UnitPair(String unit, String per) {
    /** No unit. */
    public static final UnitPair NONE = new UnitPair("", "");

    /** The unit of a sum, a product or a quotient of two results, as far as it can be told. */
    static UnitPair joined(String sign, UnitPair left, UnitPair right) {
        return switch (sign) {
            case "/" -> right.equals(NONE) ? left : NONE;
            case "*" -> left.equals(NONE) ? right : right.equals(NONE) ? left : NONE;
            default -> left.equals(NONE) ? right : left;
        };
    }

    /** The unit of a rate of these. */
    UnitPair per(String time) {
        return unit.isEmpty() ? NONE : new UnitPair(unit, time);
    }
}
