/** Speed and size, measured on catalogs made to order; {@code dash bench} runs it. */
@NullMarked
package dashwright.evals.bench;

import org.jspecify.annotations.NullMarked;
