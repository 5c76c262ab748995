package dashwright.lab.world.signal;

/**
 * A sender's part of everybody's events: an interval of [0, 1]. The parts of senders whose intervals together make
 * [0, 1] add up to the total in every minute, and those that make another sender's interval add up to its part.
 *
 * @param from the interval's beginning
 * @param to its end
 */
public record Share(double from, double to) {
    /** All events. */
    public static final Share ALL = new Share(0, 1);

    public Share {
        if (!(0 <= from && from <= to && to <= 1)) {
            throw new IllegalArgumentException("a share is an interval within [0, 1], not [" + from + ", " + to + "]");
        }
    }

    /** The part of this share that begins and ends at these parts of it. */
    public Share within(double begin, double end) {
        double width = to - from;
        return new Share(from + begin * width, end >= 1 ? to : from + end * width);
    }

    /** This sender's part of a total; the key and the minute decide to whom the odd events fall. */
    long of(long total, long key, long minute) {
        double shift = Hash.unit(key, minute);
        return (long) (Math.floor(total * to + shift) - Math.floor(total * from + shift));
    }
}
