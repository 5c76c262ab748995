/** What a team can measure: metrics, units, tags, liveness and spans, as one immutable snapshot with its age. */
@NullMarked
package dashwright.catalog;

import org.jspecify.annotations.NullMarked;
