package dashwright.lab.datadog.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Bodies as text; what is submitted may come compressed. */
public final class BodyText {
    /** A body never unfolds to more than Datadog takes: 5 MiB, with some room. */
    private static final int MOST_BYTES = 8 << 20;

    private BodyText() {}

    /**
     * The text of a body.
     *
     * @param bytes the body as it came
     * @param encoding the {@code Content-Encoding}, empty for none
     * @throws Refusal with status 400 or 413 where it cannot be read
     */
    public static String of(byte[] bytes, String encoding) {
        if (bytes.length == 0) {
            return "";
        }
        try (InputStream in = opened(bytes, encoding.toLowerCase(Locale.ROOT).strip())) {
            byte[] plain = in.readNBytes(MOST_BYTES + 1);
            if (plain.length > MOST_BYTES) {
                throw new Refusal(Reply.errors(413, "Payload Too Large"));
            }
            return new String(plain, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw Refusal.badRequest("The body cannot be read as " + encoding + ": " + broken.getMessage());
        }
    }

    private static InputStream opened(byte[] bytes, String encoding) throws IOException {
        InputStream raw = new ByteArrayInputStream(bytes);
        return switch (encoding) {
            case "", "identity" -> raw;
            // The HTTP server may have unfolded it already and left the header as it was.
            case "gzip" -> isGzip(bytes) ? new GZIPInputStream(raw) : raw;
            case "deflate" -> new InflaterInputStream(raw);
            default -> throw new Refusal(Reply.errors(415, "Unsupported content encoding " + encoding));
        };
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && Arrays.equals(Arrays.copyOf(bytes, 2), new byte[] {0x1f, (byte) 0x8b});
    }
}
