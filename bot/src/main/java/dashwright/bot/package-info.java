/** Wiring: settings in, a running bot out. */
@NullMarked
package dashwright.bot;

import org.jspecify.annotations.NullMarked;
