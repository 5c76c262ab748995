package dashwright.catalog.search;

import java.util.List;

/** The port to a model that gives texts of like meaning vectors of like direction. */
@FunctionalInterface
public interface Embedder {
    /**
     * The vectors of texts. It returns or fails in a time that a person waits for.
     *
     * @param texts none of them blank
     * @return one vector for each text, in their order, all of one length
     * @throws EmbedderException where there are none for now
     */
    List<UnitVector> embed(List<String> texts);
}
