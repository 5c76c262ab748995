/** What the documents tell people to type, typed. */
@NullMarked
package dashwright.evals.readme;

import org.jspecify.annotations.NullMarked;
