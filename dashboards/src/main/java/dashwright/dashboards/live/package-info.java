/** Queries over live data: the port that the outside fills, what is asked and what comes back. */
@NullMarked
package dashwright.dashboards.live;

import org.jspecify.annotations.NullMarked;
