/** What people do in the workspace, as verbs for tests and for the chat page. */
@NullMarked
package dashwright.lab.slack.driver;

import org.jspecify.annotations.NullMarked;
