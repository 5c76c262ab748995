package dashwright.lab.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import com.slack.api.model.Message;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import dashwright.lab.Fault;
import dashwright.lab.Faults;
import dashwright.lab.Journal;
import dashwright.lab.LabClock;
import dashwright.lab.Received;
import dashwright.lab.slack.api.RateLimits;
import dashwright.lab.slack.workspace.AppIdentity;
import dashwright.lab.slack.workspace.Cast;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WebApiTest {
    private final LabClock clock = Clients.clock();
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private SlackLab lab;
    private MethodsClient slack;

    @BeforeEach
    void start() throws Exception {
        lab = SlackLab.start(SlackLab.Options.of(clock).with(faults, journal));
        slack = Clients.methods(lab);
    }

    @AfterEach
    void stop() throws IOException {
        lab.close();
    }

    @Test
    void saysWhichPortIsTaken() {
        int taken = lab.pageUrl().getPort();
        assertThatThrownBy(() -> SlackLab.start(SlackLab.Options.of(clock).onPorts(taken, 0)))
                .isInstanceOf(IOException.class)
                .hasMessage("port " + taken + " is taken; name another one, or 0 for any that is free");
        assertThatThrownBy(() -> SlackLab.start(SlackLab.Options.of(clock).onPorts(0, taken)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("port " + taken + " is taken");
    }

    @Test
    void saysWhoTheAppIs() throws Exception {
        var me = slack.authTest(request -> request);
        assertThat(me.isOk()).isTrue();
        assertThat(me.getUser()).isEqualTo("dash");
        assertThat(me.getUserId()).isEqualTo("U0DASHBOT");
        assertThat(me.getTeam()).isEqualTo("Lakeside");
        assertThat(me.getHttpResponseHeaders())
                .hasEntrySatisfying(
                        "x-oauth-scopes",
                        scopes -> assertThat(scopes.getFirst()).contains("chat:write"));
    }

    @Test
    void refusesAMissingAWrongAndAnAppLevelToken() throws Exception {
        Slack client = Slack.getInstance(Clients.config(lab));
        assertThat(client.methods("").authTest(request -> request).getError()).isEqualTo("not_authed");
        assertThat(client.methods("xoxb-other").authTest(request -> request).getError())
                .isEqualTo("invalid_auth");
        assertThat(client.methods(lab.credentials().appToken())
                        .usersInfo(request -> request.user("U0MAYA001"))
                        .getError())
                .isEqualTo("not_allowed_token_type");
    }

    @Test
    void namesAScopeThatIsMissing() throws Exception {
        AppIdentity app = Cast.app();
        lab.close();
        lab = SlackLab.start(SlackLab.Options.of(clock)
                .with(new AppIdentity(
                        app.appId(),
                        app.botId(),
                        app.botUser(),
                        app.team(),
                        app.teamName(),
                        app.teamDomain(),
                        app.commands(),
                        Set.of("commands"),
                        app.events(),
                        app.credentials())));
        var refused = Clients.methods(lab)
                .chatPostMessage(request -> request.channel("C0GENERAL").text("x"));
        assertThat(refused.getError()).isEqualTo("missing_scope");
        assertThat(refused.getNeeded()).isEqualTo("chat:write");
        assertThat(refused.getProvided()).isEqualTo("commands");
    }

    @Test
    void doesNotKnowEveryMethod() throws Exception {
        assertThat(slack.pinsList(request -> request.channel("C0GENERAL")).getError())
                .isEqualTo("unknown_method");
    }

    @Test
    void postsShowsAndThreadsMessages() throws Exception {
        ChatPostMessageResponse root =
                slack.chatPostMessage(request -> request.channel("#general").text("hello"));
        assertThat(root.isOk()).as(String.valueOf(root.getError())).isTrue();
        assertThat(root.getTs()).startsWith(Clients.NOW.getEpochSecond() + ".");
        assertThat(root.getMessage().getBotId()).isEqualTo("B0DASHWRT");
        slack.chatPostMessage(request ->
                request.channel(root.getChannel()).threadTs(root.getTs()).text("and more"));

        List<Message> history = slack.conversationsHistory(request -> request.channel(root.getChannel()))
                .getMessages();
        assertThat(history).extracting(Message::getText).containsExactly("hello");
        assertThat(history.getFirst().getReplyCount()).isEqualTo(1);
        List<Message> thread = slack.conversationsReplies(
                        request -> request.channel(root.getChannel()).ts(root.getTs()))
                .getMessages();
        assertThat(thread).extracting(Message::getText).containsExactly("hello", "and more");
        assertThat(thread.getLast().getParentUserId()).isEqualTo("U0DASHBOT");
        assertThat(lab.sees().thread(root.getTs())).hasSize(2);
    }

    @Test
    void pagesThroughALongHistory() throws Exception {
        for (int i = 0; i < 5; i++) {
            lab.driver().say("maya", "general", "message " + i);
        }
        var first = slack.conversationsHistory(
                request -> request.channel("C0GENERAL").limit(3));
        assertThat(first.isHasMore()).isTrue();
        var second = slack.conversationsHistory(request -> request.channel("C0GENERAL")
                .limit(3)
                .cursor(first.getResponseMetadata().getNextCursor()));
        assertThat(second.isHasMore()).isFalse();
        assertThat(second.getMessages()).extracting(Message::getText).containsExactly("message 1", "message 0");
    }

    @Test
    void hidesPrivateChannelsAndRefusesForeignOnes() throws Exception {
        assertThat(post("C0INCIDNT", "x")).isEqualTo("channel_not_found");
        assertThat(post("C0NOWHERE", "x")).isEqualTo("channel_not_found");
        assertThat(post("C0RANDOM1", "x")).isEqualTo("not_in_channel");
        assertThat(slack.conversationsList(request -> request.types(
                                List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL)))
                        .getChannels())
                .extracting(Conversation::getName)
                .containsExactly("general", "oncall", "dashboards", "random");
    }

    private String post(String channel, String text) throws IOException, SlackApiException {
        return slack.chatPostMessage(request -> request.channel(channel).text(text))
                .getError();
    }

    @Test
    void refusesMessagesWithoutWordsAndCutsTheVeryLong() throws Exception {
        assertThat(post("C0GENERAL", "")).isEqualTo("no_text");
        var posted =
                slack.chatPostMessage(request -> request.channel("C0GENERAL").text("x".repeat(50_000)));
        assertThat(posted.getMessage().getText()).hasSize(40_000);
        assertThat(slack.chatUpdate(request ->
                                request.channel("C0GENERAL").ts(posted.getTs()).text("x".repeat(4_001)))
                        .getError())
                .isEqualTo("msg_too_long");
    }

    @Test
    void refusesBlocksInSlacksWords() throws Exception {
        var answer = slack.chatPostMessage(request -> request.channel("C0GENERAL")
                .text("x")
                .blocks(List.of(SectionBlock.builder()
                        .text(MarkdownTextObject.builder()
                                .text("y".repeat(3_001))
                                .build())
                        .build())));
        assertThat(answer.getError()).isEqualTo("invalid_blocks");
        assertThat(answer.getResponseMetadata().getMessages())
                .containsExactly("[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
        assertThat(answer.getErrors())
                .containsExactly("must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
    }

    @Test
    void refusesWhatIsTooLongTogether() throws Exception {
        var answer = slack.chatPostMessage(request -> request.channel("C0GENERAL")
                .text("x")
                .blocks(IntStream.range(0, 5)
                        .mapToObj(i -> (LayoutBlock) SectionBlock.builder()
                                .text(MarkdownTextObject.builder()
                                        .text("y".repeat(2_900))
                                        .build())
                                .build())
                        .toList()));
        assertThat(answer.getError()).isEqualTo("msg_blocks_too_long");
    }

    @Test
    void changesAndDeletesOnlyTheAppsOwnMessages() throws Exception {
        ChatPostMessageResponse own =
                slack.chatPostMessage(request -> request.channel("C0GENERAL").text("first"));
        ChatUpdateResponse changed = slack.chatUpdate(
                request -> request.channel("C0GENERAL").ts(own.getTs()).text("second"));
        assertThat(changed.getMessage().getEdited().getUser()).isEqualTo("U0DASHBOT");
        String foreign = lab.driver().say("maya", "general", "mine").ts();
        assertThat(slack.chatUpdate(request ->
                                request.channel("C0GENERAL").ts(foreign).text("x"))
                        .getError())
                .isEqualTo("cant_update_message");
        assertThat(slack.chatDelete(request -> request.channel("C0GENERAL").ts(foreign))
                        .getError())
                .isEqualTo("cant_delete_message");
        assertThat(slack.chatDelete(request -> request.channel("C0GENERAL").ts(own.getTs()))
                        .isOk())
                .isTrue();
        assertThat(slack.chatDelete(request -> request.channel("C0GENERAL").ts(own.getTs()))
                        .getError())
                .isEqualTo("message_not_found");
    }

    @Test
    void showsAnEphemeralMessageToOneUserAndToNoApi() throws Exception {
        var whispered = slack.chatPostEphemeral(
                request -> request.channel("C0GENERAL").user("U0MAYA001").text("psst"));
        assertThat(whispered.isOk()).isTrue();
        assertThat(lab.sees().ephemerals("maya")).hasSize(1);
        assertThat(lab.sees().ephemerals("tomas")).isEmpty();
        assertThat(slack.conversationsHistory(request -> request.channel("C0GENERAL"))
                        .getMessages())
                .isEmpty();
        assertThat(slack.chatUpdate(request -> request.channel("C0GENERAL")
                                .ts(whispered.getMessageTs())
                                .text("x"))
                        .getError())
                .isEqualTo("message_not_found");
        assertThat(slack.chatPostEphemeral(request ->
                                request.channel("C0GENERAL").user("U0NOBODY").text("x"))
                        .getError())
                .isEqualTo("user_not_found");
    }

    @Test
    void findsPeopleAndThoseWhoApprove() throws Exception {
        assertThat(slack.usersInfo(request -> request.user("U0PRIYA03"))
                        .getUser()
                        .getProfile()
                        .getEmail())
                .isEqualTo("priya@example.com");
        assertThat(slack.usersInfo(request -> request.user("U0NOBODY")).getError())
                .isEqualTo("user_not_found");
        assertThat(slack.usersLookupByEmail(request -> request.email("tomas@example.com"))
                        .getUser()
                        .getId())
                .isEqualTo("U0TOMAS02");
        assertThat(slack.usersList(request -> request.limit(2))
                        .getResponseMetadata()
                        .getNextCursor())
                .isNotEmpty();
        assertThat(slack.usergroupsUsersList(request -> request.usergroup("S0APPROVE"))
                        .getUsers())
                .containsExactly("U0MAYA001", "U0TOMAS02");
        assertThat(slack.conversationsOpen(request -> request.users(List.of("U0JONAS04")))
                        .getChannel()
                        .getId())
                .isEqualTo("D0JONAS04");
    }

    @Test
    void showsWhatTheAppIsDoingUntilItAnswers() throws Exception {
        String root = lab.driver().say("maya", "@dash", "build me a board").ts();
        slack.assistantThreadsSetStatus(
                request -> request.channelId("D0MAYA001").threadTs(root).status("is looking for metrics…"));
        assertThat(lab.sees().status(root)).isEqualTo("is looking for metrics…");
        slack.chatPostMessage(
                request -> request.channel("D0MAYA001").threadTs(root).text("here"));
        assertThat(lab.sees().status(root)).isEmpty();
    }

    @Test
    void streamsAMessageUntilItIsStopped() throws Exception {
        String root = lab.driver().say("maya", "@dash", "tell me").ts();
        var begun = slack.chatStartStream(
                request -> request.channel("D0MAYA001").threadTs(root).markdownText("**All"));
        assertThat(begun.isOk()).as(String.valueOf(begun.getError())).isTrue();
        slack.chatAppendStream(
                request -> request.channel("D0MAYA001").ts(begun.getTs()).markdownText(" is well**"));
        assertThat(lab.sees().message(begun.getTs()).streaming()).isTrue();
        slack.chatStopStream(request -> request.channel("D0MAYA001").ts(begun.getTs()));
        assertThat(lab.sees().message(begun.getTs()).content().text()).isEqualTo("**All is well**");
        assertThat(slack.chatAppendStream(request ->
                                request.channel("D0MAYA001").ts(begun.getTs()).markdownText("x"))
                        .getError())
                .isEqualTo("message_not_in_streaming_state");
    }

    @Test
    void answersAFaultAsSlackDoes() throws Exception {
        faults.add(Fault.status("/api/auth\\.test", 429, 1));
        assertThatThrownBy(() -> slack.authTest(request -> request))
                .isInstanceOfSatisfying(SlackApiException.class, refused -> {
                    assertThat(refused.getResponse().code()).isEqualTo(429);
                    assertThat(refused.getResponse().header("Retry-After")).isEqualTo("1");
                });
        // The client tries a pooled connection that fails once more over a new one.
        faults.add(Fault.cut("/api/auth\\.test", 2));
        assertThatThrownBy(() -> slack.authTest(request -> request)).isInstanceOf(IOException.class);
        assertThat(slack.authTest(request -> request).isOk()).isTrue();
    }

    @Test
    void holdsAnAnswerBackForALatencyFault() throws Exception {
        faults.add(Fault.latency("/api/auth\\.test", Duration.ofMillis(300), 1));
        long before = System.nanoTime();
        assertThat(slack.authTest(request -> request).isOk()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void limitsHowOftenAChannelIsWrittenTo() throws Exception {
        lab.close();
        lab = SlackLab.start(SlackLab.Options.of(clock).with(RateLimits.strict()));
        slack = Clients.methods(lab);
        assertThat(post("C0GENERAL", "one")).isNull();
        assertThat(post("C0ONCALL1", "another channel has its own limit")).isNull();
        assertThatThrownBy(() -> post("C0GENERAL", "two"))
                .isInstanceOfSatisfying(
                        SlackApiException.class,
                        refused -> assertThat(refused.getResponse().header("Retry-After"))
                                .isEqualTo("1"));
    }

    @Test
    void recordsWhatItReceived() throws Exception {
        post("C0GENERAL", "for the record");
        assertThat(journal.entries()).last().satisfies(entry -> {
            assertThat(entry)
                    .extracting(Received::service, Received::method, Received::path, Received::status)
                    .containsExactly("slack", "POST", "/api/chat.postMessage", 200);
            assertThat(entry.body()).contains("for%20the%20record").doesNotContain("xoxb");
        });
    }

    @Test
    void linksToAMessageInItsThread() throws Exception {
        String root = lab.driver().say("maya", "general", "root").ts();
        String reply = lab.driver().replyInThread("priya", root, "reply").ts();
        assertThat(slack.chatGetPermalink(
                                request -> request.channel("C0GENERAL").messageTs(reply))
                        .getPermalink())
                .isEqualTo(lab.pageUrl() + "archives/C0GENERAL/p" + reply.replace(".", "") + "?thread_ts=" + root
                        + "&cid=C0GENERAL");
    }

    @Test
    void putsAReactionOnce() throws Exception {
        String ts = lab.driver().say("maya", "general", "well done").ts();
        assertThat(react(ts)).isNull();
        assertThat(react(ts)).isEqualTo("already_reacted");
        assertThat(lab.sees().message(ts).reactions()).containsEntry("eyes", List.of("U0DASHBOT"));
    }

    private String react(String ts) throws IOException, SlackApiException {
        return slack.reactionsAdd(
                        request -> request.channel("C0GENERAL").timestamp(ts).name("eyes"))
                .getError();
    }
}
