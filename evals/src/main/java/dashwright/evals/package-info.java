/** Everything together: the demo, the cases and the scorers. */
@NullMarked
package dashwright.evals;

import org.jspecify.annotations.NullMarked;
