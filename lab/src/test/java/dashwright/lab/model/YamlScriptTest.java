package dashwright.lab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlScriptTest {
    private static final String RULES = """
            rules:
              - when: "(?i)pizza"
                turns:
                  - text: Let me see.
                    calls:
                      - {name: find_metrics, arguments: {text: pizza, limit: 3}}
                      - {name: find_spans, arguments: '{"text": broken'}
                      - {name: describe}
                  - error: {status: 429, retry_after: PT2S}
                  - error: {status: 400, type: odd, code: strange, param: messages, message: No.}
                  - hang: PT30S
                  - text: There is no such metric.
              - when: redis
                turns:
                  - text: Redis it is.
            """;

    @Test
    void playsTheTurnsOfTheFirstRuleThatFits() {
        ModelScript script = Scripts.fromYaml(RULES);
        Conversation conversation = ScriptsTest.conversation("build PIZZA and redis");
        assertThat(script.next(conversation))
                .isEqualTo(new Turn.Calls(
                        "Let me see.",
                        List.of(
                                new Turn.Call("find_metrics", "{\"text\":\"pizza\",\"limit\":3}"),
                                new Turn.Call("find_spans", "{\"text\": broken"),
                                new Turn.Call("describe", "{}"))));
        conversation = ScriptsTest.after(conversation, "find_metrics", "DATA");
        assertThat(script.next(conversation)).isEqualTo(Turn.error(ApiError.rateLimited(Duration.ofSeconds(2))));
        conversation = ScriptsTest.after(conversation, "find_metrics", "DATA");
        assertThat(script.next(conversation))
                .isEqualTo(Turn.error(new ApiError(400, "odd", "messages", "strange", "No.", Duration.ZERO)));
        conversation = ScriptsTest.after(conversation, "find_metrics", "DATA");
        assertThat(script.next(conversation)).isEqualTo(Turn.hang(Duration.ofSeconds(30)));
        conversation = ScriptsTest.after(conversation, "find_metrics", "DATA");
        assertThat(script.next(conversation)).isEqualTo(Turn.text("There is no such metric."));
        conversation = ScriptsTest.after(conversation, "find_metrics", "DATA");
        assertThat(code(script.next(conversation))).isEqualTo("script_played_out");
    }

    @Test
    void servesManyConversationsAtOnce() {
        ModelScript script = Scripts.fromYaml(RULES);
        Conversation redis = ScriptsTest.conversation("redis memory");
        assertThat(script.next(redis)).isEqualTo(Turn.text("Redis it is."));
        assertThat(script.next(redis)).isEqualTo(Turn.text("Redis it is."));
    }

    @Test
    void saysThatNoRuleFits() {
        assertThat(code(Scripts.fromYaml(RULES).next(ScriptsTest.conversation("postgres"))))
                .isEqualTo("no_rule_fits");
    }

    @Test
    void fallsBackToANamedScript() {
        ModelScript script = Scripts.fromYaml(RULES + "otherwise: silent\n");
        assertThat(script.next(ScriptsTest.conversation("postgres"))).isEqualTo(Turn.text(""));
        assertThat(script.description()).contains("/redis/ 1 turns").contains("otherwise silent");
    }

    @Test
    void playsANamedScriptAlone() {
        assertThat(Scripts.fromYaml("script: standard").description())
                .isEqualTo(Scripts.standard().description());
        assertThat(Scripts.fromYaml("{\"script\": \"inventing\"}").description())
                .isEqualTo(Scripts.inventing().description());
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> Scripts.fromYaml("""
                        rules:
                          - when: "(("
                            turns:
                              - {text: a, hang: PT5S}
                              - calls: [{arguments: {}}]
                              - error: {status: 200}
                              - hang: 5 seconds
                              - hang: PT2H
                              - sing: la
                          - turns: []
                        otherwise: loud
                        colour: red
                        """))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("colour means nothing; there are otherwise, rules, script")
                .contains("rules[0].when is no regular expression")
                .contains("rules[0].turns[0] must be one of text, calls")
                .contains("rules[0].turns[1].calls[0].name is missing")
                .contains("rules[0].turns[2].error.status must lie between 400 and 599")
                .contains("rules[0].turns[3].hang must be a duration")
                .contains("rules[0].turns[4].hang must be a duration of at most an hour")
                .contains("rules[0].turns[5].sing means nothing")
                .contains("rules[1].when is missing")
                .contains("rules[1].turns must be a list with at least one entry")
                .contains("otherwise is standard, silent or inventing, not \"loud\"");
    }

    @Test
    void refusesWhatIsNoScript() {
        assertThatThrownBy(() -> Scripts.fromYaml("a: [b")).hasMessageContaining("The script is no YAML");
        assertThatThrownBy(() -> Scripts.fromYaml("")).hasMessageContaining("with 'script' or 'rules'");
        assertThatThrownBy(() -> Scripts.fromYaml("just words")).hasMessageContaining("with 'script' or 'rules'");
        assertThatThrownBy(() -> Scripts.fromYaml("{}")).hasMessageContaining("rules must be a list");
        assertThatThrownBy(() -> Scripts.fromYaml("script: 7")).hasMessageContaining("standard, silent or inventing");
        assertThatThrownBy(() -> Scripts.fromYaml("script: silent\nrules: []"))
                .hasMessageContaining("give either 'script' or 'rules'");
    }

    private static String code(Turn turn) {
        return ((Turn.Failure) turn).error().code();
    }
}
