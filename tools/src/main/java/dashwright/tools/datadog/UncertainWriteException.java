package dashwright.tools.datadog;

/** It is not known whether a write took effect: look at what is there before trying again. */
public final class UncertainWriteException extends DatadogException {
    private static final long serialVersionUID = 1L;

    UncertainWriteException(String message, DatadogException cause) {
        super(message, cause);
    }
}
