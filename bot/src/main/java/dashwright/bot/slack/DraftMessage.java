package dashwright.bot.slack;

import com.slack.api.model.block.element.ButtonElement;
import dashwright.bot.approval.Proposal;
import dashwright.dashboards.check.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A proposal as a message: what it shows, the evidence for each panel, what was found, and the buttons. */
final class DraftMessage {
    static final String APPROVE = "draft_approve";
    static final String REJECT = "draft_reject";
    static final String EVIDENCE = "draft_evidence";
    static final String APART = "draft_apart";

    /** Kept free of sections, so that findings, remarks, state and buttons always fit. */
    private static final int BLOCKS_AROUND_SECTIONS = 12;

    /** The call in what Datadog answered; one missing permission fails several of them. */
    private static final Pattern CALLED = Pattern.compile("\\b(?:GET|POST|PUT) /\\S+");

    private static final int HASH_SHOWN = 12;
    private static final String IN_THE_FILE = "in " + DraftFiles.EVIDENCE;

    private DraftMessage() {}

    static SlackMessage render(Proposal proposal, DraftState state, Instant now) {
        BlockList blocks = new BlockList().header(proposal.plan().title());
        blocks.section(Mrkdwn.lines(proposal.plan().description(), 600));
        blocks.section(Mrkdwn.lines(proposal.summary(), 2_000));
        sections(blocks, proposal, now);
        findings(blocks, proposal.report().findings());
        remarks(blocks, proposal.remarks());
        blocks.context(smallPrint(proposal));
        blocks.section(state(proposal, state, now));
        blocks.buttons(buttons(proposal, state));
        return blocks.message(notification(proposal, state));
    }

    /** What became of a proposal, for where its message cannot be changed. */
    static SlackMessage notice(Proposal proposal, DraftState state, Instant now) {
        return SlackMessage.of("*" + Mrkdwn.text(proposal.plan().title(), 200) + "*: " + state(proposal, state, now));
    }

    private static void sections(BlockList blocks, Proposal proposal, Instant now) {
        Map<String, List<String>> lines =
                EvidenceLines.bySection(proposal.plan(), proposal.report().receipts(), now);
        int room = SlackMessage.MOST_BLOCKS - BLOCKS_AROUND_SECTIONS;
        int shown = 0;
        for (Map.Entry<String, List<String>> section : lines.entrySet()) {
            if (shown == room) {
                blocks.section("… and " + (lines.size() - shown) + " more sections " + IN_THE_FILE);
                return;
            }
            blocks.lines("*" + Mrkdwn.text(section.getKey(), 200) + "*", section.getValue(), IN_THE_FILE);
            shown++;
        }
    }

    private static void findings(BlockList blocks, List<Finding> findings) {
        if (findings.isEmpty()) {
            blocks.section("*Findings*: none");
        } else {
            blocks.lines("*Findings*", lines(findings), IN_THE_FILE);
        }
    }

    /** What is wrong with many panels for one reason is said once. */
    static List<String> lines(List<Finding> findings) {
        Map<String, List<Finding>> alike = new LinkedHashMap<>();
        findings.forEach(finding -> alike.computeIfAbsent(
                        finding.code() + CALLED.matcher(finding.message()).replaceAll(" ") + finding.fix(),
                        key -> new ArrayList<>())
                .add(finding));
        return alike.values().stream().map(DraftMessage::line).toList();
    }

    private static String line(List<Finding> alike) {
        Finding first = alike.getFirst();
        long widgets = alike.stream().map(Finding::widget).distinct().count();
        return widgets == 1
                ? finding(first)
                : finding(new Finding(
                        first.code(), first.severity(), "", widgets + " panels", first.message(), first.fix()));
    }

    static String finding(Finding finding) {
        String where = finding.title().isEmpty() ? "" : " " + Mrkdwn.text(finding.title(), 120) + ":";
        return Words.severity(finding.severity()) + where + " " + Mrkdwn.text(finding.message(), 400) + " "
                + Mrkdwn.text(finding.fix(), 300);
    }

