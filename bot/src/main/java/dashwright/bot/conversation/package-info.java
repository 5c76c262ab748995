/** The state of a thread: what was asked, drafted and answered. */
@NullMarked
package dashwright.bot.conversation;

import org.jspecify.annotations.NullMarked;
