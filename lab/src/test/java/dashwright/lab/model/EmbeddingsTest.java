package dashwright.lab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.lab.Faults;
import dashwright.lab.Journal;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingsTest {
    private final ModelLab lab = ModelLab.start(ModelLab.Options.of(ModelClient.standingClock(), Scripts.silent())
            .sharing(new Faults(), new Journal())
            .withKey("right"));
    private final ModelClient client = ModelClient.of(lab).authorizedBy("Bearer right");

    @AfterEach
    void stop() {
        lab.close();
    }

    private ModelClient.Answer openAi(String body) throws IOException {
        return client.send("POST", "/v1/embeddings", body.replace('\'', '"'));
    }

    private ModelClient.Answer ollama(String body) throws IOException {
        return client.authorizedBy("").send("POST", "/api/embed", body.replace('\'', '"'));
    }

    private List<Embedding> embed(String format, String... texts) {
        JdkHttpClientBuilder http = JdkHttpClient.builder()
                .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
        return OpenAiEmbeddingModel.builder()
                .httpClientBuilder(http)
                .baseUrl(lab.url().toString())
                .apiKey("right")
                .modelName("any")
                .encodingFormat(format)
                .maxRetries(0)
                .build()
                .embedAll(Stream.of(texts).map(TextSegment::from).toList())
                .content();
    }

    private static double cosine(Embedding one, Embedding other) {
        double sum = 0;
        for (int at = 0; at < one.dimension(); at++) {
            sum += one.vector()[at] * other.vector()[at];
        }
        return sum;
    }

    @Test
    void givesTheSameVectorsAsNumbersAndAsBase64() {
        List<Embedding> numbers = embed("float", "queue depth", "free disk space");
        assertThat(embed("base64", "queue depth", "free disk space")).isEqualTo(numbers);
        assertThat(numbers).hasSize(2).allSatisfy(vector -> {
            assertThat(vector.dimension()).isEqualTo(MeaningSpace.DIMENSIONS);
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-4));
        });
    }

    @Test
    void textsOfLikeMeaningAreClose() {
        List<Embedding> vectors = embed(
                "float",
                "people standing in line",
                "customers queue",
                "network packets dropped",
                "lines of people stood");
        double meaning = cosine(vectors.get(0), vectors.get(1));
        assertThat(meaning).isGreaterThan(0.4).isGreaterThan(cosine(vectors.get(0), vectors.get(2)) + 0.3);
        assertThat(cosine(vectors.get(0), vectors.get(3))).isGreaterThan(0.4);
    }

    @Test
    void textsWithoutAWordHaveADirectionToo() {
        List<Embedding> vectors = embed("float", "??", "!!", "??");
        assertThat(cosine(vectors.get(0), vectors.get(2))).isCloseTo(1, within(1e-4));
        assertThat(cosine(vectors.get(0), vectors.get(1))).isLessThan(0.5);
    }

    @Test
    void answersInTheShapeOfOpenAi() throws IOException {
        JsonNode answer = openAi("{'model':'small','input':['a word','two'],'dimensions':8}")
                .json();
        assertThat(answer.path("object").asText()).isEqualTo("list");
        assertThat(answer.path("model").asText()).isEqualTo("small");
        assertThat(answer.at("/data/1/index").asInt()).isEqualTo(1);
        assertThat(answer.at("/data/1/object").asText()).isEqualTo("embedding");
        assertThat(answer.at("/data/1/embedding")).hasSize(8);
        assertThat(answer.at("/usage/total_tokens").asInt()).isPositive();
    }

    @Test
    void answersInTheShapeOfOllamaWithoutAKey() throws IOException {
        JsonNode answer = ollama("{'model':'nomic','input':['a word','two']}").json();
        assertThat(answer.path("model").asText()).isEqualTo("nomic");
        assertThat(answer.path("embeddings")).hasSize(2);
        assertThat(answer.at("/embeddings/0")).hasSize(MeaningSpace.DIMENSIONS);
        assertThat(answer.path("prompt_eval_count").asInt()).isPositive();
        assertThat(ollama("{'model':'nomic','input':'one text'}").json().path("embeddings"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'input':'a'}                                       | you must provide a model parameter
            {'model':'m'}                                       | Missing required parameter: 'input'
            {'model':'m','input':[]}                            | a list of 1 to 2048 texts
            {'model':'m','input':['a','']}                      | must not be empty
            {'model':'m','input':[7]}                           | a string or an array of strings
            {'model':'m','input':'a','encoding_format':'hex'}   | 'float' and 'base64'
            {'model':'m','input':'a','dimensions':0}            | >= 1
            no json                                             | could not parse
            """)
    void refusesWhatOpenAiRefuses(String body, String words) throws IOException {
        ModelClient.Answer answer = openAi(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error().path("message").asText()).contains(words);
    }

    @Test
    void refusesMoreTextsThanOpenAiTakes() throws IOException {
        String texts = "'a',".repeat(2_048) + "'a'";
        assertThat(openAi("{'model':'m','input':[" + texts + "]}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'input':'a'}             | model is required
            {'model':'m','input':7}   | invalid input type
            {'model':'m','input':[7]} | invalid input type
            no json                   | no JSON
            """)
    void refusesWhatOllamaRefuses(String body, String words) throws IOException {
        ModelClient.Answer answer = ollama(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).contains(words);
    }

    @Test
    void wantsTheKeyWhereOpenAiDoesAndNamesWhatItServes() throws IOException {
        assertThat(client.authorizedBy("")
                        .send("POST", "/v1/embeddings", "{\"model\":\"m\",\"input\":\"a\"}")
                        .status())
                .isEqualTo(401);
        assertThat(client.send("GET", "/v1/embeddings", "").status()).isEqualTo(405);
        assertThat(client.send("GET", "/v1/images", "").error().path("message").asText())
                .contains("POST /v1/embeddings");
    }
}
