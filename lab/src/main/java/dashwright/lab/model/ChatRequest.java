package dashwright.lab.model;

/**
 * A request to continue a conversation.
 *
 * @param conversation what there is so far
 * @param stream true where the answer comes in pieces
 * @param includeUsage true where a stream ends with its usage
 * @param mostTokens how long the answer may become
 * @param promptTokens how long the request is, estimated
 */
record ChatRequest(Conversation conversation, boolean stream, boolean includeUsage, int mostTokens, int promptTokens) {}
