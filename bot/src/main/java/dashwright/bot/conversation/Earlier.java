package dashwright.bot.conversation;

import dashwright.dashboards.plan.DashboardPlan;

/**
 * The draft that a request wants changed.
 *
 * @param proposalId its proposal
 * @param request what was asked for then
 * @param plan what it was composed from
 */
public record Earlier(String proposalId, String request, DashboardPlan plan) {}
