/** The chat page, its event stream and the control routes under /lab/. */
@NullMarked
package dashwright.lab.slack.page;

import org.jspecify.annotations.NullMarked;
