package dashwright.lab;

import java.io.IOException;

/** A port that a simulated service was told to listen on cannot be had. */
public final class PortTakenException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String service;
    private final int port;

    /**
     * Tells of a port.
     *
     * @param service {@code datadog}, {@code slack} or {@code model}
     */
    PortTakenException(String service, int port, Throwable cause) {
        super(
                "port " + port + " cannot be listened on for the simulated " + service
                        + ": another program has it, or this user may not; name another one, or 0 for any that is free",
                cause);
        this.service = service;
        this.port = port;
    }

    /** Whose port it is: {@code datadog}, {@code slack} or {@code model}. */
    public String service() {
        return service;
    }

    /** The port. */
    public int port() {
        return port;
    }
}
