package dashwright.lab.world.table;

import dashwright.lab.world.signal.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that sends metrics: a pod, a host, a database.
 *
 * @param name what makes its noise differ from that of others
 * @param tags its tags
 * @param share its part of the events that its group counts
 */
public record Sender(String name, Map<String, String> tags, Share share) {
    public Sender {
        tags = Map.copyOf(tags);
    }

    /** The same sender with one tag more. */
    public Sender with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(tags);
        more.put(key, value);
        return new Sender(name + '|' + value, more, share);
    }

    /**
     * This sender's parts, one for each value of a further tag. A list begins with what there is most of: each value has
     * a part that is smaller than that of the one before it.
     */
    public List<Sender> split(String key, List<String> values) {
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += weight(i);
        }
        List<Sender> parts = new ArrayList<>();
        double begin = 0;
        for (int i = 0; i < values.size(); i++) {
            double end = i == values.size() - 1 ? 1 : begin + weight(i) / sum;
            Sender part = with(key, values.get(i));
            parts.add(new Sender(part.name, part.tags, share.within(begin, end)));
            begin = end;
        }
        return parts;
    }

    /** The weight of the value at a place of a list that begins with what there is most of. */
    static double weight(int place) {
        return 1.0 / (place + 1);
    }
}
