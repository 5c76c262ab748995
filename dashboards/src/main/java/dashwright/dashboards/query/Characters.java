package dashwright.dashboards.query;

/** Which characters make up the words of the query language. */
final class Characters {
    private Characters() {}

    static boolean beginsWord(int character) {
        return Character.isLetter(character) || character == '_';
    }

    /** Names of functions, queries and of metrics written without an aggregator, where {@code -} and {@code /} calculate. */
    static boolean inWord(int character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '.';
    }

    /**
     * After an aggregator only a metric can follow, so wildcards, dashes and slashes are read although Datadog's names
     * have none: a checker can then name the mistake.
     */
    static boolean inMetric(int character) {
        return inWord(character) || character == '*' || character == '-' || character == '/';
    }

    /** Tag keys and values: anything but what structures a scope. */
    static boolean inTag(int character) {
        return character > ' ' && !Character.isWhitespace(character) && ",(){}\"'".indexOf(character) < 0;
    }

    static boolean isQuote(int character) {
        return character == '\'' || character == '"';
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
