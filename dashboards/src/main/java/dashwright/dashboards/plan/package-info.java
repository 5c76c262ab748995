/** What was asked for, typed: a dashboard plan with its sections, panels, series and thresholds, and its YAML form. */
@NullMarked
package dashwright.dashboards.plan;

import org.jspecify.annotations.NullMarked;
