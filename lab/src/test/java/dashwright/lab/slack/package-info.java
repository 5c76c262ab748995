/** The simulated workspace, tried with Slack's own client and with Bolt. */
@NullMarked
package dashwright.lab.slack;

import org.jspecify.annotations.NullMarked;
