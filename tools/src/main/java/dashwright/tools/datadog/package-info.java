/** The only door to Datadog, and the only place that knows its oddities; reading and writing are two types. */
@NullMarked
package dashwright.tools.datadog;

import org.jspecify.annotations.NullMarked;
