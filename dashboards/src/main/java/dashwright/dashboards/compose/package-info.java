/** Plan to Datadog JSON: widget choice, aggregation, layout and palette. */
@NullMarked
package dashwright.dashboards.compose;

import org.jspecify.annotations.NullMarked;
