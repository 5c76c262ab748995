/** The real bot, from a typed request to a published board, against the simulated services. */
@NullMarked
package dashwright.evals.endtoend;

import org.jspecify.annotations.NullMarked;
