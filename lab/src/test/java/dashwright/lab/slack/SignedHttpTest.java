package dashwright.lab.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.slack.api.bolt.App;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import dashwright.lab.LabClock;
import dashwright.lab.http.LabServer;
import dashwright.lab.slack.delivery.Delivery;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SignedHttpTest {
    private final LabClock clock = Clients.clock();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private SlackLab lab;
    private LabServer bolt;

    @BeforeEach
    void start() throws Exception {
        lab = SlackLab.start(SlackLab.Options.of(clock)
                .with(new SlackLab.Timing(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ZERO)));
        App app = BoltApp.over(lab);
        app.command(
                "/dash",
                (request, ctx) -> ctx.ack("heard: " + request.getPayload().getText()));
        app.event(AppMentionEvent.class, (event, ctx) -> {
            heard.add(ctx.getRetryNum() + " " + ctx.getRetryReason() + " " + event.getEventId());
            if (ctx.getRetryNum() == null) {
                throw new IllegalStateException("the first attempt fails");
            }
            return ctx.ack();
        });
        app.event(MessageEvent.class, (event, ctx) -> ctx.ack());
        app.blockAction("approve", (request, ctx) -> {
            heard.add(request.getPayload().getActions().getFirst().getValue());
            return ctx.ack();
        });
        bolt = LabServer.bind(0);
        bolt.serve(Map.of("/slack/events", new SlackAppServlet(app)));
        lab.deliverTo(URI.create(bolt.baseUrl() + "/slack/events"));
    }

    @AfterEach
    void stop() throws IOException {
        lab.close();
        bolt.close();
    }

    @Test
    void bringsACommandAndShowsTheAnswer() throws Exception {
        Delivery delivery = lab.driver()
                .typeSlash("maya", "oncall", "/dash how is b2 & s3?")
                .get();
        assertThat(delivery.via()).isEqualTo(Delivery.Via.HTTP);
        assertThat(delivery.acknowledged()).as(delivery.detail()).isTrue();
        assertThat(lab.sees().ephemerals("maya").getLast().content().text()).isEqualTo("heard: how is b2 & s3?");
    }

    @Test
    void bringsAPressedButton() throws Exception {
        var posted = Clients.methods(lab)
                .chatPostMessage(
                        request -> request.channel("C0DASHBRD")
                                .text("Publish?")
                                .blocksAsString(
                                        "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"value\":\"draft-7\","
                                                + "\"action_id\":\"approve\",\"text\":{\"type\":\"plain_text\",\"text\":\"Go\"}}]}]"));
        assertThat(lab.driver().press("tomas", posted.getTs(), "Go").get().acknowledged())
                .isTrue();
        assertThat(heard.take()).isEqualTo("draft-7");
    }

    @Test
    void sendsAnEventAgainThatTheAppFailedToTake() {
        lab.driver().mention("priya", "dashboards", "@dash hello");
        await().until(() -> heard.size() == 2);
        List<String> attempts = List.copyOf(heard);
        assertThat(attempts.getFirst()).startsWith("null null Ev");
        assertThat(attempts.getLast()).isEqualTo(attempts.getFirst().replace("null null", "1 http_error"));
    }

    @Test
    void isRefusedWithAWrongSignature() throws Exception {
        lab.http().signAs("another secret", Duration.ZERO);
        Delivery delivery =
                lab.driver().typeSlash("maya", "oncall", "/dash help").get();
        assertThat(delivery.outcome()).isEqualTo(Delivery.Outcome.REFUSED);
        assertThat(delivery.detail()).isEqualTo("the app answered 401");
        assertThat(lab.sees().sawMessage("oncall", "dispatch_failed")).isPresent();
    }

    @Test
    void isRefusedWithAnOldTimestamp() throws Exception {
        lab.http().signAs(lab.credentials().signingSecret(), Duration.ofMinutes(-6));
        assertThat(lab.driver().typeSlash("maya", "oncall", "/dash help").get().outcome())
                .isEqualTo(Delivery.Outcome.REFUSED);
    }

    @Test
    void wantsAnAppThatAnswersTheChallenge() {
        assertThatThrownBy(() -> lab.deliverTo(URI.create(bolt.baseUrl() + "/nothing-here")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("challenge")
                .hasMessageContaining("nothing-here answered 405");
    }

    @Test
    void prefersSocketModeWhereTheAppIsConnected() throws Exception {
        App app = BoltApp.over(lab);
        app.command("/dash", (request, ctx) -> ctx.ack("by socket"));
        var socket = BoltApp.connected(lab, app);
        try {
            await().until(() -> lab.socketMode().open());
            assertThat(lab.driver()
                            .typeSlash("maya", "oncall", "/dash help")
                            .get()
                            .via())
                    .isEqualTo(Delivery.Via.SOCKET_MODE);
        } finally {
            socket.stop();
        }
    }
}
