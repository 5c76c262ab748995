/** The demo's pages in a real browser. */
@NullMarked
package dashwright.evals.page;

import org.jspecify.annotations.NullMarked;
