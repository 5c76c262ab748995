package dashwright.bot.lessons;

import java.time.Instant;

/**
 * A phrase that somebody gave a meaning.
 *
 * @param id a letter and a number, never used again
 * @param phrase the words as they were taught
 * @param metric the full name of the metric that they mean
 * @param by who taught it: a Slack user id, or the name of a person at another face
 * @param at when
 */
public record Lesson(String id, String phrase, String metric, String by, Instant at) {}
