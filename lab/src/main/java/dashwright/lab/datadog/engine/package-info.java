/** Evaluates metric queries and formulas over the senders of a world, as Datadog's query service does. */
@NullMarked
package dashwright.lab.datadog.engine;

import org.jspecify.annotations.NullMarked;
