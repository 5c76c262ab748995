/** Small signals that compose into series: levels, cycles, noise, events, gaps; all pure functions of time. */
@NullMarked
package dashwright.lab.world.signal;

import org.jspecify.annotations.NullMarked;
