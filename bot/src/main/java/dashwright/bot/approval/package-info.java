/** Who approved which hash, until when. */
@NullMarked
package dashwright.bot.approval;

import org.jspecify.annotations.NullMarked;
