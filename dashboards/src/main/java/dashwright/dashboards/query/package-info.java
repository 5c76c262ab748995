/** The Datadog metric query language: text to tree and back. */
@NullMarked
package dashwright.dashboards.query;

import org.jspecify.annotations.NullMarked;
