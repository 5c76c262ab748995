package dashwright.bot.slack;

import dashwright.bot.approval.Approvals;
import dashwright.bot.approval.Proposals;
import dashwright.bot.conversation.Workbench;
import dashwright.bot.lessons.Teaching;
import dashwright.bot.publish.Publisher;
import java.time.InstantSource;

/**
 * What Slack's face passes requests on to.
 *
 * @param workbench builds and finds
 * @param proposals the drafts that were shown
 * @param approvals takes decisions
 * @param publisher publishes what was approved
 * @param teaching teaches the search what words mean
 * @param deliveries what was taken already
 * @param clock the time
 */
public record SlackServices(
        Workbench workbench,
        Proposals proposals,
        Approvals approvals,
        Publisher publisher,
        Teaching teaching,
        Deliveries deliveries,
        InstantSource clock) {}
