package dashwright.bot.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What was found about one thing that the bot needs.
 *
 * @param about the thing
 * @param finding what was found, and what to do where it is not as it must be
 * @param exit the exit status that this alone would bring
 */
record Diagnosis(String about, String finding, int exit) {
    static Diagnosis good(String about, String finding) {
        return new Diagnosis(about, finding, Exit.DONE);
    }

    static Diagnosis missing(String about, String finding) {
        return new Diagnosis(about, finding, Exit.NO);
    }

    static Diagnosis settings(String about, String finding) {
        return new Diagnosis(about, finding, Exit.USAGE);
    }

    static Diagnosis outside(String about, String finding) {
        return new Diagnosis(about, finding, Exit.OUTSIDE);
    }

    /** All of them: {@code {"healthy": …, "checks": [{"about", "ok", "finding"}]}}. */
    static ObjectNode document(List<Diagnosis> diagnoses) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("healthy", diagnoses.stream().allMatch(diagnosis -> diagnosis.exit == Exit.DONE));
        var checks = document.putArray("checks");
        diagnoses.forEach(diagnosis -> checks.addObject()
                .put("about", diagnosis.about)
                .put("ok", diagnosis.exit == Exit.DONE)
                .put("finding", diagnosis.finding));
        return document;
    }

    @Override
    public String toString() {
        return about + ": " + finding;
    }
}
