/** What Slack accepts and refuses, block by block. */
@NullMarked
package dashwright.lab.slack.blocks;

import org.jspecify.annotations.NullMarked;
