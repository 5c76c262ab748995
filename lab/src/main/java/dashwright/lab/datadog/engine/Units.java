package dashwright.lab.datadog.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** Units in the form in which Datadog answers them: family, scale, names. */
public final class Units {
    private static final Map<String, Known> KNOWN = new HashMap<>();

    private record Known(String family, double scale, String shortName) {}

    static {
        time("nanosecond", 1e-9, "ns");
        time("microsecond", 1e-6, "μs");
        time("millisecond", 1e-3, "ms");
        time("second", 1, "s");
        time("minute", 60, "min");
        time("hour", 3_600, "hr");
        time("day", 86_400, "day");
        time("week", 604_800, "wk");
        String[] powers = {"byte", "kibibyte", "mebibyte", "gibibyte", "tebibyte"};
        String[] symbols = {"B", "KiB", "MiB", "GiB", "TiB"};
        for (int i = 0; i < powers.length; i++) {
            KNOWN.put(powers[i], new Known("bytes", Math.pow(1024, i), symbols[i]));
        }
        KNOWN.put("bit", new Known("bytes", 0.125, "b"));
        KNOWN.put("percent", new Known("percentage", 1, "%"));
        KNOWN.put("fraction", new Known("percentage", 100, ""));
        KNOWN.put("core", new Known("cpu", 1, "core"));
        KNOWN.put("millicore", new Known("cpu", 1e-3, "mcores"));
        KNOWN.put("nanocore", new Known("cpu", 1e-9, "ncores"));
        KNOWN.put("dollar", new Known("money", 1, "$"));
        KNOWN.put("cent", new Known("money", 0.01, "¢"));
        KNOWN.put("hertz", new Known("frequency", 1, "Hz"));
        KNOWN.put("degree celsius", new Known("temperature", 1, "°C"));
    }

    private Units() {}

    private static void time(String name, double seconds, String shortName) {
        KNOWN.put(name, new Known("time", seconds, shortName));
    }

    /** The pair of unit objects; null where there is no unit at all. */
    public static JsonNode json(UnitPair unit) {
        if (unit.unit().isEmpty()) {
            return JsonNodeFactory.instance.nullNode();
        }
        ArrayNode pair = JsonNodeFactory.instance.arrayNode();
        pair.add(one(unit.unit()));
        pair.add(unit.per().isEmpty() ? JsonNodeFactory.instance.nullNode() : one(unit.per()));
        return pair;
    }

    private static ObjectNode one(String name) {
        Known known = KNOWN.getOrDefault(name, new Known("general", 1, ""));
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("family", known.family).put("scale_factor", known.scale).put("name", name);
        if (known.shortName.isEmpty()) {
            node.putNull("short_name");
        } else {
            node.put("short_name", known.shortName);
        }
        return node.put("plural", plural(name));
    }

    private static String plural(String name) {
        if (name.equals("percent") || name.equals("hertz")) {
            return name;
        }
        if (name.matches(".*(s|x|ch|sh)")) {
            return name + "es";
        }
        return name.matches(".*[^aeiou]y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
    }
}
