package dashwright.lab.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import dashwright.lab.LabClock;
import dashwright.lab.slack.driver.SlackDriver;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people can do, seen from what the app would get to read; no app is connected. */
final class PeopleTest {
    private static final String BLOCKS = """
            [{"type":"actions","block_id":"first","elements":[
               {"type":"button","action_id":"go","value":"1","text":{"type":"plain_text","text":"Go"}}]},
             {"type":"actions","block_id":"second","elements":[
               {"type":"button","action_id":"go","value":"2","text":{"type":"plain_text","text":"Go on"}},
               {"type":"static_select","action_id":"where","options":[
                 {"text":{"type":"plain_text","text":"Team"},"value":"team"}]}]},
             {"type":"context_actions","block_id":"third","elements":[{"type":"feedback_buttons","action_id":"opinion",
               "positive_button":{"text":{"type":"plain_text","text":"Good"},"value":"yes"},
               "negative_button":{"text":{"type":"plain_text","text":"Bad"},"value":"no"}}]}]
            """;

    private static final String MODAL = """
            {"type":"modal","title":{"type":"plain_text","text":"%s"},"blocks":[{"type":"divider"}]}
            """;

    private final LabClock realTime = Clients.clock();
    private SlackLab lab;
    private SlackDriver people;
    private MethodsClient slack;

    @BeforeEach
    void start() throws Exception {
        lab = SlackLab.start(SlackLab.Options.of(Clients.clock()).waitingBy(realTime));
        people = lab.driver();
        slack = Clients.methods(lab);
    }

    @AfterEach
    void stop() throws IOException {
        lab.close();
    }

    private JsonNode lastPayload() {
        return lab.sees().acks().getLast().envelope().payload();
    }

    private JsonNode lastAction() {
        return lastPayload().path("actions").get(0);
    }

    private String post() throws Exception {
        return slack.chatPostMessage(
                        request -> request.channel("C0GENERAL").text("x").blocksAsString(BLOCKS))
                .getTs();
    }

    @Test
    void pressButtonsByBlockWordsAndValue() throws Exception {
        String ts = post();
        people.press("maya", ts, "second/go").get();
        assertThat(lastAction().path("value").asText()).isEqualTo("2");
        people.press("maya", ts, "Go").get();
        assertThat(lastAction().path("block_id").asText()).isEqualTo("first");
        people.press("maya", ts, "Bad").get();
        assertThat(lastAction().path("value").asText()).isEqualTo("no");
        people.act("maya", ts, "third/opinion", TextNode.valueOf("yes"), Map.of())
                .get();
        assertThat(lastAction().path("value").asText()).isEqualTo("yes");
        assertThatThrownBy(() -> people.press("maya", ts, "Stop"))
                .hasMessageContaining("there is nothing to press by the name \"Stop\"")
                .hasMessageContaining("Go on");
    }

    @Test
    void chooseOnlyWhatIsOffered() throws Exception {
        String ts = post();
        people.act("maya", ts, "where", TextNode.valueOf("Team"), Map.of()).get();
        assertThat(lastAction().path("selected_option").path("value").asText()).isEqualTo("team");
        people.act("maya", ts, "where", MissingNode.getInstance(), Map.of()).get();
        assertThat(lastAction().path("selected_option").isNull()).isTrue();
        assertThatThrownBy(() -> people.act("maya", ts, "where", TextNode.valueOf("moon"), Map.of()))
                .hasMessage("there is no option \"moon\"; there are [team]");
    }

    @Test
    void pressNothingThatTheyDoNotSee() throws Exception {
        slack.chatPostEphemeral(request ->
                request.channel("C0GENERAL").user("U0MAYA001").text("x").blocksAsString(BLOCKS));
        String ts = lab.sees().ephemerals("maya").getLast().ts();
        assertThatThrownBy(() -> people.press("tomas", ts, "Go")).hasMessageContaining("does not see the message");
        people.press("maya", ts, "Go").get();
        assertThat(lastPayload().path("container").path("is_ephemeral").asBoolean())
                .isTrue();
        assertThat(lastPayload().has("message")).isFalse();
        assertThatThrownBy(() -> people.say("jonas", "incident-room", "x")).hasMessage("jonas is not in incident-room");
    }

    @Test
    void typeCodeNamesAndAddressesAsSlackSendsThem() {
        assertThat(people.say("maya", "general", "see `a<b`, #oncall, @priya and https://example.com/x?y=1.")
                        .content()
                        .text())
                .isEqualTo("see `a&lt;b`, <#C0ONCALL1|oncall>, <@U0PRIYA03> and <https://example.com/x?y=1>.");
        assertThat(people.say("maya", "general", "mail me@example.com, @nobody")
                        .content()
                        .text())
                .isEqualTo("mail me@example.com, @nobody");
    }

    @Test
    void areToldOfACommandThatDoesNotExist() {
        assertThatThrownBy(() -> people.typeSlash("maya", "general", "/dahs build x"))
                .hasMessage("/dahs is not a command of the app");
        assertThat(lab.sees().sawMessage("general", "/dahs is not a valid command"))
                .isPresent();
    }

    private ViewsOpenResponse open(String title) throws Exception {
        people.typeSlash("maya", "general", "/dash help").get();
        String trigger = lastPayload().path("trigger_id").asText();
        return slack.viewsOpen(request -> request.triggerId(trigger).viewAsString(MODAL.formatted(title)));
    }

    @Test
    void seeAModalChangeUnlessItChangedMeanwhile() throws Exception {
        var view = open("One").getView();
        var changed = slack.viewsUpdate(
                request -> request.viewId(view.getId()).hash(view.getHash()).viewAsString(MODAL.formatted("Two")));
        assertThat(changed.isOk()).as(String.valueOf(changed.getError())).isTrue();
        assertThat(lab.sees().modal("maya").orElseThrow().definition().toString())
                .contains("Two");
        assertThat(slack.viewsUpdate(request -> request.viewId(view.getId())
                                .hash(view.getHash())
                                .viewAsString(MODAL.formatted("Three")))
                        .getError())
                .isEqualTo("hash_conflict");
        people.closeModal("maya", view.getId());
        assertThat(lab.sees().modal("maya")).isEmpty();
    }

    @Test
    void seeNoModalThatComesTooLate() throws Exception {
        people.typeSlash("maya", "general", "/dash help").get();
        String trigger = lastPayload().path("trigger_id").asText();
        realTime.advance(Duration.ofMillis(3_001));
        assertThat(slack.viewsOpen(request -> request.triggerId(trigger).viewAsString(MODAL.formatted("Late")))
                        .getError())
                .isEqualTo("expired_trigger_id");
        assertThat(slack.viewsOpen(request -> request.triggerId("other").viewAsString(MODAL.formatted("Late")))
                        .getError())
                .isEqualTo("invalid_trigger_id");
    }
}
