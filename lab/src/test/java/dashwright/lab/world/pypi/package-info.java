/** Tests. */
@NullMarked
package dashwright.lab.world.pypi;

import org.jspecify.annotations.NullMarked;
