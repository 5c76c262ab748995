package dashwright.bot.approval;

import dashwright.dashboards.plan.PlanCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** A proposal as the database keeps it. */
final class ProposalRow {
    private ProposalRow() {}

    static Proposal read(ResultSet row) throws SQLException {
        String hash = row.getString("replaces_hash");
        return new Proposal(
                row.getString("id"),
                new Origin(
                        row.getString("request"),
                        row.getString("requester"),
                        row.getString("channel"),
                        row.getString("thread"),
                        row.getString("begun_as")),
                PlanCodec.readYaml(row.getString("plan")),
                ReportCodec.board(row.getString("json")),
                row.getString("hash"),
                ReportCodec.report(row.getString("report")),
                ReportCodec.texts(row.getString("remarks")),
                row.getString("summary"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                Proposal.State.valueOf(row.getString("state")),
                board(row.getString("board_id"), row.getString("board_url")),
                board(row.getString("replaces_id"), row.getString("replaces_url"))
                        .map(board -> new Replaced(board, hash)));
    }

    private static Optional<BoardLink> board(String id, String url) {
        return id.isEmpty() ? Optional.empty() : Optional.of(new BoardLink(id, url));
    }
}
