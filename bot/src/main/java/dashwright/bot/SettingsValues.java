package dashwright.bot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The raw values of the settings and the problems met while reading them. */
final class SettingsValues {
    private final Map<String, String> values;
    private final Map<String, String> places;
    private final List<SettingsProblem> problems;

    private SettingsValues(Map<String, String> values, Map<String, String> places, List<SettingsProblem> problems) {
        this.values = values;
        this.places = places;
        this.problems = problems;
    }

    static SettingsValues of(Map<String, String> environment, Path file) {
        List<SettingsProblem> problems = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        Map<String, String> places = new TreeMap<>();
        SettingsFile.read(file, problems).forEach((name, line) -> {
            if (!line.value().isBlank()) {
                values.put(name, line.value());
                places.put(name, file + " line " + line.number());
            }
        });
        for (String name : Settings.NAMES) {
            String value = environment.get(name);
            if (value != null && !value.isBlank()) {
                values.put(name, value.strip());
                places.remove(name);
            }
        }
        return new SettingsValues(values, places, problems);
    }

    /** The value of a setting; a blank one counts as not set. */
    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Notes a problem, once; where the value comes from the file, with its line. */
    void problem(String setting, String message, String fix) {
        String place = places.get(setting);
        SettingsProblem problem =
                new SettingsProblem(setting, place == null ? message : message + " (" + place + ")", fix);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    List<SettingsProblem> problems() {
        return problems;
    }
}
