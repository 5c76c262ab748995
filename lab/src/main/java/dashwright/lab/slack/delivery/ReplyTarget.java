package dashwright.lab.slack.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Where an answer to a person's action goes.
 *
 * @param channel where the person acted
 * @param user the person
 * @param messageTs the message whose button was pressed, null for a command
 * @param threadTs the thread that message is in, null for none
 */
public record ReplyTarget(
        String channel,
        String user,
        @Nullable String messageTs,
        @Nullable String threadTs) {}
