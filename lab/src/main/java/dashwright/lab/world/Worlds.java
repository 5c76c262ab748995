package dashwright.lab.world;

import dashwright.lab.world.metta.MettaWorld;
import dashwright.lab.world.pypi.PypiWorld;
import java.util.List;

/** The worlds that the lab can simulate. */
public final class Worlds {
    private Worlds() {}

    /** Their names, the usual one first. */
    public static List<String> names() {
        return List.of(PypiWorld.NAME, MettaWorld.NAME);
    }

    /**
     * Builds a world.
     *
     * @param name one of {@link #names()}
     * @param seed decides all noise; the world's known figures are the same for every seed
     */
    public static World named(String name, long seed) {
        return switch (name) {
            case PypiWorld.NAME -> PypiWorld.build(seed);
            case MettaWorld.NAME -> MettaWorld.build(seed);
            default ->
                throw new IllegalArgumentException(
                        "no world is called '" + name + "'; choose one of " + String.join(", ", names()));
        };
    }
}
