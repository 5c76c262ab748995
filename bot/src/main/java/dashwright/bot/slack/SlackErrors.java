package dashwright.bot.slack;

/** What to do about Slack's error codes (docs: each method's list of errors). */
final class SlackErrors {
    private SlackErrors() {}

    /**
     * What to do.
     *
     * @param code Slack's error code
     * @param needed the scope that was missing, empty where none was named
     */
    static String advice(String code, String needed) {
        return switch (code) {
            case "not_in_channel", "channel_not_found" ->
                "I am not in this conversation: invite me with /invite, or ask in a channel where I am.";
            case "is_archived" -> "The channel is archived: ask in another one.";
            case "restricted_action", "restricted_action_read_only_channel", "restricted_action_thread_only_channel" ->
                "This channel does not let apps post: ask in another one.";
            case "missing_scope" ->
                "The Slack app lacks the scope " + (needed.isEmpty() ? "for this" : needed)
                        + ": add it under OAuth & Permissions and install the app again.";
            case "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired" ->
                "The bot's token is not valid: set SLACK_BOT_TOKEN to the one on the app's page OAuth & Permissions.";
            case "ratelimited", "rate_limited" -> "Slack wants fewer messages for now: try again in a minute.";
            case "expired_url", "used_url", "invalid_url" ->
                "An answer to a command or a press can be given five times within half an hour, and that is over.";
            case "file_uploads_disabled", "storage_limit_reached", "file_upload_size_restricted" ->
                "The workspace does not take the file: ask its administrator.";
            default -> "Try again; if it stays, show this to whoever runs Dashwright.";
        };
    }
}
