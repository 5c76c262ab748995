/** Tests. */
@NullMarked
package dashwright.lab.world.metta;

import org.jspecify.annotations.NullMarked;
