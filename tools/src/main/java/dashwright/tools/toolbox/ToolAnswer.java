package dashwright.tools.toolbox;

/**
 * What a tool says to the model.
 *
 * @param kind what sort of answer it is; its name is the first word of the text
 * @param text the whole answer, at most {@value dashwright.tools.metrics.TextTable#MOST} characters and one short line
 */
public record ToolAnswer(Kind kind, String text) {
    /** The first word of an answer. */
    public enum Kind {
        /** What the catalog or Datadog said. */
        DATA,
        /** There is a plan, and what came back when it was tried. */
        DRAFT,
        /** The catalog has nothing for it. */
        GAP,
        /** A person must choose. */
        QUESTION,
        /** The call did nothing; the text says who can mend it. */
        ERROR
    }

    static ToolAnswer of(Kind kind, String words) {
        return new ToolAnswer(kind, kind.name() + " " + words);
    }

    /** True where the call did nothing. */
    public boolean isError() {
        return kind == Kind.ERROR;
    }
}
