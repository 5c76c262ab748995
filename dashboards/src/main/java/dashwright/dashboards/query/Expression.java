package dashwright.dashboards.query;

import java.math.BigDecimal;
import java.util.List;

/** A metric query or a formula as a tree. A formula is the same language with {@link Reference}s for leaves. */
public sealed interface Expression {
    /** A name of a query, as in the formula {@code errors / hits}. */
    record Reference(String name) implements Expression {}

    /**
     * A number, kept without a needless exponent or trailing zeros, so that numbers that are equal are equal here.
     *
     * @param value of at most 390 digits, before or after the point; any double fits
     */
    record NumberLiteral(BigDecimal value) implements Expression {
        private static final int MAX_DIGITS = 390;

        public NumberLiteral {
            if (Math.abs((long) value.scale()) > MAX_DIGITS || value.precision() > MAX_DIGITS) {
                throw new IllegalArgumentException("a number of more than " + MAX_DIGITS + " digits");
            }
            value = value.stripTrailingZeros();
            if (value.scale() < 0) {
                value = value.setScale(0);
            }
        }
    }

    /** A quoted or bare word given to a function, as {@code 'mean'} in {@code top(q, 10, 'mean', 'desc')}. */
    record TextLiteral(String value) implements Expression {}

    /** A function's argument with its name, as {@code interval=60} in {@code anomalies(q, 'agile', 2, interval=60)}. */
    record NamedArgument(String name, Expression value) implements Expression {}

    /** A function with its arguments, as {@code top(avg:m{*} by {host}, 10, 'mean', 'desc')}. */
    record FunctionCall(String name, List<Expression> arguments) implements Expression {
        public FunctionCall {
            arguments = List.copyOf(arguments);
        }
    }

    /** Two expressions and what joins them. */
    record Arithmetic(Operator operator, Expression left, Expression right) implements Expression {}

    /** A minus before an expression; before a number it belongs to the {@link NumberLiteral}. */
    record Negation(Expression operand) implements Expression {}

    /**
     * The leaf of a query: {@code avg:metric{scope} by {tags}.rollup(max, 60)}.
     *
     * @param aggregator how series are joined across the scope
     * @param metric the metric's full name
     * @param scope what is taken into account
     * @param groupBy the tag keys that split the result, possibly empty
     * @param modifiers what follows, in order
     */
    record Selector(
            SpaceAggregator aggregator, String metric, Scope scope, List<String> groupBy, List<Modifier> modifiers)
            implements Expression {
        public Selector {
            groupBy = List.copyOf(groupBy);
            modifiers = List.copyOf(modifiers);
        }
    }

    /**
     * A method at a selector's end: {@code .as_count()}, {@code .rollup(sum, 3600)}, {@code .fill(zero)}.
     *
     * @param name the method's name, without the dot
     * @param arguments its arguments as written, unquoted
     */
    record Modifier(String name, List<String> arguments) {
        public Modifier {
            arguments = List.copyOf(arguments);
        }
    }

    /** What joins two expressions, with its sign. */
    enum Operator {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** The sign as written. */
        public String sign() {
            return sign;
        }
    }
}
