/** From a plan to a checked draft; drafts and revises, never publishes. */
@NullMarked
package dashwright.tools.drafting;

import org.jspecify.annotations.NullMarked;
