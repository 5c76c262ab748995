/** The world of a research team: seven collectors that report every quarter of an hour, and their figures of merit. */
@NullMarked
package dashwright.lab.world.metta;

import org.jspecify.annotations.NullMarked;
