/** The whole bot in a simulated workspace, over both transports. */
@NullMarked
package dashwright.evals.slack;

import org.jspecify.annotations.NullMarked;
