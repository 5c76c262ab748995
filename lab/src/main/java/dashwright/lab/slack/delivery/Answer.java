package dashwright.lab.slack.delivery;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the app answered.
 *
 * @param status the HTTP status; 200 for an acknowledgement in Socket Mode
 * @param body what came with it; missing for nothing
 * @param noRetry whether the app asked not to be told again
 */
record Answer(int status, JsonNode body, boolean noRetry) {}
