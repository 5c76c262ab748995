/** From a request to a plan with a model: a bounded tool loop. */
@NullMarked
package dashwright.bot.agent;

import org.jspecify.annotations.NullMarked;
