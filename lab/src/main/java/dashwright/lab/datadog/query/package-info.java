/** Answers queries in the shapes of Datadog's first and second API version. */
@NullMarked
package dashwright.lab.datadog.query;

import org.jspecify.annotations.NullMarked;
