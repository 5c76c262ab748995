/** What may be asked of the world; here only what every door needs: secrets that do not print. */
@NullMarked
package dashwright.tools;

import org.jspecify.annotations.NullMarked;
