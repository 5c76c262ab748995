package dashwright.lab.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something for the app.
 *
 * @param kind what it is
 * @param payload what the app gets to read
 * @param takesReply whether the acknowledgement may carry a message or a view
 * @param cause whether a person or the app itself brought it about
 */
public record Envelope(Kind kind, ObjectNode payload, boolean takesReply, Cause cause) {
    public Envelope {
        payload = payload.deepCopy();
    }

    @Override
    public ObjectNode payload() {
        return payload.deepCopy();
    }

    /** What is in an envelope, by the name that Socket Mode gives it. */
    public enum Kind {
        SLASH_COMMANDS("slash_commands"),
        EVENTS_API("events_api"),
        INTERACTIVE("interactive");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        /** The name on the wire. */
        public String wire() {
            return wire;
        }
    }

    /** Who brought it about. */
    public enum Cause {
        PERSON,
        APP
    }
}
