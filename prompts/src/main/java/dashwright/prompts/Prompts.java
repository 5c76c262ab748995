package dashwright.prompts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Loads the texts that ship with the program. */
public final class Prompts {
    private static final Pattern FORM = Pattern.compile("version: (\\d+)\\R---\\R(.*)", Pattern.DOTALL);

    private Prompts() {}

    /**
     * The prompt of this name.
     *
     * @throws IllegalArgumentException where there is none, or where its file does not begin with a version
     */
    public static Prompt load(String name) {
        try (InputStream in = Prompts.class.getResourceAsStream(name + ".md")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no prompt named " + name);
            }
            String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher form = FORM.matcher(file);
            if (!form.matches()) {
                throw new IllegalArgumentException("prompt " + name + " must begin with 'version: N' and a line '---'");
            }
            String text = form.group(2).strip();
            return new Prompt(name, Integer.parseInt(form.group(1)), sha256(text), text);
        } catch (IOException broken) {
            throw new UncheckedIOException("prompt " + name + " cannot be read", broken);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