    static void remarks(BlockList blocks, List<String> remarks) {
        List<String> lines =
                remarks.stream().map(remark -> "• " + Mrkdwn.text(remark, 400)).toList();
        if (!lines.isEmpty()) {
            blocks.lines("*Remarks*", lines, IN_THE_FILE);
        }
    }

    private static String smallPrint(Proposal proposal) {
        return "Asked by " + Mrkdwn.user(proposal.origin().requester()) + ": _"
                + Mrkdwn.text(proposal.origin().request(), 300) + "_ · window "
                + Words.span(proposal.plan().window()) + " · hash "
                + Mrkdwn.code(proposal.hash().substring(0, HASH_SHOWN), HASH_SHOWN);
    }

    private static String state(Proposal proposal, DraftState state, Instant now) {
        return switch (state) {
            case DraftState.Waiting _ ->
                replaces(proposal)
                        + "Nothing is written to Datadog until someone approves exactly this. Open for another "
                        + Words.span(Duration.between(now, proposal.expires())) + ".";
            case DraftState.Publishing publishing ->
                ":hourglass_flowing_sand: Approved by " + Mrkdwn.user(publishing.approver()) + ". Publishing …";
            case DraftState.Unsure unsure ->
                ":hourglass_flowing_sand: Approved by " + Mrkdwn.user(unsure.approver()) + ". "
                        + Mrkdwn.text(unsure.message(), 800);
            case DraftState.Published published ->
                ":white_check_mark: Approved by " + Mrkdwn.user(published.approver())
                        + (proposal.replaces().isPresent()
                                ? ", and the published board is updated: "
                                : " and published: ")
                        + Mrkdwn.link(
                                published.board().url(),
                                "Open " + proposal.plan().title() + " in Datadog");
            case DraftState.NotPublished failed ->
                ":x: Approved by " + Mrkdwn.user(failed.approver()) + ", but not published: "
                        + Mrkdwn.text(failed.message(), 1_200) + " Nothing was written. Approve tries again.";
            case DraftState.Conflict conflict ->
                ":warning: Approved by " + Mrkdwn.user(conflict.approver()) + ", but nothing was written. "
                        + Mrkdwn.text(conflict.message(), 1_200);
            case DraftState.Rejected rejected ->
                ":no_entry_sign: Rejected by " + Mrkdwn.user(rejected.rejecter()) + ". Nothing was written to Datadog.";
            case DraftState.Closed closed -> ":no_entry_sign: " + Mrkdwn.text(closed.message(), 800);
        };
    }

    private static String replaces(Proposal proposal) {
        return proposal.replaces()
                .map(old -> ":arrows_counterclockwise: Approving this updates "
                        + Mrkdwn.link(old.board().url(), "the published board")
                        + ", if nobody changed it in Datadog since. ")
                .orElse("");
    }

    private static List<ButtonElement> buttons(Proposal proposal, DraftState state) {
        String value = DecisionValue.of(proposal).text();
        List<ButtonElement> buttons = new ArrayList<>();
        if (state.isOpen()) {
            buttons.add(BlockList.button(
                    APPROVE,
                    proposal.replaces().isPresent() ? "Approve and update" : "Approve and publish",
                    value,
                    "primary"));
        }
        if (state instanceof DraftState.Conflict) {
            buttons.add(BlockList.button(APART, "Propose as a new board", value, ""));
        }
        if (state instanceof DraftState.Waiting) {
            buttons.add(BlockList.button(REJECT, "Reject", value, "danger"));
        }
        buttons.add(BlockList.button(EVIDENCE, "View evidence", value, ""));
        return buttons;
    }

    private static String notification(Proposal proposal, DraftState state) {
        String title = Mrkdwn.text(proposal.plan().title(), 200);
        return switch (state) {
            case DraftState.Published _ -> "Published: " + title;
            case DraftState.Rejected _ -> "Rejected: " + title;
            case DraftState.Conflict _, DraftState.NotPublished _ -> "Not published: " + title;
            default -> "Draft: " + title;
        };
    }
}
