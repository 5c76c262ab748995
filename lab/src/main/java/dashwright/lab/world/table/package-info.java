/** Metric definitions as readable tables, and the series made from them. */
@NullMarked
package dashwright.lab.world.table;

import org.jspecify.annotations.NullMarked;
