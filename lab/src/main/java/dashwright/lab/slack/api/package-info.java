/** The Web API methods, uploads and response URLs, answering as Slack does. */
@NullMarked
package dashwright.lab.slack.api;

import org.jspecify.annotations.NullMarked;
