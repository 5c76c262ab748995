package dashwright.lab.world.signal;

/**
 * Numbers that look random and are a pure function of what goes in (the finaliser of SplitMix64), so that a series needs
 * no memory and is the same whenever and in whatever order it is asked.
 */
public final class Hash {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Hash() {}

    /** A hash of a key and a number. */
    public static long of(long key, long number) {
        return mix(key + GOLDEN_GAMMA * (number + 1));
    }

    /** A hash of a key and a text. */
    public static long of(long key, String text) {
        long hash = key;
        for (int i = 0; i < text.length(); i++) {
            hash = of(hash, text.charAt(i));
        }
        return hash;
    }

    /** A number in [0, 1), uniform over keys and numbers. */
    public static double unit(long key, long number) {
        return (of(key, number) >>> 11) * 0x1.0p-53;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
