/** Keeps the snapshot fresh within an API budget, through a port. */
@NullMarked
package dashwright.catalog.sync;

import org.jspecify.annotations.NullMarked;
