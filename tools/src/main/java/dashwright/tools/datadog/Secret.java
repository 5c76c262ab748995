package dashwright.tools.datadog;

/**
 * A key that must not be shown.
 *
 * @param value the key itself; only the request's headers may carry it
 */
public record Secret(String value) {
    static final String MASK = "(hidden)";

    /** Datadog's keys have 32 and 40 characters; a shorter one guards nothing, and masking it would garble every word. */
    private static final int SHORTEST_REAL = 16;

    public Secret {
        value = value.strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a key must not be empty");
        }
        // A line break inside a header would be refused far from here, with the key in the message.
        if (value.chars().anyMatch(letter -> letter <= ' ' || letter > '~')) {
            throw new IllegalArgumentException("a key has only printable ASCII letters; check how it was copied");
        }
    }

    /** The given text with every occurrence of the key masked. */
    String maskIn(String text) {
        return value.length() < SHORTEST_REAL ? text : text.replace(value, MASK);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
