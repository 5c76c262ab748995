package dashwright.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.ButtonElement;
import dashwright.bot.Fixtures;
import dashwright.bot.approval.BoardLink;
import dashwright.bot.approval.Proposal;
import dashwright.dashboards.change.DashboardHash;
import dashwright.dashboards.check.CheckReport;
import dashwright.dashboards.check.Finding;
import dashwright.dashboards.check.Receipt;
import dashwright.dashboards.check.Severity;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.Panel;
import dashwright.dashboards.plan.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DraftMessageTest {
    private static final String ATTACK = "<!channel> <@U0EVE> <https://evil.example|ok> @here `x` \u202E";
    private static final BoardLink BOARD = new BoardLink("abc-def", "https://dd.example/dashboard/abc-def");

    @Test
    void showsEachPanelWithItsEvidence() {
        String text = text(render(proposal(Fixtures.plan()), new DraftState.Waiting()));

        assertThat(text)
                .contains("*Key figures*")
                .contains(
                        ":white_check_mark: live *Tasks completed*: `warehouse.task.complete` count, 240 points, newest 1,524, 20 s ago")
                .contains("*Findings*: none")
                .contains("Left out pod names")
                .contains("All well.")
                .contains("for another 24 h");
    }

    @Test
    void whatIsUnknownNeverGetsTheSignOfWhatIsWell() {
        assertThat(line(Receipt.Verdict.EMPTY_UNKNOWN)).startsWith(":white_circle: no data, unknown why");
        assertThat(line(Receipt.Verdict.NOT_RUN)).startsWith(":white_circle: not tried");
        assertThat(line(Receipt.Verdict.FAILED)).startsWith(":x: the query failed");
        assertThat(line(Receipt.Verdict.EMPTY_GOOD)).startsWith(":white_check_mark: empty, which is good");
    }

    @Test
    void aPanelWithoutAReceiptIsShownAsNotChecked() {
        Proposal proposal = proposal(
                Fixtures.plan("Board", Fixtures.number("a", "First", "m.a"), Fixtures.number("b", "Second", "m.b")),
                List.of(Fixtures.receipt("a", "First", "m.a")),
                List.of());

        assertThat(text(render(proposal, new DraftState.Waiting()))).contains(":white_circle: *Second* not checked");
    }

    @Test
    void theButtonsNameTheProposalAndTheHashThatWasSeen() {
        Proposal proposal = proposal(Fixtures.plan());

        assertThat(buttons(render(proposal, new DraftState.Waiting())))
                .extracting(ButtonElement::getActionId)
                .containsExactly(DraftMessage.APPROVE, DraftMessage.REJECT, DraftMessage.EVIDENCE);
        assertThat(buttons(render(proposal, new DraftState.Waiting())))
                .allSatisfy(button -> assertThat(DecisionValue.read(button.getValue()))
                        .contains(new DecisionValue(proposal.id(), proposal.hash())));
    }

    static Stream<DraftState> decided() {
        return Stream.of(
                new DraftState.Publishing("U0ALICE"),
                new DraftState.Unsure("U0ALICE", "not sure"),
                new DraftState.Published("U0ALICE", BOARD),
                new DraftState.Rejected("U0ALICE"),
                new DraftState.Closed("too old"));
    }

    @ParameterizedTest
    @MethodSource("decided")
    void onceDecidedNothingCanBeDecidedAgain(DraftState state) {
        assertThat(buttons(render(proposal(Fixtures.plan()), state)))
                .extracting(ButtonElement::getActionId)
                .containsExactly(DraftMessage.EVIDENCE);
    }

    @Test
    void whatDatadogRefusedCanBeTriedAgain() {
        SlackMessage message =
                render(proposal(Fixtures.plan()), new DraftState.NotPublished("U0ALICE", "403: no scope"));

        assertThat(buttons(message)).extracting(ButtonElement::getActionId).startsWith(DraftMessage.APPROVE);
        assertThat(text(message)).contains("403: no scope").contains("Nothing was written");
    }

    @Test
    void thePublishedBoardIsLinked() {
        assertThat(text(render(proposal(Fixtures.plan()), new DraftState.Published("U0ALICE", BOARD))))
                .contains("<https://dd.example/dashboard/abc-def|Open S3 sync in Datadog>")
                .contains("<@U0ALICE>");
    }

    @Test
    void aRejectionSaysThatNothingWasWritten() {
        assertThat(text(render(proposal(Fixtures.plan()), new DraftState.Rejected("U0ALICE"))))
                .contains("Rejected by <@U0ALICE>. Nothing was written to Datadog.");
    }

    @Test
    void whatOneMissingPermissionBreaksIsSaidOnce() {
        List<Finding> findings = IntStream.range(0, 4)
                .mapToObj(i -> new Finding(
                        "not-tried",
                        Severity.WARNING,
                        "w" + i / 2,
                        "Panel " + i / 2,
                        "the query could not be tried: POST /api/v2/query/" + (i % 2 == 0 ? "scalar" : "timeseries")
                                + " answered 403: Forbidden. The application key needs the permission timeseries_query",
                        "try again when the service answers"))
                .toList();
        Proposal proposal = proposal(
                Fixtures.plan(), Fixtures.draft(Fixtures.plan()).report().receipts(), findings);

        assertThat(text(render(proposal, new DraftState.Waiting())))
                .containsOnlyOnce("timeseries_query")
                .contains("2 panels");
    }

    @Test
    void nothingForeignPingsLinksOrBreaksOut() {
        DashboardPlan plan = Fixtures.plan(ATTACK, Fixtures.number("a", ATTACK, ATTACK));
        Proposal proposal = proposal(
                plan,
                List.of(Fixtures.receipt("a", ATTACK, ATTACK)),
                List.of(new Finding("code", Severity.WARNING, "a", ATTACK, ATTACK, ATTACK)));

        for (DraftState state : decided().toList()) {
            String text = text(render(proposal, state)) + text(EvidenceMessage.render(proposal, Fixtures.NOW));
            assertThat(text.replace("<@U0ALICE>", "").replaceAll("<https://dd\\.example[^>]*>", ""))
                    .doesNotContain("<")
                    .doesNotContain("@here")
                    .doesNotContain("\u202E");
        }
    }

    @Test
    void aHugeDraftStaysWithinSlacksLimits() {
        Proposal proposal = huge(120, 20);

        assertWithinLimits(render(proposal, new DraftState.Waiting()));
        assertWithinLimits(EvidenceMessage.render(proposal, Fixtures.NOW));
        assertThat(text(render(proposal, new DraftState.Waiting())))
                .contains("more in evidence.txt")
                .contains("more sections in evidence.txt");
        assertThat(buttons(render(proposal, new DraftState.Waiting()))).hasSize(3);
    }

    @Test
    void theFileHoldsWhatTheMessageLeavesOut() {
        String evidence = DraftFiles.evidence(huge(120, 20));

        assertThat(evidence).contains("Panel 119-19").contains("Finding 299").contains("Remark 99");
    }

    @Test
    void theJsonFileIsExactlyWhatIsApproved() throws Exception {
        Proposal proposal = proposal(Fixtures.plan());

        SlackClient.TextFile file = DraftFiles.of(proposal).getFirst();

        assertThat(file.name()).isEqualTo("dashboard.json");
        assertThat(DashboardHash.of(new ObjectMapper().readTree(file.text()))).isEqualTo(proposal.hash());
        assertThat(DraftFiles.of(proposal))
                .extracting(SlackClient.TextFile::name)
                .contains("plan.yaml", "evidence.txt");
    }

    private static Proposal huge(int sections, int panels) {
        List<Section> all = new ArrayList<>();
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < sections; i++) {
            List<Panel> ofSection = new ArrayList<>();
            for (int j = 0; j < panels; j++) {
                String id = "p" + i + "-" + j;
                String title = "Panel " + i + "-" + j + " " + "x".repeat(300);
                ofSection.add(Fixtures.number(id, title, "m." + "y".repeat(400)));
                receipts.add(Fixtures.receipt(id, title, "m." + "y".repeat(400)));
            }
            all.add(new Section("s" + i, "Section " + i, Section.Kind.DETAIL, ofSection));
        }
        DashboardPlan plan =
                new DashboardPlan("T".repeat(400), "D".repeat(5_000), Duration.ofHours(4), List.of(), all, List.of());
        List<Finding> findings = IntStream.range(0, 300)
                .mapToObj(i -> Fixtures.finding(Severity.WARNING, "Finding " + i + " " + "z".repeat(2_000)))
                .toList();
        return proposal(plan, receipts, findings);
    }

    private static Proposal proposal(DashboardPlan plan) {
        return proposal(plan, Fixtures.draft(plan).report().receipts(), List.of());
    }

    private static Proposal proposal(DashboardPlan plan, List<Receipt> receipts, List<Finding> findings) {
        ObjectNode json = Fixtures.board(plan);
        List<String> remarks = findings.size() < 100
                ? List.of("Left out pod names: no such tag.")
                : IntStream.range(0, 100)
                        .mapToObj(i -> "Remark " + i + " " + "r".repeat(600))
                        .toList();
        return new Proposal(
                "0ilrq216g6nl41bl",
                Fixtures.ORIGIN,
                plan,
                json,
                DashboardHash.of(json),
                new CheckReport(findings, receipts),
                remarks,
                "All well.",
                Fixtures.NOW,
                Fixtures.NOW.plus(Duration.ofHours(24)),
                Proposal.State.OPEN,
                Optional.empty(),
                Optional.empty());
    }

    private static SlackMessage render(Proposal proposal, DraftState state) {
        return DraftMessage.render(proposal, state, Fixtures.NOW);
    }

    private static String line(Receipt.Verdict verdict) {
        Receipt receipt = new Receipt(
                "a", "Title", "query_value", List.of(Fixtures.evidence("m")), List.of(), null, verdict, "why");
        return EvidenceLines.line(receipt, Fixtures.NOW);
    }

    private static void assertWithinLimits(SlackMessage message) {
        assertThat(message.blocks()).hasSizeLessThanOrEqualTo(50);
        for (LayoutBlock block : message.blocks()) {
            if (block instanceof SectionBlock section) {
                assertThat(section.getText().getText()).hasSizeBetween(1, 3_000);
            } else if (block instanceof HeaderBlock header) {
                assertThat(header.getText().getText()).hasSizeBetween(1, 150);
            }
        }
    }

    private static List<ButtonElement> buttons(SlackMessage message) {
        return message.blocks().stream()
                .filter(ActionsBlock.class::isInstance)
                .flatMap(block -> ((ActionsBlock) block).getElements().stream())
                .map(ButtonElement.class::cast)
                .toList();
    }

    private static String text(SlackMessage message) {
        return message.text() + "\n"
                + message.blocks().stream()
                        .map(block -> switch (block) {
                            case SectionBlock section -> section.getText().getText();
                            case HeaderBlock header -> "";
                            case ActionsBlock actions -> "";
                            default -> block.toString();
                        })
                        .collect(Collectors.joining("\n"));
    }
}
