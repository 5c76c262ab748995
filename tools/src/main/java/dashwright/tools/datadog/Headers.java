package dashwright.tools.datadog;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An answer's headers, their names read without regard to case: Datadog sends the same ones in either. */
final class Headers {
    private final TreeMap<String, String> firsts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Headers(Map<String, ? extends List<?>> headers) {
        headers.forEach((name, values) -> {
            if (name != null && !values.isEmpty()) {
                firsts.putIfAbsent(name, String.valueOf(values.getFirst()));
            }
        });
    }

    @Nullable
    String first(String name) {
        String value = firsts.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** A header that holds a whole number, null where it is missing, something else, or below zero. */
    @Nullable
    Integer number(String name) {
        String value = first(name);
        if (value == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(value);
            return number < 0 ? null : number;
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }
}
