/** A simulated Slack workspace: Web API, signed HTTP delivery, Socket Mode and a page to chat on. */
@NullMarked
package dashwright.lab.slack;

import org.jspecify.annotations.NullMarked;
