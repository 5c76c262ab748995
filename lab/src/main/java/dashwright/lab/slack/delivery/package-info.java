/** How the workspace reaches the app: Socket Mode, signed HTTP, acknowledgements and retries. */
@NullMarked
package dashwright.lab.slack.delivery;

import org.jspecify.annotations.NullMarked;
