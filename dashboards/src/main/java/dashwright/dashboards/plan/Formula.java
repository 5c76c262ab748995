package dashwright.dashboards.plan;

import dashwright.catalog.Unit;

/**
 * A figure computed from a panel's series.
 *
 * @param label what the legend calls it
 * @param expression arithmetic and functions over the ids of the series, as {@code 100 * (1 - todo / total)}
 * @param unit the unit of the outcome, {@link Unit#NONE} where it follows from the series
 */
public record Formula(String label, String expression, Unit unit) {}
