/** What a simulated workspace holds: people, channels, messages, files and views, and what changes in it. */
@NullMarked
package dashwright.lab.slack.workspace;

import org.jspecify.annotations.NullMarked;
