/** The database: schema, connections and stored conversations. */
@NullMarked
package dashwright.bot.store;

import org.jspecify.annotations.NullMarked;
