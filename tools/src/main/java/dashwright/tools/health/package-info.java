/** Figures: numbers with the query and the window that they came from. */
@NullMarked
package dashwright.tools.health;

import org.jspecify.annotations.NullMarked;
