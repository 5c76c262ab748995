package dashwright.lab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dashwright.lab.Fault;
import dashwright.lab.Faults;
import dashwright.lab.Journal;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** LangChain4j's own OpenAI client against the lab: what it can read, the bot can read. */
class RealClientTest {
    private static final List<ToolSpecification> TOOLS =
            List.of(tool("find_metrics", "text"), tool("find_spans", "text"), tool("draft_dashboard", "request"));

    private final Faults faults = new Faults();
    private final ModelLab lab = ModelLab.start(ModelLab.Options.of(ModelClient.standingClock(), Scripts.standard())
            .sharing(faults, new Journal())
            .withKey("right"));

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void playsAWholeToolLoop() {
        List<ChatMessage> messages = new ArrayList<>(List.of(
                SystemMessage.from("You fill in plans."),
                UserMessage.from("<request>\nbuild \"s3\" sync status\n</request>")));
        AiMessage search = answer(messages).aiMessage();
        assertThat(search.toolExecutionRequests())
                .extracting(ToolExecutionRequest::name)
                .containsExactly("find_metrics", "find_spans");
        assertThat(search.toolExecutionRequests())
                .extracting(ToolExecutionRequest::arguments)
                .containsOnly("{\"text\":\"build \\\"s3\\\" sync status\"}");
        answerAll(messages, search, "DATA nothing much");
        AiMessage draft = answer(messages).aiMessage();
        assertThat(draft.toolExecutionRequests()).singleElement().satisfies(call -> {
            assertThat(call.name()).isEqualTo("draft_dashboard");
            assertThat(call.arguments()).isEqualTo("{\"request\":\"build \\\"s3\\\" sync status\"}");
        });
        answerAll(messages, draft, "DRAFT S3 sync\n12 panels");
        ChatResponse end = answer(messages);
        assertThat(end.aiMessage().hasToolExecutionRequests()).isFalse();
        assertThat(end.aiMessage().text()).isEqualTo("The draft is ready to be looked at.");
        assertThat(end.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(end.tokenUsage().totalTokenCount()).isPositive();
    }

    @Test
    void streamsATextPieceByPiece() {
        lab.play(Scripts.fixed(Turn.text("a text that is longer than one piece of a stream")));
        Streamed streamed = stream(request(List.of(UserMessage.from("hello"))));
        assertThat(streamed.pieces).hasSizeGreaterThan(2);
        assertThat(String.join("", streamed.pieces)).isEqualTo("a text that is longer than one piece of a stream");
        ChatResponse whole = streamed.end.join();
        assertThat(whole.aiMessage().text()).isEqualTo(String.join("", streamed.pieces));
        assertThat(whole.tokenUsage().outputTokenCount()).isEqualTo(12);
        assertThat(whole.finishReason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void streamsParallelCalls() {
        Streamed streamed = stream(request(List.of(UserMessage.from("build redis memory"))));
        ChatResponse whole = streamed.end.join();
        assertThat(whole.finishReason()).isEqualTo(FinishReason.TOOL_EXECUTION);
        assertThat(whole.aiMessage().toolExecutionRequests())
                .extracting(ToolExecutionRequest::name)
                .containsExactly("find_metrics", "find_spans");
        assertThat(whole.aiMessage().toolExecutionRequests())
                .extracting(ToolExecutionRequest::arguments)
                .containsOnly("{\"text\":\"build redis memory\"}");
        assertThat(whole.aiMessage().toolExecutionRequests())
                .extracting(ToolExecutionRequest::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void passesBrokenArgumentsOnAsTheyAre() {
        lab.play(Scripts.fixed(Turn.call("find_metrics", "{\"text\": \"s3")));
        AiMessage broken =
                answer(List.of(UserMessage.from("build s3 sync status"))).aiMessage();
        assertThat(broken.toolExecutionRequests())
                .singleElement()
                .extracting(ToolExecutionRequest::arguments)
                .isEqualTo("{\"text\": \"s3");
    }

    @Test
    void refusesAMemoryWithADanglingCall() {
        List<ChatMessage> messages = new ArrayList<>(List.of(UserMessage.from("build s3 sync status")));
        messages.add(answer(messages).aiMessage());
        messages.add(UserMessage.from("are you there?"));
        assertThatThrownBy(() -> answer(messages))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("did not have response messages: call_");
    }

    @Test
    void letsTheClientTellFailuresApart() {
        ChatRequest hello = request(List.of(UserMessage.from("hello")));
        assertThatThrownBy(() -> model("wrong", Duration.ofSeconds(10)).chat(hello))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("invalid_api_key");
        faults.add(Fault.status(".*", 429, 1));
        assertThatThrownBy(() -> model().chat(hello)).isInstanceOf(RateLimitException.class);
        faults.add(Fault.status(".*", 503, 1));
        assertThatThrownBy(() -> model().chat(hello)).isInstanceOf(InternalServerException.class);
        lab.play(Scripts.fixed(Turn.error(ApiError.contextLengthExceeded())));
        assertThatThrownBy(() -> model().chat(hello))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("context_length_exceeded");
        lab.play(Scripts.fixed(Turn.hang(Duration.ofMinutes(5))));
        assertThatThrownBy(() -> model("right", Duration.ofMillis(300)).chat(hello))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void failsAStreamBeforeItBegins() {
        faults.add(Fault.cut("/v1/chat/completions", 1));
        ChatRequest hello = request(List.of(UserMessage.from("hello")));
        assertThat(stream(hello).end).isCompletedExceptionally();
        faults.add(Fault.status("/v1/chat/completions", 401, 1));
        assertThat(stream(hello).end).isCompletedExceptionally();
        assertThat(stream(hello).end).isCompleted();
    }

    @Test
    void readsABodyThatComesWithAnOfferOfHttp2() {
        OpenAiChatModel upgrading = OpenAiChatModel.builder()
                .baseUrl(lab.url().toString())
                .apiKey("right")
                .modelName("any")
                .httpClientBuilder(http(HttpClient.Version.HTTP_2))
                .maxRetries(0)
                .build();
        assertThat(upgrading.chat(request(List.of(UserMessage.from("hello")))).aiMessage())
                .matches(AiMessage::hasToolExecutionRequests);
    }

    private ChatResponse answer(List<ChatMessage> messages) {
        return model().chat(request(messages));
    }

    private OpenAiChatModel model() {
        return model("right", Duration.ofSeconds(10));
    }

    private OpenAiChatModel model(String key, Duration timeout) {
        return OpenAiChatModel.builder()
                .baseUrl(lab.url().toString())
                .apiKey(key)
                .modelName("any")
                .httpClientBuilder(http(HttpClient.Version.HTTP_1_1))
                .timeout(timeout)
                .maxRetries(0)
                .build();
    }

    private static JdkHttpClientBuilder http(HttpClient.Version version) {
        return JdkHttpClient.builder().httpClientBuilder(HttpClient.newBuilder().version(version));
    }

    private Streamed stream(ChatRequest request) {
        OpenAiStreamingChatModel model = OpenAiStreamingChatModel.builder()
                .baseUrl(lab.url().toString())
                .apiKey("right")
                .modelName("any")
                .httpClientBuilder(http(HttpClient.Version.HTTP_1_1))
                .build();
        Streamed streamed = new Streamed();
        model.chat(request, streamed);
        assertThat(streamed.end.handle((whole, failure) -> true)).succeedsWithin(Duration.ofSeconds(10));
        return streamed;
    }

    private static ChatRequest request(List<ChatMessage> messages) {
        return ChatRequest.builder()
                .messages(messages)
                .toolSpecifications(TOOLS)
                .build();
    }

    private static void answerAll(List<ChatMessage> messages, AiMessage calls, String result) {
        messages.add(calls);
        calls.toolExecutionRequests().forEach(call -> messages.add(ToolExecutionResultMessage.from(call, result)));
    }

    private static ToolSpecification tool(String name, String parameter) {
        return ToolSpecification.builder()
                .name(name)
                .description("does what it says")
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty(parameter)
                        .required(parameter)
                        .build())
                .build();
    }

    private static final class Streamed implements StreamingChatResponseHandler {
        private final List<String> pieces = new ArrayList<>();
        private final CompletableFuture<ChatResponse> end = new CompletableFuture<>();

        @Override
        public void onPartialResponse(String piece) {
            pieces.add(piece);
        }

        @Override
        public void onCompleteResponse(ChatResponse whole) {
            end.complete(whole);
        }

        @Override
        public void onError(Throwable failure) {
            end.completeExceptionally(failure);
        }
    }
}
