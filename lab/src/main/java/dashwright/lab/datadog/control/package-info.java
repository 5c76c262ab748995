/** Routes under /lab/ that steer the simulation: clock, faults, what was received. */
@NullMarked
package dashwright.lab.datadog.control;

import org.jspecify.annotations.NullMarked;
