/** Slack's face of the verbs: translates, decides nothing. */
@NullMarked
package dashwright.bot.slack;

import org.jspecify.annotations.NullMarked;
