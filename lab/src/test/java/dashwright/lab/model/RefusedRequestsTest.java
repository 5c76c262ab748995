package dashwright.lab.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedRequestsTest {
    private static final String CALL =
            "{'role':'assistant','tool_calls':[{'id':'c1','type':'function','function':{'name':'f','arguments':'{}'}}]}";
    private static final ModelLab LAB =
            ModelLab.start(ModelLab.Options.of(ModelClient.standingClock(), Scripts.silent()));
    private final ModelClient client = ModelClient.of(LAB);

    @AfterAll
    static void stop() {
        LAB.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "none",
            value = {
                "{'model':'m','messages':          | none | none                       | We could not parse the JSON body",
                "[]                                | none | none                       | We could not parse the JSON body",
                "{'messages':[{'role':'user','content':'a'}]} | none | none            | you must provide a model parameter",
                "{'model':'m'}                     | messages | missing_required_parameter | Missing required parameter: 'messages'",
                "{'model':'m','messages':[]}       | messages | empty_array            | empty array",
                "{'model':'m','messages':'hello'}  | messages | invalid_type           | expected an array",
                "{'model':'m','messages':['hello']} | messages[0] | invalid_type       | expected an object",
                "{'model':7,'messages':[{'role':'user','content':'a'}]} | model | invalid_type | expected a string",
            })
    void refusesABodyThatIsNoRequest(String body, @Nullable String parameter, @Nullable String code, String words)
            throws IOException {
        assertRefused(body, parameter, code, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "none",
            value = {
                "{'content':'a'}              | messages[0].role    | missing_required_parameter | messages[0].role",
                "{'role':'bot','content':'a'} | messages[0].role    | invalid_value | Supported values are",
                "{'role':'user'}              | messages[0].content | none          | expected a string, got null",
                "{'role':'assistant'}         | messages[0].content | none          | expected a string, got null",
                "{'role':'user','content':7}  | messages[0].content | invalid_type  | a string or an array",
                "{'role':'user','content':[{'type':'smell'}]} | messages[0].content | invalid_value | 'smell'",
                "{'role':'assistant','tool_calls':[]} | messages[0].tool_calls | empty_array | empty array",
                "{'role':'assistant','tool_calls':[{'id':'c1','type':'function','function':{'name':'f'}}]}"
                        + " | messages[0].tool_calls[0].function.arguments | missing_required_parameter | arguments",
                "{'role':'assistant','tool_calls':[{'id':'c1','type':'magic'}]}"
                        + " | messages[0].tool_calls[0].type | invalid_value | 'function'",
            })
    void refusesAMessageThatIsNone(String message, @Nullable String parameter, @Nullable String code, String words)
            throws IOException {
        assertRefused("{'model':'m','messages':[" + message + "]}", parameter, code, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "none",
            value = {
                "'tools':[] | tools | empty_array | empty array",
                "'tools':[{'type':'function'}] | tools[0].function | missing_required_parameter | tools[0].function",
                "'tools':[{'type':'function','function':{'name':'a b'}}] | tools[0].function.name | invalid_value | pattern",
                "'tools':[{'type':'function','function':{'name':'f','parameters':{'type':'array'}}}]"
                        + " | tools[0].function.parameters | invalid_function_parameters | \"array\"",
                "'tool_choice':'auto' | tool_choice | none | only allowed when 'tools' are given",
                "'tools':[{'type':'function','function':{'name':'f'}}],'tool_choice':'maybe' | tool_choice | invalid_value | 'maybe'",
                "'tools':[{'type':'function','function':{'name':'f'}}],'tool_choice':{'type':'function','function':{'name':'g'}}"
                        + " | tool_choice | none | 'g' not found",
                "'stream':'yes' | stream | invalid_type | expected a boolean",
                "'stream_options':{'include_usage':true} | stream_options | none | only allowed when 'stream' is enabled",
                "'max_tokens':0 | max_tokens | integer_below_min_value | >= 1",
                "'max_completion_tokens':1.5 | max_completion_tokens | invalid_type | an integer",
                "'n':3 | n | unsupported_value | one choice",
            })
    void refusesSettingsThatMakeNoSense(String setting, @Nullable String parameter, @Nullable String code, String words)
            throws IOException {
        assertRefused(
                "{'model':'m','messages':[{'role':'user','content':'a'}]," + setting + "}", parameter, code, words);
    }

    @Test
    void refusesACallThatWasNeverAnswered() throws IOException {
        String user = "{'role':'user','content':'a'}";
        String words = "The following tool_call_ids did not have response messages: c1";
        assertRefused("{'model':'m','messages':[" + user + "," + CALL + "]}", "messages", null, words);
        assertRefused("{'model':'m','messages':[" + user + "," + CALL + "," + user + "]}", "messages", null, words);
    }

    @Test
    void refusesAResultThatNobodyCalledFor() throws IOException {
        String result = "{'role':'tool','tool_call_id':'c1','content':'a'}";
        assertRefused(
                "{'model':'m','messages':[" + result + "]}",
                "messages[0].role",
                null,
                "must be a response to a preceding message with 'tool_calls'");
        assertRefused(
                "{'model':'m','messages':[" + CALL + "," + result.replace("c1", "c2") + "]}",
                "messages[1].tool_call_id",
                null,
                "'c2' not found");
        assertRefused(
                "{'model':'m','messages':[" + CALL + "," + result + "," + result + "]}",
                "messages[2].tool_call_id",
                null,
                "answered twice");
    }

    @Test
    void takesAConversationWhoseCallsAreAnswered() throws IOException {
        String result = "{'role':'tool','tool_call_id':'c1','content':[{'type':'text','text':'a'}]}";
        ModelClient.Answer answer =
                client.chat(("{'model':'m','messages':[" + CALL + "," + result + "]}").replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void saysWhichAddressesThereAre() throws IOException {
        ModelClient.Answer nowhere = client.send("POST", "/chat/completions", "{}");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.error().path("message").asText()).contains("is /v1 part of the base URL?");
        ModelClient.Answer wrongMethod = client.send("GET", "/v1/chat/completions", "");
        assertThat(wrongMethod.status()).isEqualTo(405);
        assertThat(wrongMethod.error().path("code").asText()).isEqualTo("method_not_supported");
    }

    private void assertRefused(String body, @Nullable String parameter, @Nullable String code, String words)
            throws IOException {
        ModelClient.Answer answer = client.chat(body.replace('\'', '"'));
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.error().path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(answer.error().path("param").textValue()).isEqualTo(parameter);
        assertThat(answer.error().path("code").textValue()).isEqualTo(code);
        assertThat(answer.error().path("message").asText()).contains(words);
    }
}
