/** What the model is told, as versioned text files. */
@NullMarked
package dashwright.prompts;

import org.jspecify.annotations.NullMarked;
