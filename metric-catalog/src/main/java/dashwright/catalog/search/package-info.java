/** Words in, ranked metrics out, each with why; no network and no model. */
@NullMarked
package dashwright.catalog.search;

import org.jspecify.annotations.NullMarked;
