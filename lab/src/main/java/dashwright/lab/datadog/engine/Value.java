package dashwright.lab.datadog.engine;

/** What a part of an expression evaluates to. */
sealed interface Value {
    /** A plain number. */
    record Constant(double number) implements Value {}

    /** Lines. */
    record Lines(Frame frame) implements Value {}
}
