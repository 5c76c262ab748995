/** Block Kit: which blocks Slack accepts, in the words in which it refuses the others. */
@NullMarked
package dashwright.lab.slack.blocks;

import org.jspecify.annotations.NullMarked;
