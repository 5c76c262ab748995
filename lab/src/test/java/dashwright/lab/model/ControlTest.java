package dashwright.lab.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlTest {
    private final ModelLab lab = ModelLab.start(ModelLab.Options.of(ModelClient.standingClock(), Scripts.standard()));
    private final ModelClient client = ModelClient.of(lab);

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void saysWhatPlaysAndPlaysSomethingElse() throws IOException {
        assertThat(client.send("GET", "/lab/script", "").json().path("plays").asText())
                .startsWith("standard");
        ModelClient.Answer changed = client.send(
                "POST", "/lab/script", "rules:\n  - when: hello\n    turns:\n      - text: Hello yourself.\n");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("plays").asText()).isEqualTo("rules: /hello/ 1 turns; otherwise an error");
        assertThat(client.ask("hello", "")
                        .json()
                        .at("/choices/0/message/content")
                        .asText())
                .isEqualTo("Hello yourself.");
        lab.play(conversation -> Turn.text(conversation.model()));
        assertThat(client.send("GET", "/lab/script", "").json().path("plays").asText())
                .isEqualTo("a script written in code");
    }

    @Test
    void keepsPlayingWhereTheNewScriptIsWrong() throws IOException {
        ModelClient.Answer refused = client.send("POST", "/lab/script", "script: loud");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0").asText())
                .contains("script is standard, silent or inventing, not \"loud\"");
        assertThat(client.send("GET", "/lab/script", "").json().path("plays").asText())
                .startsWith("standard");
    }

    @Test
    void takesFaultsAndForgetsThem() throws IOException {
        String fault = "{\"path\":\"/v1/.*\",\"kind\":\"status\",\"status\":503,\"times\":5}";
        JsonNode waiting = client.send("POST", "/lab/faults", fault).json().path("faults");
        assertThat(waiting).hasSize(1);
        assertThat(client.send("GET", "/v1/models", "").status()).isEqualTo(503);
        assertThat(client.send("GET", "/lab/faults", "")
                        .json()
                        .at("/faults/0/times")
                        .asInt())
                .isEqualTo(4);
        assertThat(client.send("DELETE", "/lab/faults", "").status()).isEqualTo(204);
        assertThat(client.send("GET", "/v1/models", "").status()).isEqualTo(200);
    }

    @Test
    void saysWhatAFaultLooksLike() throws IOException {
        for (String wrong : new String[] {"{\"kind\":\"flood\"}", "{\"status\":200}", "{\"delay\":\"soon\"}"}) {
            ModelClient.Answer refused = client.send("POST", "/lab/faults", wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.json().at("/errors/0").asText()).startsWith("A fault is {\"path\"");
        }
        assertThat(client.send("POST", "/lab/faults", "[1]")
                        .json()
                        .at("/errors/0")
                        .asText())
                .contains("must be a JSON object");
        assertThat(client.send("POST", "/lab/faults", "{")
                        .json()
                        .at("/errors/0")
                        .asText())
                .contains("is no JSON");
    }

    @Test
    void showsWhatWasReceivedAndForgetsIt() throws IOException {
        client.ask("build s3", "");
        client.send("GET", "/v1/models", "");
        JsonNode all = client.send("GET", "/lab/received", "").json().path("received");
        assertThat(all).hasSize(2);
        assertThat(all.path(0).path("service").asText()).isEqualTo("model");
        assertThat(all.path(0).path("body").asText()).contains("build s3");
        JsonNode some = client.send("GET", "/lab/received?service=model&path=models", "")
                .json()
                .path("received");
        assertThat(some).hasSize(1);
        assertThat(client.send("GET", "/lab/received?service=slack", "").json().path("received"))
                .isEmpty();
        assertThat(client.send("DELETE", "/lab/received", "").status()).isEqualTo(204);
        assertThat(client.send("GET", "/lab/received", "").json().path("received"))
                .isEmpty();
    }

    @Test
    void needsNoKeyAndSaysWhatThereIs() throws IOException {
        ModelClient.Answer nowhere = client.authorizedBy("").send("GET", "/lab/nothing", "");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.json().at("/errors/0").asText()).contains("GET and POST /lab/script");
    }
}
