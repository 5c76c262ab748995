package dashwright.evals.retrieval;

import java.io.IOException;
import java.util.List;

/** A way to rank a catalog for a text. */
interface Ranker {
    /** What the table calls it. */
    String name();

    /** The names of the best metrics, best first; at most ten. */
    List<String> best(String text) throws IOException;
}
