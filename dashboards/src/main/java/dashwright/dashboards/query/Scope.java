package dashwright.dashboards.query;

import java.util.List;

/** What a selector takes into account: the part between braces. */
public sealed interface Scope {
    /** {@code *}: everything. */
    record Everything() implements Scope {}

    /**
     * {@code key:value}, or a bare {@code key} (an empty value). The value may begin or end with {@code *} and may hold
     * a template variable ({@code $env.value}).
     */
    record TagMatch(String key, String value) implements Scope {}

    /** {@code $name}: whatever the board's template variable says. */
    record Variable(String name) implements Scope {}

    /** {@code key IN (a, b)}. */
    record In(String key, List<String> values) implements Scope {
        public In {
            values = List.copyOf(values);
        }
    }

    /** {@code NOT x}, {@code !x}. */
    record Not(Scope operand) implements Scope {}

    /** All of these; written with commas or with {@code AND}, which may not be mixed. */
    record And(List<Scope> operands) implements Scope {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /** Any of these. */
    record Or(List<Scope> operands) implements Scope {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /** The scope that takes in everything. */
    Scope EVERYTHING = new Everything();

    /** All of these: {@link #EVERYTHING} for none, the one itself for one. */
    static Scope allOf(List<Scope> operands) {
        return switch (operands.size()) {
            case 0 -> EVERYTHING;
            case 1 -> operands.getFirst();
            default -> new And(operands);
        };
    }

    /**
     * Any of these: the one itself for one.
     *
     * @throws IllegalArgumentException for none, as a scope that takes in nothing cannot be written
     */
    static Scope anyOf(List<Scope> operands) {
        if (operands.isEmpty()) {
            throw new IllegalArgumentException("any of nothing is no scope");
        }
        return operands.size() == 1 ? operands.getFirst() : new Or(operands);
    }
}
