package dashwright.lab.world.signal;

import dashwright.lab.world.Signal;

/**
 * The events that a sender counts in an interval; nothing where there were none, since an agent sends nothing for a
 * counter that nobody incremented. (A real agent sends zeros for five minutes more, which no sum can tell apart.)
 *
 * @param plan everybody's events
 * @param share the sender's part of them
 * @param minutes the minutes in an interval
 */
public record Counted(EventPlan plan, Share share, int minutes) implements Signal {
    public Counted {
        if (minutes < 1) {
            throw new IllegalArgumentException("events are counted over at least a minute");
        }
    }

    /** Events counted by the minute. */
    public Counted(EventPlan plan, Share share) {
        this(plan, share, 1);
    }

    @Override
    public double at(long epochSecond) {
        long first = Math.floorDiv(epochSecond, 60L);
        long count = 0;
        for (long minute = first; minute < first + minutes; minute++) {
            long total = plan.inMinute(minute);
            if (total > 0) {
                count += share.of(total, plan.key(), minute);
            }
        }
        return count > 0 ? count : Double.NaN;
    }
}
