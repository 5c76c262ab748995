/** The canonical form of a dashboard and its hash. */
@NullMarked
package dashwright.dashboards.change;

import org.jspecify.annotations.NullMarked;
