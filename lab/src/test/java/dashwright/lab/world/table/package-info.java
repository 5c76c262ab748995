/** Tests. */
@NullMarked
package dashwright.lab.world.table;

import org.jspecify.annotations.NullMarked;
