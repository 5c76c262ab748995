package dashwright.lab.model;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Scripts to play. */
public final class Scripts {
    private Scripts() {}

    /**
     * These turns, one for each request, whoever asks; so an error is followed by the next turn when the client tries
     * again. After the last one comes an error that says so.
     */
    public static ModelScript fixed(List<Turn> turns) {
        List<Turn> copy = List.copyOf(turns);
        AtomicInteger next = new AtomicInteger();
        ModelScript script = conversation -> {
            int index = next.getAndUpdate(played -> Math.min(played + 1, copy.size()));
            return index < copy.size() ? copy.get(index) : playedOut(copy.size());
        };
        return script.describedAs("a fixed list of turns: " + copy.size());
    }

    /** These turns, as {@link #fixed(List)}. */
    public static ModelScript fixed(Turn... turns) {
        return fixed(List.of(turns));
    }

    /** The same call again and again. */
    public static ModelScript endless(String toolName, String arguments) {
        ModelScript script = conversation -> Turn.call(toolName, arguments);
        return script.describedAs("endless: calls " + toolName + " in every turn");
    }

    /**
     * A model that makes things up: calls tools that do not exist, sends arguments that are no JSON, drafts a board of
     * metrics and tags that it invented, and then claims that it was published.
     */
    public static ModelScript inventing() {
        ModelScript script = InventingScript::next;
        return script.describedAs("inventing: tools, arguments, metrics, tags and success that are not there");
    }

    /** A model that answers with nothing. */
    public static ModelScript silent() {
        ModelScript script = conversation -> Turn.text("");
        return script.describedAs("silent: an empty text in every turn");
    }

    /**
     * A sensible model for whatever is requested: searches with the request's words, lets the board be drafted, and
     * says how that went. Tools that are not offered are not called.
     */
    public static ModelScript standard() {
        ModelScript script = StandardScript::next;
        return script.describedAs("standard: searches, drafts, and says how it went");
    }

    /**
     * Reads a script: either {@code script: standard}, {@code silent} or {@code inventing}, or rules.
     *
     * <pre>{@code
     * rules:
     *   - when: "(?i)pizza"               # a regular expression, searched in the user's request
     *     turns:                          # by the turns that the model has had since that request
     *       - calls:
     *           - {name: find_metrics, arguments: {text: pizza}}   # or a text, sent as it is
     *       - error: {status: 429, retry_after: PT2S}              # also: type, code, param, message
     *       - hang: PT30S
     *       - text: There is no such metric.
     * otherwise: standard                 # for requests that no rule fits; left out: an error
     * }</pre>
     *
     * @throws IllegalArgumentException that names everything that is wrong
     */
    public static ModelScript fromYaml(String yaml) {
        return new ScriptReader().read(yaml);
    }

    /** The error for a client that wants more turns than there are. It is no server error, which clients would repeat. */
    static Turn playedOut(int turns) {
        return Turn.error(ApiError.invalid(
                "messages",
                "script_played_out",
                "The lab's script has " + turns + " turns, and all of them were played; give it more."));
    }
}
