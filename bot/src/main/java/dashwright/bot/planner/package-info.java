/** From a request to a plan without a model. */
@NullMarked
package dashwright.bot.planner;

import org.jspecify.annotations.NullMarked;
