/** Simulated teams: their metrics, tags, spans and boards, as pure functions of seed and time. */
@NullMarked
package dashwright.lab.world;

import org.jspecify.annotations.NullMarked;
