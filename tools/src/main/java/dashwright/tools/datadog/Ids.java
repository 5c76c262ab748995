package dashwright.tools.datadog;

import java.util.regex.Pattern;

/** Names that become part of a path. */
final class Ids {
    private static final Pattern DASHBOARD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private Ids() {}

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
