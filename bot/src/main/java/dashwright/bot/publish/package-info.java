/** The only caller of the writer: one board for one approval, however often asked. */
@NullMarked
package dashwright.bot.publish;

import org.jspecify.annotations.NullMarked;
