package dashwright.lab.slack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.TextNode;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.view.ViewState;
import dashwright.lab.LabClock;
import dashwright.lab.slack.delivery.Delivery;
import dashwright.lab.slack.driver.SlackDriver;
import dashwright.lab.slack.driver.Submission;
import dashwright.lab.slack.workspace.Message;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SocketModeTest {
    private static final String BUTTONS = """
            [{"type":"section","text":{"type":"mrkdwn","text":"Publish *it*?"}},
             {"type":"actions","block_id":"decide","elements":[
               {"type":"button","action_id":"approve","value":"draft-1","style":"primary",
                "text":{"type":"plain_text","text":"Approve"}},
               {"type":"static_select","action_id":"where","options":[
                 {"text":{"type":"plain_text","text":"Team"},"value":"team"},
                 {"text":{"type":"plain_text","text":"Mine"},"value":"mine"}]}]}]
            """;

    private static final String MODAL = """
            {"type":"modal","callback_id":"reject","title":{"type":"plain_text","text":"Reject"},
             "submit":{"type":"plain_text","text":"Send"},
             "blocks":[{"type":"input","block_id":"why","label":{"type":"plain_text","text":"Why?"},
               "element":{"type":"plain_text_input","action_id":"reason"}}]}
            """;

    private final LabClock clock = Clients.clock();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private SlackLab lab;
    private SlackDriver people;
    private App app;
    private @Nullable SocketModeApp socket;

    @BeforeEach
    void start() throws Exception {
        lab = SlackLab.start(SlackLab.Options.of(clock)
                .with(new SlackLab.Timing(Duration.ofMillis(700), Duration.ofSeconds(30), Duration.ZERO)));
        people = lab.driver();
        app = BoltApp.over(lab);
        app.event(AppMentionEvent.class, (event, ctx) -> {
            heard.add(event.getEvent().getText());
            return ctx.ack();
        });
        app.event(MessageEvent.class, (event, ctx) -> ctx.ack());
        app.event(MessageChangedEvent.class, (event, ctx) -> ctx.ack());
    }

    private void connect() throws Exception {
        socket = BoltApp.connected(lab, app);
        await().until(() -> lab.socketMode().connections() == 1);
    }

    @AfterEach
    void stop() throws Exception {
        if (socket != null) {
            socket.stop();
        }
        lab.close();
    }

    @Test
    void bringsASlashCommandAndShowsTheAnswer() throws Exception {
        app.command("/dash", (request, ctx) -> {
            var payload = request.getPayload();
            return ctx.ack(payload.getText() + " for " + payload.getUserName() + " in " + payload.getChannelName());
        });
        connect();
        Delivery delivery = people.typeSlash("maya", "#oncall", "/dash build s3 sync status")
                .get();
        assertThat(delivery.acknowledged()).isTrue();
        assertThat(delivery.via()).isEqualTo(Delivery.Via.SOCKET_MODE);
        assertThat(delivery.took()).isLessThan(Duration.ofMillis(700));
        Message answer = lab.sees().ephemerals("maya").getLast();
        assertThat(answer.content().text()).isEqualTo("build s3 sync status for maya in oncall");
        assertThat(answer.user()).isEqualTo("U0DASHBOT");
    }

    @Test
    void tellsThePersonThatACommandFailed() throws Exception {
        var held = new CountDownLatch(1);
        app.command("/dash", (request, ctx) -> {
            held(held);
            return ctx.ack("too late");
        });
        connect();
        Delivery delivery = people.typeSlash("maya", "oncall", "/dash help").get();
        assertThat(delivery.outcome()).isEqualTo(Delivery.Outcome.TIMED_OUT);
        assertThat(lab.sees().ephemerals("maya"))
                .extracting(message -> message.content().text())
                .containsExactly("/dash failed because the app did not respond");
        held.countDown();
        await().untilAsserted(
                        () -> assertThat(lab.sees().acks().getLast().outcome()).isEqualTo(Delivery.Outcome.LATE));
    }

    private static void held(CountDownLatch latch) {
        await().until(() -> latch.getCount() == 0);
    }

    @Test
    void tellsThePersonThatNobodyIsThere() throws Exception {
        Delivery delivery = people.typeSlash("maya", "oncall", "/dash help").get();
        assertThat(delivery.outcome()).isEqualTo(Delivery.Outcome.UNREACHABLE);
        assertThat(lab.sees().sawMessage("oncall", "dispatch_failed")).isPresent();
    }

    @Test
    void letsTheAppAnswerLaterByItsResponseUrl() throws Exception {
        app.command("/dash", (request, ctx) -> {
            Response ack = ctx.ack();
            for (int i = 1; i <= 6; i++) {
                String words = "answer " + i;
                var sent = ctx.respond(respond -> respond.text(words).responseType("in_channel"));
                heard.add(sent.getCode() + " " + sent.getBody());
            }
            return ack;
        });
        connect();
        people.typeSlash("maya", "incident-room", "/dash help").get();
        assertThat(heard).hasSize(6);
        assertThat(heard.stream().limit(5)).containsOnly("200 ok");
        assertThat(List.copyOf(heard).getLast()).startsWith("404").contains("used_url");
        // The app is not in this private channel and answers there all the same.
        assertThat(lab.sees().messages("incident-room")).hasSize(5);
    }

    @Test
    void takesALongAnswerByItsResponseUrlThatTheWebApiWouldRefuse() throws Exception {
        String section = "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"" + "x".repeat(2_900) + "\"}}";
        String blocks = "[" + String.join(",", Collections.nCopies(5, section)) + "]";
        app.command("/dash", (request, ctx) -> {
            Map<String, Object> words = Map.of("text", "long", "blocks", JsonParser.parseString(blocks));
            heard.add(app.slack()
                            .getHttpClient()
                            .postJsonBody(request.getPayload().getResponseUrl(), words)
                            .code() + "");
            return ctx.ack();
        });
        connect();
        people.typeSlash("maya", "oncall", "/dash evidence").get();
        assertThat(heard).containsExactly("200");
        assertThat(lab.sees().ephemerals("maya").getLast().content().blocks()).hasSize(5);
        assertThat(Clients.methods(lab)
                        .chatPostMessage(request ->
                                request.channel("C0ONCALL1").text("long").blocksAsString(blocks))
                        .getError())
                .isEqualTo("msg_blocks_too_long");
    }

    @Test
    void letsAResponseUrlExpire() throws Exception {
        app.command("/dash", (request, ctx) -> {
            heard.add(request.getPayload().getResponseUrl());
            return ctx.ack();
        });
        connect();
        people.typeSlash("maya", "oncall", "/dash help").get();
        clock.advance(Duration.ofMinutes(31));
        var answer = app.slack().getHttpClient().postJsonBody(heard.take(), Map.of("text", "too late"));
        assertThat(answer.code()).isEqualTo(404);
        assertThat(requireNonNull(answer.body()).string()).contains("expired_url");
    }

    @Test
    void mentionsTheAppWithItsId() throws Exception {
        connect();
        people.mention("priya", "#dashboards", "@dash how is <s3> & b2? see https://example.com/a?b=1&c=2");
        assertThat(heard.take())
                .isEqualTo("<@U0DASHBOT> how is &lt;s3&gt; &amp; b2? see <https://example.com/a?b=1&amp;c=2>");
    }

    @Test
    void deliversTheSameEventAgainUnderItsId() throws Exception {
        connect();
        people.mention("priya", "dashboards", "@dash hello");
        heard.take();
        await().until(() -> lab.sees().acks().size() == 2);
        people.redeliverLast().get();
        List<Delivery> acks = lab.sees().acks();
        assertThat(acks.getLast().attempt()).isEqualTo(1);
        assertThat(acks.getLast().eventId())
                .isEqualTo(acks.get(acks.size() - 2).eventId())
                .startsWith("Ev");
    }

    @Test
    void retriesAnEventAtOnceThenAfterOneAndFiveMinutes() {
        people.mention("priya", "dashboards", "@dash is anybody there?");
        await().untilAsserted(() -> assertThat(attempts()).containsExactly(0, 1));
        clock.advance(Duration.ofSeconds(61));
        await().untilAsserted(() -> assertThat(attempts()).containsExactly(0, 1, 2));
        clock.advance(Duration.ofMinutes(5));
        await().untilAsserted(() -> assertThat(attempts()).containsExactly(0, 1, 2, 3));
        assertThat(lab.sees().waitingRetries()).isZero();
    }

    private List<Integer> attempts() {
        return lab.sees().acks().stream()
                .filter(delivery -> delivery.envelope()
                        .payload()
                        .path("event")
                        .path("type")
                        .asText()
                        .equals("app_mention"))
                .map(Delivery::attempt)
                .toList();
    }

    @Test
    void bringsAPressedButtonWithItsStateAndItsMessage() throws Exception {
        var pressed = new LinkedBlockingQueue<BlockActionPayload>();
        app.blockAction("approve", (request, ctx) -> {
            pressed.add(request.getPayload());
            ctx.respond(respond -> respond.text("published").replaceOriginal(true));
            return ctx.ack();
        });
        connect();
        var posted = Clients.methods(lab)
                .chatPostMessage(
                        request -> request.channel("C0DASHBRD").text("Publish?").blocksAsString(BUTTONS));
        people.act("tomas", posted.getTs(), "Approve", TextNode.valueOf(""), Map.of("where", TextNode.valueOf("mine")))
                .get();
        BlockActionPayload payload = pressed.take();
        assertThat(payload.getActions().getFirst().getValue()).isEqualTo("draft-1");
        assertThat(payload.getUser().getId()).isEqualTo("U0TOMAS02");
        assertThat(payload.getContainer().getMessageTs()).isEqualTo(posted.getTs());
        assertThat(held(payload.getState(), "decide", "where")
                        .getSelectedOption()
                        .getValue())
                .isEqualTo("mine");
        assertThat(lab.sees().message(posted.getTs()).content().text()).isEqualTo("published");
        assertThat(lab.sees().message(posted.getTs()).editedTs()).isNotNull();
    }

    private static ViewState.Value held(ViewState state, String block, String action) {
        return requireNonNull(requireNonNull(state.getValues().get(block)).get(action));
    }

    @Test
    void opensAModalAndShowsWhatTheAppRefuses() throws Exception {
        app.command("/dash", (request, ctx) -> {
            var opened = ctx.client()
                    .viewsOpen(open -> open.triggerId(ctx.getTriggerId()).viewAsString(MODAL));
            heard.add(String.valueOf(opened.getError()));
            var again = ctx.client()
                    .viewsOpen(open -> open.triggerId(ctx.getTriggerId()).viewAsString(MODAL));
            heard.add(String.valueOf(again.getError()));
            return ctx.ack();
        });
        app.viewSubmission("reject", (request, ctx) -> {
            String reason = held(request.getPayload().getView().getState(), "why", "reason")
                    .getValue();
            return reason.length() < 5 ? ctx.ackWithErrors(Map.of("why", "Please say more")) : ctx.ack();
        });
        connect();
        people.typeSlash("maya", "oncall", "/dash reject").get();
        assertThat(heard).containsExactly("null", "exchanged_trigger_id");
        String view = lab.sees().modal("maya").orElseThrow().id();
        Submission refused = people.submit("maya", view, Map.of("reason", TextNode.valueOf("no")))
                .get();
        assertThat(refused.errors()).containsEntry("why", "Please say more");
        assertThat(lab.sees().modal("maya")).isPresent();
        Submission taken = people.submit("maya", view, Map.of("reason", TextNode.valueOf("wrong units")))
                .get();
        assertThat(taken.errors()).isEmpty();
        assertThat(lab.sees().modal("maya")).isEmpty();
    }

    @Test
    void publishesAHomeTab() throws Exception {
        app.event(AppHomeOpenedEvent.class, (event, ctx) -> {
            var published = ctx.client()
                    .viewsPublish(publish ->
                            publish.userId(event.getEvent().getUser()).viewAsString("""
                                    {"type":"home","blocks":[{"type":"header",
                                     "text":{"type":"plain_text","text":"Your boards"}}]}
                                    """));
            heard.add(String.valueOf(published.getError()));
            return ctx.ack();
        });
        connect();
        people.openHome("jonas", "home");
        assertThat(heard.take()).isEqualTo("null");
        assertThat(lab.sees().home("jonas").orElseThrow().definition().toString())
                .contains("Your boards");
    }

    @Test
    void connectsAnewWhenItIsTold() throws Exception {
        connect();
        lab.socketMode().disconnect("refresh_requested");
        await().until(() ->
                lab.socketMode().connections() == 1 && lab.socketMode().open());
        people.mention("priya", "dashboards", "@dash still there?");
        assertThat(heard.poll(5, TimeUnit.SECONDS)).contains("still there?");
    }
}
