package dashwright.lab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.lab.model.Conversation.Called;
import dashwright.lab.model.Conversation.Message;
import dashwright.lab.model.Conversation.Role;
import dashwright.lab.model.Conversation.Tool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptsTest {
    @Test
    void searchesWithTheWordsBetweenTheMarks() {
        Conversation conversation =
                conversation("Note: <request>\n build s3 sync status \n</request> Thanks!", "find_metrics");
        assertThat(conversation.request()).isEqualTo("build s3 sync status");
        assertThat(Scripts.standard().next(conversation))
                .isEqualTo(Turn.call("find_metrics", "{\"text\":\"build s3 sync status\"}"));
    }

    @Test
    void takesTheWholeTextWhereNothingIsMarked() {
        assertThat(conversation(" build </request> it ").request()).isEqualTo("build </request> it");
    }

    @Test
    void readsTheLastUserMessage() {
        List<Message> messages = List.of(
                user("<request>first</request>"), new Message(Role.ASSISTANT, "done", List.of(), ""), user("second"));
        Conversation conversation = new Conversation("any", messages, List.of());
        assertThat(conversation.request()).isEqualTo("second");
        assertThat(conversation.turns()).isZero();
    }

    @Test
    void callsOnlyToolsThatAreOffered() {
        ModelScript standard = Scripts.standard();
        assertThat(standard.next(conversation("x", "find_spans", "draft_dashboard")))
                .isEqualTo(Turn.call("find_spans", "{\"text\":\"x\"}"));
        assertThat(standard.next(conversation("x", "draft_dashboard")))
                .isEqualTo(Turn.call("draft_dashboard", "{\"request\":\"x\"}"));
        assertThat(standard.next(conversation("x", "other")))
                .isEqualTo(Turn.text("No dashboard was drafted: there is no tool for it."));
        assertThat(standard.next(new Conversation("any", List.of(), List.of())))
                .isEqualTo(Turn.text("Nothing was requested."));
    }

    @Test
    void draftsAfterOneSearchWhateverItFound() {
        Conversation searched =
                after(conversation("x", "find_metrics", "draft_dashboard"), "find_metrics", "ERROR catalog is down");
        assertThat(Scripts.standard().next(searched)).isEqualTo(Turn.call("draft_dashboard", "{\"request\":\"x\"}"));
        Conversation withoutDrafting = after(conversation("x", "find_metrics"), "find_metrics", "DATA");
        assertThat(Scripts.standard().next(withoutDrafting)).isInstanceOf(Turn.Text.class);
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT S3 sync, The draft is ready to be looked at.",
        "GAP no such metric, 'No dashboard was drafted, because the catalog has nothing for this. The tool says: GAP no such metric'",
        "QUESTION which env?, 'No dashboard was drafted yet, because a question is open. The tool says: QUESTION which env?'",
        "ERROR timed out, 'No dashboard was drafted, because drafting failed. The tool says: ERROR timed out'",
        "DRAFTS and more, It is not known whether a dashboard was drafted. The tool says: DRAFTS and more",
    })
    void saysHowDraftingWent(String result, String conclusion) {
        Conversation searched = after(conversation("x", "find_metrics", "draft_dashboard"), "find_metrics", "DATA");
        assertThat(Scripts.standard().next(after(searched, "draft_dashboard", result)))
                .isEqualTo(Turn.text(conclusion));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "last 24 hours|{\"edits\":[{\"do\":\"window\",\"window\":\"24h\"}]}",
                "please make it 7 days|{\"edits\":[{\"do\":\"window\",\"window\":\"7d\"}]}",
                "rename to Sync watch|{\"edits\":[{\"do\":\"retitle\",\"title\":\"Sync watch\"}]}",
                "rename worker memory to RAM|{\"edits\":[{\"do\":\"retitle\",\"id\":\"memory\",\"title\":\"RAM\"}]}",
                "remove the memory panel|{\"edits\":[{\"do\":\"remove\",\"id\":\"memory\"}]}",
                "drop the errors section|{\"edits\":[{\"do\":\"remove\",\"id\":\"errors\"}]}",
                "add p95|{\"edits\":[{\"do\":\"add\",\"panel\":{\"title\":\"How long, in all (p95)\",\"shape\":\"line\",\"metric\":\"task.run\",\"measure\":\"p95\",\"section\":\"latency\",\"filters\":[\"task:sync\"]}}]}",
            })
    void changesADraftByEdits(String request, String arguments) {
        assertThat(Scripts.standard().next(conversation(aboutADraft(request), "draft_dashboard", "revise_draft")))
                .isEqualTo(Turn.call("revise_draft", arguments));
    }

    @Test
    void draftsNoOtherBoardWhereItDoesNotUnderstandAChange() {
        for (String request : List.of("frobnicate the board", "remove the unicorns")) {
            assertThat(Scripts.standard().next(conversation(aboutADraft(request), "draft_dashboard", "revise_draft")))
                    .isInstanceOf(Turn.Text.class);
        }
    }

    @Test
    void saysHowRevisingWent() {
        Conversation revised =
                after(conversation(aboutADraft("last 24 hours"), "revise_draft"), "revise_draft", "DRAFT S3 sync");
        assertThat(Scripts.standard().next(revised)).isEqualTo(Turn.text("The draft is ready to be looked at."));
    }

    private static String aboutADraft(String request) {
        return """
                This draft exists:
                <draft>
                S3 sync,4h
                section,id,title,shape,reads,tried
                summary,done,Tasks done,number,total of task.complete task:sync,
                latency,run,"How long, in all",line,p50 of task.run task:sync,
                resources,memory,Worker memory,line,average of container.memory by pod_name,
                errors,failed,Failed tasks,bars,total of task.failed,
                </draft>
                Change it:
                <request>
                %s
                </request>""".formatted(request);
    }

    @Test
    void quotesLittleOfALongResult() {
        Conversation drafted =
                after(conversation("x", "draft_dashboard"), "draft_dashboard", "ERROR " + "x".repeat(9_000) + "\nmore");
        assertThat(Scripts.standard().next(drafted))
                .isInstanceOfSatisfying(
                        Turn.Text.class,
                        turn -> assertThat(turn.text()).hasSizeLessThan(400).endsWith("x…"));
    }

    @Test
    void playsTurnsOneByOneAndThenSaysThatThereAreNoMore() {
        ModelScript script = Scripts.fixed(Turn.error(ApiError.ofStatus(500)), Turn.text("there"));
        Conversation conversation = conversation("x");
        assertThat(script.next(conversation)).isInstanceOf(Turn.Failure.class);
        assertThat(script.next(conversation)).isEqualTo(Turn.text("there"));
        for (int i = 0; i < 2; i++) {
            assertThat(script.next(conversation))
                    .isInstanceOfSatisfying(
                            Turn.Failure.class,
                            failure -> assertThat(failure.error().message()).contains("has 2 turns"));
        }
    }

    @Test
    void neverEndsWhereItIsToldSo() {
        Conversation conversation = conversation("x");
        ModelScript script = Scripts.endless("find_metrics", "{}");
        for (int i = 0; i < 50; i++) {
            assertThat(script.next(conversation)).isEqualTo(Turn.call("find_metrics", "{}"));
            conversation = after(conversation, "find_metrics", "DATA");
        }
    }

    @Test
    void inventsWorseAndWorse() {
        ModelScript script = Scripts.inventing();
        Conversation conversation = conversation("say \"s3\"", "find_metrics", "draft_dashboard");
        assertThat(names(script.next(conversation)))
                .noneMatch(conversation::offers)
                .hasSize(2);
        conversation = after(conversation, "publish_dashboard", "ERROR there is no such tool");
        String broken =
                ((Turn.Calls) script.next(conversation)).calls().getFirst().arguments();
        assertThatThrownBy(() -> ModelClient.parse(broken)).isInstanceOf(AssertionError.class);
        conversation = after(conversation, "find_metrics", "ERROR no JSON");
        Turn.Call draft = ((Turn.Calls) script.next(conversation)).calls().getFirst();
        assertThat(draft.name()).isEqualTo("draft_dashboard");
        assertThat(ModelClient.parse(draft.arguments()).at("/panels/0/metric").asText())
                .startsWith("invented.");
        assertThat(ModelClient.parse(draft.arguments()).at("/panels/0/by/0").asText())
                .isEqualTo("invented_tag");
        conversation = after(conversation, "draft_dashboard", "ERROR no such metric");
        assertThat(script.next(conversation))
                .isInstanceOfSatisfying(
                        Turn.Text.class, turn -> assertThat(turn.text()).contains("is published"));
    }

    @Test
    void refusesTurnsThatAreNone() {
        assertThatThrownBy(() -> new Turn.Calls("", List.of())).hasMessageContaining("at least one call");
        assertThatThrownBy(() -> Turn.hang(Duration.ZERO)).hasMessageContaining("longer than nothing");
        assertThatThrownBy(() -> ApiError.ofStatus(200)).hasMessageContaining("between 400 and 599");
    }

    private static List<String> names(Turn turn) {
        return ((Turn.Calls) turn).calls().stream().map(Turn.Call::name).toList();
    }

    static Message user(String text) {
        return new Message(Role.USER, text, List.of(), "");
    }

    static Conversation conversation(String text, String... tools) {
        List<Tool> offered =
                Stream.of(tools).map(name -> new Tool(name, "", "")).toList();
        return new Conversation("any", List.of(user(text)), offered);
    }

    /** The conversation after the model called a tool and heard its result. */
    static Conversation after(Conversation before, String tool, String result) {
        List<Message> messages = new ArrayList<>(before.messages());
        String id = "call_" + messages.size();
        messages.add(new Message(Role.ASSISTANT, "", List.of(new Called(id, tool, "{}")), ""));
        messages.add(new Message(Role.TOOL, result, List.of(), id));
        return new Conversation(before.model(), messages, before.tools());
    }
}
