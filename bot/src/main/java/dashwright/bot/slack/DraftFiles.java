package dashwright.bot.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dashwright.bot.approval.Proposal;
import dashwright.bot.slack.SlackClient.TextFile;
import dashwright.dashboards.check.Finding;
import dashwright.dashboards.check.Receipt;
import dashwright.dashboards.live.HumanValue;
import dashwright.dashboards.plan.PlanCodec;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** A proposal as files to review: the exact JSON, the plan, and the whole evidence. */
final class DraftFiles {
    static final String JSON = "dashboard.json";
    static final String PLAN = "plan.yaml";
    static final String EVIDENCE = "evidence.txt";

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private DraftFiles() {}

    static List<TextFile> of(Proposal proposal) {
        return List.of(
                new TextFile(JSON, json(proposal)),
                new TextFile(PLAN, PlanCodec.writeYaml(proposal.plan())),
                new TextFile(EVIDENCE, evidence(proposal)));
    }

    private static String json(Proposal proposal) {
        try {
            return MAPPER.writeValueAsString(proposal.json()) + "\n";
        } catch (JsonProcessingException impossible) {
            // A tree in memory has nothing that could fail to be written.
            throw new UncheckedIOException(impossible);
        }
    }

    static String evidence(Proposal proposal) {
        StringBuilder text = new StringBuilder();
        line(text, 0, proposal.plan().title());
        line(text, 0, "hash " + proposal.hash() + ", drafted " + proposal.created());
        line(text, 0, "");
        line(text, 0, "Findings: " + proposal.report().findings().size());
        proposal.report().findings().forEach(finding -> finding(text, finding));
        line(text, 0, "Remarks: " + proposal.remarks().size());
        proposal.remarks().forEach(remark -> line(text, 1, remark));
        proposal.report().receipts().forEach(receipt -> receipt(text, receipt));
        return text.toString();
    }

    private static void finding(StringBuilder text, Finding finding) {
        line(text, 1, finding.severity() + " " + finding.code() + " at " + finding.widget() + " " + finding.title());
        line(text, 2, finding.message());
        line(text, 2, finding.fix());
    }

    private static void receipt(StringBuilder text, Receipt receipt) {
        line(text, 0, "");
        line(text, 0, receipt.title() + " (" + receipt.type() + ", " + receipt.widget() + ")");
        line(text, 1, receipt.verdict() + ": " + receipt.explanation());
        for (Receipt.MetricEvidence metric : receipt.metrics()) {
            line(
                    text,
                    1,
                    "metric " + metric.name() + ": " + EvidenceLines.type(metric.type()) + ", unit "
                            + (metric.unit().isNone() ? "not set" : metric.unit()) + ", "
                            + metric.liveness().name().toLowerCase(Locale.ROOT));
            line(text, 2, metric.description().isEmpty() ? "no description" : metric.description());
            line(text, 2, "tags verified: " + String.join(", ", metric.tagsVerified()));
        }
        for (Receipt.Tried tried : receipt.tried()) {
            line(
                    text,
                    1,
                    "tried " + tried.query() + " from " + tried.range().from() + " to "
                            + tried.range().to());
            line(text, 2, tried.failure().isEmpty() ? result(tried) : "failed: " + tried.failure());
        }
        Receipt.Fit fit = receipt.fit();
        if (fit != null) {
            line(
                    text,
                    1,
                    "fits its title: rank " + (fit.rank() == 0 ? "not among the first" : fit.rank())
                            + String.format(Locale.ROOT, ", %.0f %% of its words", fit.fit() * 100)
                            + (fit.rivals().isEmpty() ? "" : ", behind " + String.join(", ", fit.rivals())));
        }
    }

    private static String result(Receipt.Tried tried) {
        return tried.series() + " series, " + tried.points() + " points, last "
                + HumanValue.of(tried.lastValue(), tried.unit())
                + (tried.lastAt() == null ? "" : " at " + tried.lastAt());
    }

    private static void line(StringBuilder text, int depth, String words) {
        text.append("  ".repeat(depth)).append(words.replaceAll("\\R", " ")).append('\n');
    }
}
