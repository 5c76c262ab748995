/** A deliberate breach of a wall, to show that the rule can fail. */
@NullMarked
package dashwright.prompts.brokenfixture;

import org.jspecify.annotations.NullMarked;
