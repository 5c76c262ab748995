package dashwright.tools.datadog;

/**
 * Whether the keys have a permission.
 *
 * @param permission Datadog's name for it; {@code api_key} for the API key itself
 * @param state what was found
 * @param message what Datadog said, and what to do; empty where the permission is there
 */
public record PermissionCheck(String permission, State state, String message) {
    /** What was found about a permission. */
    public enum State {
        GRANTED,
        MISSING,
        /** Datadog did not say: it was out of reach, or its budget used up. */
        UNKNOWN
    }
}
