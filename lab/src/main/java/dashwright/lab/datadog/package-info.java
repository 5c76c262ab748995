/** A simulated Datadog that evaluates queries for real and refuses what Datadog refuses. */
@NullMarked
package dashwright.lab.datadog;

import org.jspecify.annotations.NullMarked;
