package dashwright.lab.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A method of the Web API.
 *
 * @param name as in {@code chat.postMessage}
 * @param scope what the token must be allowed, empty for nothing
 * @param call does it; answers without {@code ok}
 */
record Method(String name, String scope, Call call) {
    /** What a method does. */
    @FunctionalInterface
    interface Call {
        /**
         * Does it.
         *
         * @throws dashwright.lab.slack.workspace.SlackError where Slack would refuse
         */
        ObjectNode answer(Arguments arguments);
    }
}
