package dashwright.bot.slack;

import dashwright.bot.approval.Proposal;
import dashwright.dashboards.check.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The evidence of a proposal in full, for the one person who asks. */
final class EvidenceMessage {
    private static final int BLOCKS_AROUND = 3;

    private EvidenceMessage() {}

    static SlackMessage render(Proposal proposal, Instant now) {
        BlockList blocks = new BlockList().header("Evidence: " + proposal.plan().title());
        List<Receipt> receipts = proposal.report().receipts();
        int room = SlackMessage.MOST_BLOCKS - BLOCKS_AROUND;
        receipts.stream()
                .limit(room)
                .forEach(receipt ->
                        blocks.lines(EvidenceLines.line(receipt, now), details(receipt), "in " + DraftFiles.EVIDENCE));
        if (receipts.size() > room) {
            blocks.section("… and " + (receipts.size() - room) + " more in " + DraftFiles.EVIDENCE);
        }
        if (receipts.isEmpty()) {
            blocks.section("No panel of this draft reads data.");
        }
        blocks.context("As it was when drafted, " + Words.age(proposal.created(), now) + ".");
        return blocks.message("Evidence: " + Mrkdwn.text(proposal.plan().title(), 200));
    }

    private static List<String> details(Receipt receipt) {
        List<String> lines = new ArrayList<>();
        lines.add(Mrkdwn.text(receipt.explanation(), 400));
        for (Receipt.MetricEvidence metric : receipt.metrics()) {
            if (!metric.description().isBlank()) {
                lines.add("• " + Mrkdwn.code(metric.name(), 120) + ": " + Mrkdwn.text(metric.description(), 300));
            }
            if (!metric.tagsVerified().isEmpty()) {
                lines.add("• tags seen: " + Mrkdwn.code(String.join(", ", metric.tagsVerified()), 300));
            }
        }
        for (Receipt.Tried tried : receipt.tried()) {
            lines.add("• " + Mrkdwn.code(tried.query(), 500)
                    + (tried.failure().isEmpty()
                            ? String.format(Locale.ROOT, ": %,d series, %,d points", tried.series(), tried.points())
                            : ": " + Mrkdwn.text(tried.failure(), 400)));
        }
        Receipt.Fit fit = receipt.fit();
        if (fit != null) {
            lines.add(fit(fit));
        }
        return lines;
    }

    private static String fit(Receipt.Fit fit) {
        String rank = fit.rank() == 0
                ? "• searching for this title does not bring its metric up"
                : "• place " + fit.rank() + " when its title is searched";
        return fit.rivals().isEmpty() ? rank : rank + ", behind " + Mrkdwn.code(String.join(", ", fit.rivals()), 300);
    }
}
