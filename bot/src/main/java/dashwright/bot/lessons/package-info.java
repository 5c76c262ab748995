/** What people teach the search, and what it learns from their decisions on boards: kept, listed and taken back. */
@NullMarked
package dashwright.bot.lessons;

import org.jspecify.annotations.NullMarked;
