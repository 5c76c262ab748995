package dashwright.lab.model;

/** What the simulated model says; called from several requests at once. */
@FunctionalInterface
public interface ModelScript {
    /**
     * The model's next turn.
     *
     * @param conversation what the client sent, already found to be well formed
     */
    Turn next(Conversation conversation);

    /** What plays, in a few words for people. */
    default String description() {
        return "a script written in code";
    }

    /** The same script under a description. */
    default ModelScript describedAs(String words) {
        ModelScript script = this;
        return new ModelScript() {
            @Override
            public Turn next(Conversation conversation) {
                return script.next(conversation);
            }

            @Override
            public String description() {
                return words;
            }
        };
    }
}
