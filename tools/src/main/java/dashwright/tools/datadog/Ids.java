package dashwright.tools.datadog;

import java.util.regex.Pattern;

/** Names that become part of a path. */
final class Ids {
    private static final Pattern DASHBOARD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /** In a tag filter, blanks, commas, brackets and stars are syntax. */
    private static final Pattern TAG_PART = Pattern.compile("[^\\s,(){}*\"'!\\p{Cntrl}]{1,200}");

    private Ids() {}

    /** A tag as Datadog's filters take it, {@code key:value}. */
    static String tag(String key, String value) {
        if (key.contains(":")
                || !TAG_PART.matcher(key).matches()
                || !TAG_PART.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + ForeignText.clean(key + ":" + value, 80)
                            + "' is no tag to filter by; it needs one key and one value without blanks, commas, brackets or stars");
        }
        return key + ":" + value;
    }

    /** A dashboard's id, {@code abc-def-ghi}, as Datadog gives it. */
    static String dashboard(String id) {
        if (!DASHBOARD.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'" + ForeignText.clean(id, 80)
                            + "' is no dashboard id; an id is the part after /dashboard/ in the board's address, as in abc-def-ghi");
        }
        return id;
    }

    /** A metric's name; Datadog keeps names of up to 200 characters, integrations slightly longer ones. */
    static String metric(String name) {
        if (name.isBlank() || name.length() > 400 || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("'" + ForeignText.clean(name, 80) + "' is no metric name");
        }
        return name;
    }
}
