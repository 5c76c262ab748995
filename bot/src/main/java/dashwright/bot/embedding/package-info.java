/** Vectors of texts from an embedding provider: asked for in time, kept in the database, never needed. */
@NullMarked
package dashwright.bot.embedding;

import org.jspecify.annotations.NullMarked;
