package dashwright.bot.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.slash_commands.SlashCommandResponseSender;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.methods.request.files.FilesUploadV2Request.UploadFile;
import dashwright.bot.Settings;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls to Slack that the bot makes. Waits as long as Slack asks on 429; other failures are exceptions with advice. */
public final class SlackClient {
    private static final Logger LOG = LoggerFactory.getLogger(SlackClient.class);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration WAIT_UNLESS_TOLD = Duration.ofSeconds(3);
    private static final int RETRIES = 3;

    private final MethodsClient methods;
    private final SlashCommandResponseSender responses;
    private final RetryPolicy<Object> retry;

    /** A client that acts as the bot. */
    public SlackClient(Slack slack, Settings.Slack settings) {
        this.methods = slack.methods(settings.botToken().reveal());
        this.responses = new SlashCommandResponseSender(slack);
        this.retry = RetryPolicy.builder()
                .handleIf(failure -> retryAfter(failure).isPresent())
                .withMaxRetries(RETRIES)
                .withDelayFn(attempt -> retryAfter(attempt.getLastException()).orElse(WAIT_UNLESS_TOLD))
                .onRetry(event -> LOG.warn("Slack asked to wait (429); retry {}", event.getAttemptCount()))
                .build();
    }

    /**
     * Who the bot is, which also tells whether its token is valid.
     *
     * @return the bot's user id
     */
    public String whoAmI() {
        return call("auth.test", () -> methods.authTest(request -> request)).getUserId();
    }

    /**
     * Posts a message.
     *
     * @param thread the thread's first message, empty for none
     * @return the message's timestamp, which is its id
     */
    String post(String channel, String thread, SlackMessage message) {
        return call(
                        "chat.postMessage",
                        () -> methods.chatPostMessage(request -> request.channel(channel)
                                .threadTs(thread.isEmpty() ? null : thread)
                                .text(message.text())
                                .blocks(message.blocks())
                                .unfurlLinks(false)
                                .unfurlMedia(false)))
                .getTs();
    }

    /** Replaces a message of the bot's own. */
    void update(String channel, String timestamp, SlackMessage message) {
        call(
                "chat.update",
                () -> methods.chatUpdate(request -> request.channel(channel)
                        .ts(timestamp)
                        .text(message.text())
                        .blocks(message.blocks())));
    }

    /** Posts a message that one person sees. */
    void postPrivately(String channel, String thread, String user, SlackMessage message) {
        call(
                "chat.postEphemeral",
                () -> methods.chatPostEphemeral(request -> request.channel(channel)
                        .threadTs(thread.isEmpty() ? null : thread)
                        .user(user)
                        .text(message.text())
                        .blocks(message.blocks())));
    }

    /** Attaches text files to a thread, in one message. */
    void upload(String channel, String thread, List<TextFile> files, String comment) {
        List<UploadFile> uploads = files.stream()
                .map(file -> UploadFile.builder()
                        .filename(file.name())
                        .title(file.name())
                        .fileData(file.text().getBytes(StandardCharsets.UTF_8))
                        .build())
                .toList();
        call(
                "files.uploadV2",
                () -> methods.filesUploadV2(request -> request.channel(channel)
                        .threadTs(thread)
                        .initialComment(comment)
                        .uploadFiles(uploads)));
    }

    /** Answers privately at the address that came with a command or a press; good five times within half an hour. */
    void respond(String responseUrl, SlackMessage message) {
        SlashCommandResponse response = SlashCommandResponse.builder()
                .responseType("ephemeral")
                .text(message.text())
                .blocks(message.blocks())
                .build();
        try {
            ResponseAnswer.of(responses.send(responseUrl, response)).refusal().ifPresent(code -> {
                throw new SlackCallException("the response", code, SlackErrors.advice(code, ""));
            });
        } catch (IOException unreachable) {
            throw new SlackCallException("the response", unreachable);
        }
    }

    private <T extends SlackApiTextResponse> T call(String method, Call<T> call) {
        T response;
        try {
            response = Failsafe.with(retry).get(call::run);
        } catch (SlackFilesUploadV2Exception refused) {
            throw uploadRefused(method, refused);
        } catch (FailsafeException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw retryAfter(cause).isPresent()
                    ? new SlackCallException(method, "ratelimited", SlackErrors.advice("ratelimited", ""))
                    : new SlackCallException(method, cause);
        }
        if (!response.isOk()) {
            throw refused(method, response);
        }
        return response;
    }

    /** An upload is several calls; the one that was refused says why. */
    private static SlackCallException uploadRefused(String method, SlackFilesUploadV2Exception upload) {
        Stream<SlackApiTextResponse> answers =
                Stream.concat(upload.getGetURLResponses().stream(), Stream.ofNullable(upload.getCompleteResponse()));
        return answers.filter(answer -> !answer.isOk())
                .findFirst()
                .map(answer -> refused(method, answer))
                .orElseGet(() -> new SlackCallException(method, upload));
    }

    private static SlackCallException refused(String method, SlackApiTextResponse response) {
        String code = Optional.ofNullable(response.getError()).orElse("unknown");
        String needed = Optional.ofNullable(response.getNeeded()).orElse("");
        return new SlackCallException(method, code, SlackErrors.advice(code, needed));
    }

    private static Optional<Duration> retryAfter(@Nullable Throwable failure) {
        if (!(failure instanceof SlackApiException refused)
                || refused.getResponse().code() != TOO_MANY_REQUESTS) {
            return Optional.empty();
        }
        String header = refused.getResponse().header("Retry-After");
        if (header == null || !header.matches("\\d{1,6}")) {
            return Optional.of(WAIT_UNLESS_TOLD);
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(header));
        return Optional.of(asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked);
    }

    /** One call; the SDK's failures are checked exceptions. */
    @FunctionalInterface
    private interface Call<T> {
        T run() throws IOException, SlackApiException;
    }

    /**
     * A text file.
     *
     * @param name its name, with its ending
     * @param text its content
     */
    record TextFile(String name, String text) {}
}
