package dashwright.bot.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.bot.approval.BoardLink;
import dashwright.dashboards.check.CheckReport;
import dashwright.dashboards.plan.DashboardPlan;
import dashwright.dashboards.plan.PlanCodec;
import dashwright.tools.health.StatusSummary;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** A build as one JSON document: request, plan, dashboard, receipts, findings, status, and what was published. */
public final class BoardDocument {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode document = JSON.createObjectNode();

    /** A document about a request. */
    public static BoardDocument of(String request) {
        BoardDocument document = new BoardDocument();
        document.document.put("request", request);
        return document;
    }

    /** The board and the evidence for it. */
    public BoardDocument board(
            DashboardPlan plan, ObjectNode dashboard, String hash, CheckReport report, Collection<String> remarks) {
        document.set("plan", PlanCodec.writeTree(plan));
        document.set("dashboard", dashboard);
        document.put("hash", hash);
        document.set("receipts", Evidence.receipts(report.receipts()));
        document.set("findings", Evidence.findings(report.findings()));
        remarks.forEach(document.putArray("remarks")::add);
        return this;
    }

    /** How things stand. */
    public BoardDocument status(StatusSummary status) {
        ObjectNode node = document.putObject("status").put("summary", status.text());
        status.figures().forEach(figure -> node.withArray("figures").add(Evidence.figure(figure)));
        return this;
    }

    /** What stands in Datadog; {@code null} in the document where nothing was published. */
    public BoardDocument published(Optional<BoardLink> board) {
        document.putNull("published");
        board.ifPresent(
                link -> document.putObject("published").put("id", link.id()).put("url", link.url()));
        return this;
    }

    /** Anything else worth saying, by name. */
    public BoardDocument with(Map<String, ?> further) {
        further.forEach((name, value) -> document.set(name, JSON.valueToTree(value)));
        return this;
    }

    /** The document as text. */
    public String text() {
        return document.toPrettyString();
    }
}
