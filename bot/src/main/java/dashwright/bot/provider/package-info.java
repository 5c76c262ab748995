/** What every client of a model's provider shares: the transport, and words for what goes wrong. */
@NullMarked
package dashwright.bot.provider;

import org.jspecify.annotations.NullMarked;
