/** Monitors and service level objectives: search, validation, creation. */
@NullMarked
package dashwright.lab.datadog.monitors;

import org.jspecify.annotations.NullMarked;
