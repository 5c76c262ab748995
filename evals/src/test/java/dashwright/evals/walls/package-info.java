/** The walls of the house, and the proof that each rule can fail. */
@NullMarked
package dashwright.evals.walls;

import org.jspecify.annotations.NullMarked;
