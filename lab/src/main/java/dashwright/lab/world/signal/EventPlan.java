package dashwright.lab.world.signal;

/** When events happen, to the minute. */
public sealed interface EventPlan permits EventPlan.Irregular, EventPlan.Scheduled {
    /**
     * The events of a minute.
     *
     * @param minute the minute, counted from the epoch
     * @return how many, never negative
     */
    long inMinute(long minute);

    /** What makes this plan's events fall to other senders than those of other plans. */
    long key();

    /**
     * Events that come as they come: each hour's total is spread unevenly over its minutes, and exactly.
     *
     * @param key what makes it differ from others
     * @param hours the totals
     */
    record Irregular(long key, HourTotals hours) implements EventPlan {
        @Override
        public long inMinute(long minute) {
            long hour = Math.floorDiv(minute, 60L);
            long total = hours.in(hour);
            if (total == 0) {
                return 0;
            }
            int place = shuffled((int) Math.floorMod(minute, 60L), Hash.of(key, hour));
            double shift = Hash.unit(key, hour);
            return (long) (Math.floor(total * upTo(place + 1) + shift) - Math.floor(total * upTo(place) + shift));
        }

        /** The share of the hour that falls to the first places; the later ones are the busier. */
        private static double upTo(int places) {
            double share = places / 60.0;
            return share * (0.5 + 0.5 * share);
        }

        /** A permutation of the minutes of an hour: a bijection on 64 places, walked until it lands among the 60. */
        private static int shuffled(int minute, long hash) {
            int multiplier = (int) (hash & 63) | 1;
            int offset = (int) (hash >>> 6) & 63;
            int second = ((int) (hash >>> 12) & 63) | 1;
            int place = minute;
            do {
                place = (place * multiplier + offset) & 63;
                place ^= place >>> 3;
                place = (place * second) & 63;
            } while (place >= 60);
            return place;
        }
    }

    /**
     * One event every so many minutes.
     *
     * @param key what makes it differ from others
     * @param everyMinutes the minutes from one to the next
     * @param offset the minute of the first, counted from the epoch
     */
    record Scheduled(long key, long everyMinutes, long offset) implements EventPlan {
        public Scheduled {
            if (everyMinutes < 1) {
                throw new IllegalArgumentException("a schedule needs at least a minute from one event to the next");
            }
        }

        @Override
        public long inMinute(long minute) {
            return Math.floorMod(minute - offset, everyMinutes) == 0 ? 1 : 0;
        }
    }
}
