package dashwright.lab.slack.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import dashwright.lab.LabClock;
import dashwright.lab.slack.SlackLab;
import dashwright.lab.slack.delivery.Delivery;
import dashwright.lab.slack.delivery.Envelope;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lets a real browser use the chat page; skips itself where there is none. */
final class ChatPageTest {
    private static final String BLOCKS = """
            [{"type":"header","text":{"type":"plain_text","text":"S3 <b>sync</b>"}},
             {"type":"section","text":{"type":"mrkdwn","text":"*All* `a&lt;b` <https://example.com|board> <javascript:document.title='caught'|x>"}},
             {"type":"markdown","text":"# Done <img src=x onerror=document.title='caught'>\\n\\n- **one**"},
             {"type":"actions","block_id":"decide","elements":[{"type":"button","action_id":"approve","value":"draft-1",
               "text":{"type":"plain_text","text":"Approve"},
               "confirm":{"title":{"type":"plain_text","text":"Sure?"},"text":{"type":"plain_text","text":"It is written."},
                 "confirm":{"type":"plain_text","text":"Yes"},"deny":{"type":"plain_text","text":"No"}}}]}]
            """;

    private SlackLab lab;
    private MethodsClient slack;
    private @Nullable Browser browser;

    @BeforeEach
    void start() throws Exception {
        LabClock clock = new LabClock(Instant.parse("2026-11-20T09:30:00Z"), false, InstantSource.system());
        lab = SlackLab.start(SlackLab.Options.of(clock)
                .with(new SlackLab.Timing(Duration.ofMillis(300), Duration.ofSeconds(30), Duration.ZERO))
                .suggesting(List.of("/dash build s3 sync status")));
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(lab.apiUrl());
        config.setProxyUrl(null);
        slack = Slack.getInstance(config).methods(lab.credentials().botToken());
    }

    @AfterEach
    void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
        lab.close();
    }

    private Browser opened(Path profile, String query) throws IOException, InterruptedException {
        Optional<Path> program = Browser.installed();
        assumeTrue(program.isPresent(), "skipped: there is no Chromium on the path");
        Browser opened = Browser.open(program.orElseThrow(), profile);
        browser = opened;
        opened.go(URI.create(lab.pageUrl() + query));
        opened.until("document.querySelector('.composer-box')");
        return opened;
    }

    @Test
    void letsAPersonWriteAndSeesTheAnswerAtOnce(@TempDir Path profile) throws Exception {
        Browser page = opened(profile, "?channel=general&user=U0MAYA001");
        page.typeAndEnter("hello @dash <b>&</b>");
        await().until(() -> lab.sees().sawMessage("general", "<@U0DASHBOT>").isPresent());
        assertThat(lab.sees().messages("general").getFirst().content().text())
                .isEqualTo("hello <@U0DASHBOT> &lt;b&gt;&amp;&lt;/b&gt;");
        page.until("document.querySelector('#timeline article')");
        assertThat(page.words("#timeline article .content")).isEqualTo("hello @dash <b>&</b>");

        var answer =
                slack.chatPostMessage(request -> request.channel("C0GENERAL").text("looking…"));
        page.until("document.querySelectorAll('#timeline article').length === 2");
        slack.chatUpdate(
                request -> request.channel("C0GENERAL").ts(answer.getTs()).text("found"));
        page.until("document.querySelector('#timeline').innerText.includes('found')");
        assertThat(page.words("#timeline")).doesNotContain("looking…").contains("(edited)");
    }

    @Test
    void showsBlocksAndLetsNothingInThemRun(@TempDir Path profile) throws Exception {
        slack.chatPostMessage(request -> request.channel("C0GENERAL").text("x").blocksAsString(BLOCKS));
        slack.filesUploadV2(request -> request.channel("C0GENERAL")
                .filename("dashboard.json")
                .fileData("{\"title\":\"<script>\"}".getBytes(StandardCharsets.UTF_8)));
        Browser page = opened(profile, "?channel=general&user=U0MAYA001");
        page.until("document.querySelector('.block-actions button')");
        assertThat(page.words(".block-header")).isEqualTo("S3 <b>sync</b>");
        assertThat(page.words(".section-text")).isEqualTo("All a<b board x");
        assertThat(page.ask("[...document.querySelectorAll('#timeline a.link')].map((a) => a.href).join()")
                        .asText())
                .isEqualTo("https://example.com/");
        assertThat(page.words(".markdown")).contains("Done <img src=x").contains("one");
        page.click(".file-buttons button");
        page.until("document.querySelector('.file-preview pre')");
        assertThat(page.words(".file-preview pre")).isEqualTo("{\n  \"title\": \"<script>\"\n}");
        assertThat(page.ask("document.title").asText()).isEqualTo("general · Lakeside");
    }

    @Test
    void asksBeforeAButtonAndSaysThatNobodyAnswered(@TempDir Path profile) throws Exception {
        slack.chatPostMessage(request -> request.channel("C0GENERAL").text("x").blocksAsString(BLOCKS));
        Browser page = opened(profile, "?channel=general&user=U0TOMAS02");
        page.click("[data-action=approve]");
        page.click("dialog button[value=no]");
        page.until("!document.querySelector('dialog')");
        assertThat(presses()).isEmpty();
        page.click("[data-action=approve]");
        page.click("dialog button[value=yes]");
        page.until("document.querySelector('.trouble')");
        assertThat(page.words(".trouble").strip()).isEqualTo("dash didn't respond");
        var pressed = presses().getLast().envelope().payload();
        assertThat(pressed.at("/actions/0/value").asText()).isEqualTo("draft-1");
        assertThat(pressed.at("/user/id").asText()).isEqualTo("U0TOMAS02");
    }

    private List<Delivery> presses() {
        return lab.sees().acks().stream()
                .filter(delivery -> delivery.envelope().kind() == Envelope.Kind.INTERACTIVE)
                .toList();
    }

    @Test
    void showsACommandThatFailedAndSuggestsOthers(@TempDir Path profile) throws Exception {
        Browser page = opened(profile, "?channel=dashboards&user=U0JONAS04");
        page.click(".suggestion");
        assertThat(page.ask("document.querySelector('.composer-box').value").asText())
                .isEqualTo("/dash build s3 sync status");
        page.typeAndEnter("");
        page.until("!document.querySelector('#notice').hidden");
        assertThat(page.words("#notice")).contains("The app is not connected");
        assertThat(page.words("article.ephemeral")).contains("Only visible to you", "dispatch_failed");
        assertThat(lab.sees().acks().getLast().envelope().payload().path("text").asText())
                .isEqualTo("build s3 sync status");
    }
}
