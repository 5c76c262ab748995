package dashwright.lab.slack.driver;

import dashwright.lab.slack.delivery.Delivery;
import java.util.Map;

/**
 * What came of submitting a modal.
 *
 * @param delivery how the app was told
 * @param errors what the app refused, by block id; empty where it took everything
 */
public record Submission(Delivery delivery, Map<String, String> errors) {
    public Submission {
        errors = Map.copyOf(errors);
    }
}
