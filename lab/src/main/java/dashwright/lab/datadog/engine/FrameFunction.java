package dashwright.lab.datadog.engine;

/** A function of the query language that needs nothing but the lines it is given. */
@FunctionalInterface
interface FrameFunction {
    Frame apply(Frame frame, Arguments arguments);
}
