/** The HTTP listener: Slack's requests, health. */
@NullMarked
package dashwright.bot.web;

import org.jspecify.annotations.NullMarked;
