/** How well metrics are found: other people's widget titles, the metrics that they stand for, and plain rankings beside ours. */
@NullMarked
package dashwright.evals.retrieval;

import org.jspecify.annotations.NullMarked;
