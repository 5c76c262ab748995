/** Tests. */
@NullMarked
package dashwright.lab.world;

import org.jspecify.annotations.NullMarked;
