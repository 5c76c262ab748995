/** Tests. */
@NullMarked
package dashwright.lab.world.signal;

import org.jspecify.annotations.NullMarked;
