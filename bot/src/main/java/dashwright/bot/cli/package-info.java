/** The command line's face of the verbs. */
@NullMarked
package dashwright.bot.cli;

import org.jspecify.annotations.NullMarked;
