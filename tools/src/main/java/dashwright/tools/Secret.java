package dashwright.tools;

/** A key or token that must not reach a log, a message or the model: it prints as stars. */
public final class Secret {
    private static final String MASK = "*****";

    /** Real keys are longer; a shorter one guards nothing, and masking it would garble every word. */
    private static final int SHORTEST_REAL = 16;

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /**
     * Hides a text.
     *
     * @throws IllegalArgumentException where it is no key; the message does not hold it
     */
    public static Secret of(String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            throw new IllegalArgumentException("a key must not be empty");
        }
        // A line break inside a header would be refused far from here, with the key in the message.
        if (bare.chars().anyMatch(letter -> letter <= ' ' || letter > '~')) {
            throw new IllegalArgumentException("a key has only printable ASCII letters; check how it was copied");
        }
        return new Secret(bare);
    }

    /** The text itself, for the call that needs it and nothing else. */
    public String reveal() {
        return text;
    }

    /** The given text with every occurrence of the key masked: some services repeat it in their errors. */
    public String maskIn(String other) {
        return text.length() < SHORTEST_REAL ? other : other.replace(text, MASK);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
