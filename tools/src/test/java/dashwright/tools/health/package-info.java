/** Tests of figures and verdicts. */
@NullMarked
package dashwright.tools.health;

import org.jspecify.annotations.NullMarked;
