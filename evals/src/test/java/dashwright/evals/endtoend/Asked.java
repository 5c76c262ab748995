package dashwright.evals.endtoend;

import dashwright.bot.conversation.Place;
import dashwright.lab.slack.delivery.Delivery;

/**
 * A request that a person has typed.
 *
 * @param words the words after {@code /dash build}
 * @param delivery how Slack gave it to the bot
 * @param place the thread in which it is answered
 */
record Asked(String words, Delivery delivery, Place place) {
    /** The timestamp of the thread's first message, which tells the progress and how it ended. */
    String root() {
        return place.thread();
    }
}
