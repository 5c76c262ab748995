package dashwright.bot.agent;

import dashwright.bot.provider.ProviderFailure;
import dashwright.tools.toolbox.ToolSession;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A model for one session: counts what it costs, tries once more where that may help, and ends with the session. */
final class MeteredModel implements ChatModel {
    private final ChatModel model;
    private final ToolSession session;
    private final RetryPolicy<ChatResponse> policy;
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicLong tokens = new AtomicLong();

    MeteredModel(ChatModel model, ToolSession session, Duration pause) {
        this.model = model;
        this.session = session;
        this.policy = RetryPolicy.<ChatResponse>builder()
                .handleIf(failure -> failure instanceof RetriableException || ProviderFailure.isCutConnection(failure))
                .abortIf((_, _) -> session.isOver())
                .withMaxRetries(pause.isZero() ? 0 : 1)
                .withDelay(pause.isZero() ? Duration.ofMillis(1) : pause)
                .build();
    }

    /** How many answers came. */
    int rounds() {
        return rounds.get();
    }

    /** How many tokens they cost, 0 where the provider does not say. */
    long tokens() {
        return tokens.get();
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        if (session.isOver()) {
            throw new SessionOverException();
        }
        ChatResponse response = Failsafe.with(policy).get(() -> model.chat(request));
        rounds.incrementAndGet();
        TokenUsage usage = response.tokenUsage();
        if (usage != null && usage.totalTokenCount() != null) {
            tokens.addAndGet(usage.totalTokenCount());
        }
        return response;
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return model.defaultRequestParameters();
    }

    @Override
    public ModelProvider provider() {
        return model.provider();
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return model.supportedCapabilities();
    }

    /** Nobody waits for an answer any more. */
    static final class SessionOverException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SessionOverException() {
            super("the session is over");
        }
    }
}
