/** The append-only record of what was asked, approved, published and refused. */
@NullMarked
package dashwright.bot.audit;

import org.jspecify.annotations.NullMarked;
