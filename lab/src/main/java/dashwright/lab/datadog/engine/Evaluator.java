package dashwright.lab.datadog.engine;

import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.Expression.Arithmetic;
import dashwright.dashboards.query.Expression.FunctionCall;
import dashwright.dashboards.query.Expression.Negation;
import dashwright.dashboards.query.Expression.NumberLiteral;
import dashwright.dashboards.query.Expression.Operator;
import dashwright.dashboards.query.Expression.Reference;
import dashwright.dashboards.query.Expression.Selector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Evaluates metric queries, and formulas over named queries, to lines over time or to one number a line. */
public final class Evaluator {
    private final SelectorEvaluator selectors;

    /** An evaluator over these metrics. */
    public Evaluator(MetricSource metrics) {
        this.selectors = new SelectorEvaluator(metrics);
    }

    /**
     * The lines of a metric query.
     *
     * @throws QueryRefused where the query cannot be answered; an unknown metric is no such case, it has no lines
     */
    public Frame lines(Expression query, Window window) {
        return lines(query, Map.of(), window);
    }

    /**
     * The lines of a query that a formula names, those without a value too: {@code default_zero} in the formula still has
     * to see that they are there.
     */
    public Frame named(Expression query, Window window) {
        return frame(new Walk(Map.of(), false).value(query, window), window);
    }

    /**
     * The lines of a formula.
     *
     * @param formula an expression over the names of queries
     * @param queries the queries by name
     * @param window the time asked about
     */
    public Frame lines(Expression formula, Map<String, NamedQuery> queries, Window window) {
        return frame(new Walk(queries, false).value(formula, window), window).withoutSilence();
    }

    /**
     * One number for each line of a formula: each query is brought to one number first, by its own aggregator, and the
     * formula works on these. Functions that look along a line get the whole line before that.
     */
    public Frame numbers(Expression formula, Map<String, NamedQuery> queries, Window window) {
        return frame(new Walk(queries, true).value(formula, window), window).withoutSilence();
    }

    private static Frame frame(Value value, Window window) {
        return switch (value) {
            case Value.Lines lines -> lines.frame();
            case Value.Constant constant -> {
                Grid grid = Grid.over(window, window.step());
                double[] values = new double[grid.count()];
                Arrays.fill(values, constant.number());
                Line line = new Line(new TreeMap<>(), values);
                yield new Frame(grid.times(), grid.step(), List.of(line), UnitPair.NONE, false, true);
            }
        };
    }

    /** One walk down an expression. */
    private final class Walk {
        private final Map<String, NamedQuery> queries;
        private final boolean numbers;

        Walk(Map<String, NamedQuery> queries, boolean numbers) {
            this.queries = queries;
            this.numbers = numbers;
        }

        Value value(Expression expression, Window window) {
            return switch (expression) {
                case NumberLiteral literal -> new Value.Constant(literal.value().doubleValue());
                case Selector selector -> new Value.Lines(selectors.evaluate(selector, window));
                case Reference reference -> new Value.Lines(referenced(reference.name(), window));
                case Negation negation ->
                    joined(Operator.MULTIPLY, new Value.Constant(-1), value(negation.operand(), window));
                case Arithmetic arithmetic ->
                    joined(arithmetic.operator(), value(arithmetic.left(), window), value(arithmetic.right(), window));
                case FunctionCall call -> new Value.Lines(called(call, window));
                default ->
                    throw new QueryRefused("Error parsing query: a word stands where a query should: " + expression);
            };
        }

        private Frame referenced(String name, Window window) {
            NamedQuery query = queries.get(name);
            if (query == null) {
                throw new QueryRefused("formula names the query '" + name + "', which there is none of; there are "
                        + String.join(", ", queries.keySet()));
            }
            Frame frame = query.source().evaluate(window);
            return numbers ? Reduction.of(query.aggregator(), frame, window) : frame;
        }

        private Value joined(Operator operator, Value left, Value right) {
            if (left instanceof Value.Constant a) {
                return right instanceof Value.Constant b
                        ? new Value.Constant(Arithmetics.apply(operator, a.number(), b.number()))
                        : new Value.Lines(constantFirst(operator, a.number(), ((Value.Lines) right).frame()));
            }
            Frame frame = ((Value.Lines) left).frame();
            return new Value.Lines(
                    switch (right) {
                        case Value.Lines other -> Arithmetics.apply(operator, frame, other.frame());
                        case Value.Constant constant ->
                            frame.mapLines(line ->
                                    line.mapped(value -> Arithmetics.apply(operator, value, constant.number())));
                    });
        }

        private static Frame constantFirst(Operator operator, double number, Frame frame) {
            Frame result = frame.mapLines(line -> line.mapped(value -> Arithmetics.apply(operator, number, value)));
            return operator == Operator.DIVIDE ? result.withUnit(UnitPair.NONE) : result;
        }

        private Frame called(FunctionCall call, Window window) {
            if (call.arguments().isEmpty()) {
                throw new QueryRefused("Error parsing query: " + call.name() + " needs a query as its first argument");
            }
            Expression inner = call.arguments().getFirst();
            List<Expression> rest = call.arguments().subList(1, call.arguments().size());
            Arguments arguments = new Arguments(call.name(), rest);
            OptionalLong shift = Shifts.by(call.name(), arguments, window);
            if (shift.isPresent()) {
                return frame(value(inner, window.shifted(shift.getAsLong())), window);
            }
            Optional<FrameFunction> onAny = Functions.onLinesAndNumbers(call.name());
            if (onAny.isPresent()) {
                return onAny.get().apply(frame(value(inner, window), window), arguments);
            }
            FrameFunction alongLine = Functions.alongLines(call.name());
            Frame lines = frame(new Walk(queries, false).value(inner, window), window);
            Frame result = alongLine.apply(lines, arguments);
            return numbers ? Reduction.of(Functions.aggregatorWithin(inner, queries), result, window) : result;
        }
    }
}
