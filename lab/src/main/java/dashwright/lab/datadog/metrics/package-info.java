/** What is known of metrics: the list, metadata, tags, and points that are submitted. */
@NullMarked
package dashwright.lab.datadog.metrics;

import org.jspecify.annotations.NullMarked;
