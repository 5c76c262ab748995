package dashwright.tools.drafting;

/** Hears, in plain words, what is being done for a waiting person. */
@FunctionalInterface
public interface Progress {
    /** A step begins, as in "Trying 14 queries". */
    void step(String words);

    /** Nobody listens. */
    Progress SILENT = words -> {};
}
