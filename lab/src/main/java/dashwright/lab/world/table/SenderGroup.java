package dashwright.lab.world.table;

import java.util.List;

/**
 * Senders that share the same events, such as all worker pods of one environment.
 *
 * @param name what makes its events differ from those of other groups
 * @param scale how large its figures are beside those of the world's main group, 1 for as large
 * @param senders the senders; their shares together make [0, 1]
 */
public record SenderGroup(String name, double scale, List<Sender> senders) {
    public SenderGroup {
        senders = List.copyOf(senders);
        if (!(scale > 0)) {
            throw new IllegalArgumentException("a group's scale lies above 0");
        }
    }
}
