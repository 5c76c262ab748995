package dashwright.lab.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;

/** Something that happened in the workspace, for those who watch it. */
public sealed interface Change {
    /** A message was posted. */
    record Posted(Message message) implements Change {}

    /** A message says something else now. */
    record Edited(Message before, Message after) implements Change {}

    /** A message is gone. */
    record Deleted(Message message) implements Change {}

    /** The app says what it is doing in a thread; empty once it has ended. */
    record Status(String channel, String thread, String text) implements Change {}

    /** The app suggests what to say in a thread, or names the thread ({@code what} is prompts or title). */
    record Assistance(String channel, String thread, String what, JsonNode value) implements Change {}

    /** A modal is open before a user, or shows something else. */
    record Opened(View view) implements Change {}

    /** A user's modals are closed down to this one. */
    record Closed(View view) implements Change {}

    /** A user's Home tab shows something else. */
    record Home(View view) implements Change {}

    /** Something that a user should see at once: the app did not answer. */
    record Trouble(String user, String channel, String ts, String text) implements Change {}
}
