package dashwright.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackClientTest {
    private final SlackApi slack = new SlackApi();
    private SlackClient client;

    @BeforeEach
    void connect() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(slack.settings().api().toString());
        config.setProxyUrl(null);
        client = new SlackClient(Slack.getInstance(config), slack.settings());
    }

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void postsWithoutUnfurlingIntoTheThread() {
        String timestamp = client.post("C0OPS", "1.1", SlackMessage.of("hello"));

        assertThat(timestamp).isNotBlank();
        assertThat(slack.calls("chat.postMessage"))
                .singleElement()
                .satisfies(form -> assertThat(form)
                        .containsEntry("channel", "C0OPS")
                        .containsEntry("thread_ts", "1.1")
                        .containsEntry("unfurl_links", "0")
                        .containsEntry("unfurl_media", "0"));
    }

    @Test
    void waitsAsSlackAsksAndTriesAgain() {
        slack.answersOnce("chat.update", 429);

        client.update("C0OPS", "1.1", SlackMessage.of("hello"));

        assertThat(slack.calls("chat.update")).hasSize(2);
    }

    @Test
    void givesUpWhenSlackKeepsAskingToWait() {
        slack.answers("chat.update", 429);

        assertThatThrownBy(() -> client.update("C0OPS", "1.1", SlackMessage.of("hello")))
                .isInstanceOf(SlackCallException.class)
                .hasMessageContaining("ratelimited")
                .hasMessageContaining("try again in a minute");
        assertThat(slack.calls("chat.update")).hasSize(4);
    }

    @Test
    void doesNotRepeatWhatMayHaveBeenPosted() {
        slack.answers("chat.postMessage", 500);

        assertThatThrownBy(() -> client.post("C0OPS", "", SlackMessage.of("hello")))
                .isInstanceOf(SlackCallException.class);
        assertThat(slack.calls("chat.postMessage")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "not_in_channel, invite me with /invite",
        "invalid_auth, set SLACK_BOT_TOKEN",
        "is_archived, ask in another one",
        "fatal_error, show this to whoever runs Dashwright",
    })
    void everyRefusalSaysWhatToDo(String code, String advice) {
        slack.answers("chat.postMessage", "{\"ok\":false,\"error\":\"" + code + "\"}");

        assertThatThrownBy(() -> client.post("C0OPS", "", SlackMessage.of("hello")))
                .isInstanceOf(SlackCallException.class)
                .hasMessageContaining(code)
                .hasMessageContaining(advice);
    }

    @Test
    void aMissingScopeIsNamed() {
        slack.answers("chat.postMessage", "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"chat:write\"}");

        assertThatThrownBy(() -> client.post("C0OPS", "", SlackMessage.of("hello")))
                .hasMessageContaining("lacks the scope chat:write");
    }

    @Test
    void uploadsEveryFile() {
        client.upload(
                "C0OPS",
                "1.1",
                List.of(new SlackClient.TextFile("a.json", "{\"ü\":1}"), new SlackClient.TextFile("b.yaml", "b: 2")),
                "for review");

        assertThat(slack.uploads()).hasSize(2).anyMatch(body -> body.contains("{\"ü\":1}"));
        assertThat(slack.calls("files.completeUploadExternal"))
                .singleElement()
                .satisfies(form -> assertThat(form).containsEntry("thread_ts", "1.1"));
    }

    @Test
    void aSlackThatIsAwayIsNamed() {
        slack.close();

        assertThatThrownBy(() -> client.whoAmI())
                .isInstanceOf(SlackCallException.class)
                .hasMessageContaining("Check the connection to Slack");
    }
}
