/** Tests of the model's tools. */
@NullMarked
package dashwright.tools.toolbox;

import org.jspecify.annotations.NullMarked;
