/** Tests of drafting. */
@NullMarked
package dashwright.tools.drafting;

import org.jspecify.annotations.NullMarked;
