/** The demo, as far as it has rules of its own. */
@NullMarked
package dashwright.evals.demo;

import org.jspecify.annotations.NullMarked;
