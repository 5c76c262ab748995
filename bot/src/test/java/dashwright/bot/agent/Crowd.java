package dashwright.bot.agent;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A model that takes its time for company to come, and knows how many callers it had at once. */
final class Crowd implements ChatModel {
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch company = new CountDownLatch(2);

    int most() {
        return most.get();
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        int callers = now.incrementAndGet();
        most.accumulateAndGet(callers, Math::max);
        company.countDown();
        try {
            boolean came = company.await(1, TimeUnit.SECONDS);
            return ChatResponse.builder()
                    .aiMessage(AiMessage.from(came ? "I had company." : "I was alone."))
                    .build();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            now.decrementAndGet();
        }
    }
}
