/** The chat page in a real browser. */
@NullMarked
package dashwright.lab.slack.page;

import org.jspecify.annotations.NullMarked;
