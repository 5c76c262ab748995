/** Searches and aggregates the spans of a world. */
@NullMarked
package dashwright.lab.datadog.spans;

import org.jspecify.annotations.NullMarked;
