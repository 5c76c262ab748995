package dashwright.lab.model;

import dashwright.lab.Faults;
import dashwright.lab.Journal;
import dashwright.lab.LabClock;
import dashwright.lab.http.LabServer;
import dashwright.lab.http.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A simulated model over HTTP: serves {@code POST /v1/chat/completions} (whole and streamed) and
 * {@code GET /v1/models} as OpenAI does, and plays a script; {@code POST /v1/embeddings} as OpenAI and
 * {@code POST /api/embed} as Ollama do. Any model name is taken. Routes under {@code /lab/} steer it.
 */
public final class ModelLab implements AutoCloseable {
    /** The model that is listed. */
    public static final String MODEL = "lab";

    private final LabServer server;
    private final AtomicReference<ModelScript> playing;

    private ModelLab(LabServer server, AtomicReference<ModelScript> playing) {
        this.server = server;
        this.playing = playing;
    }

    /**
     * How a lab is set up.
     *
     * @param clock its time
     * @param port the port to listen on, 0 for any that is free
     * @param faults what goes wrong on purpose
     * @param journal where requests are noted, with service {@code model}
     * @param script what plays at first
     * @param apiKey the key that is taken; empty for any, but one must be there
     */
    public record Options(LabClock clock, int port, Faults faults, Journal journal, ModelScript script, String apiKey) {
        public Options {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("a port lies between 0 (any) and 65535, not at " + port);
            }
        }

        /** A script on any port, for any key. */
        public static Options of(LabClock clock, ModelScript script) {
            return new Options(clock, 0, new Faults(), new Journal(), script, "");
        }

        /** The same on a certain port. */
        public Options onPort(int number) {
            return new Options(clock, number, faults, journal, script, apiKey);
        }

        /** The same with faults and a journal that are shared with other services. */
        public Options sharing(Faults others, Journal other) {
            return new Options(clock, port, others, other, script, apiKey);
        }

        /** The same with one key only. */
        public Options withKey(String key) {
            return new Options(clock, port, faults, journal, script, key);
        }
    }

    /**
     * Starts a lab.
     *
     * @throws UncheckedIOException that names the port, where it is taken
     */
    public static ModelLab start(Options options) {
        AtomicReference<ModelScript> playing = new AtomicReference<>(options.script());
        Recorder recorder = new Recorder("model", options.clock(), options.faults(), options.journal());
        try {
            LabServer server = LabServer.bind(options.port());
            ModelLab lab = new ModelLab(server, playing);
            try {
                server.serve(Map.of(
                        "/*", new ModelServlet(recorder, playing::get, options.apiKey()),
                        "/lab/*", new ControlServlet(playing, options.faults(), options.journal())));
            } catch (IOException failed) {
                server.close();
                throw failed;
            }
            return lab;
        } catch (IOException failed) {
            throw new UncheckedIOException("the simulated model did not start: " + failed.getMessage(), failed);
        }
    }

    /** The base URL for clients, {@code /v1} included. */
    public URI url() {
        return URI.create(server.baseUrl() + "/v1");
    }

    /** The base URL for Ollama's clients. */
    public URI ollamaUrl() {
        return URI.create(server.baseUrl());
    }

    /** Plays another script from the next request on. */
    public void play(ModelScript script) {
        playing.set(script);
    }

    /** Stops at once, whatever hangs. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("the simulated model did not stop: " + failed.getMessage(), failed);
        }
    }
}
