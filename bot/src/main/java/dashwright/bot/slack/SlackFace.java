package dashwright.bot.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageBotEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageDeletedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import dashwright.bot.Settings;
import dashwright.bot.publish.Recovered;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack's face of the verbs. Each listener acknowledges at once and leaves the work to an executor: Slack waits three
 * seconds and no longer. The same listeners serve Socket Mode and HTTP.
 */
public final class SlackFace implements AutoCloseable {
    /** The slash command, as the app's manifest declares it. */
    public static final String COMMAND = "/dash";

    private static final Pattern NEAREST = Pattern.compile(AnswerMessages.NEAREST + "\\d+");
    private static final Pattern EDIT = Pattern.compile(AnswerMessages.EDIT + "\\d+");
    private static final Pattern CHOICE = Pattern.compile(AnswerMessages.CHOICE + "\\d+");

    /** How long what was begun may go on when the bot stops: long enough to tell a person how it ended. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(SlackFace.class);

    private final Slack slack;
    private final Settings.Slack settings;
    private final SlackClient client;
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("slack-work-", 0).factory());

    /** Work that ends waits for its last update, so updates have threads that are still there then. */
    private final ExecutorService updates = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("slack-update-", 0).factory());

    private final Jobs jobs;
    private final BuildFlow builds;
    private final DecisionFlow decisions;
    private final MessageFlow messages;

    /** The face of these services in one workspace. */
    public SlackFace(SlackServices services, Settings.Slack settings) {
        this.settings = settings;
        this.slack = Slack.getInstance(config(settings.api()));
        this.client = new SlackClient(slack, settings);
        this.jobs = new Jobs(executor, services.deliveries(), client);
        this.builds = new BuildFlow(services, client, updates);
        this.decisions = new DecisionFlow(services, client);
        this.messages = new MessageFlow(services.workbench(), client, builds, new TeachFlow(services.teaching()));
    }

    /** The app with all listeners, for either transport. */
    public App app() {
        App app = new App(AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(settings.botToken().reveal())
                // Left to themselves these come from the environment and would turn the app into one for many
                // workspaces.
                .clientId(null)
                .clientSecret(null)
                // Requests over HTTP are checked before they get here, more strictly than the SDK does.
                .requestVerificationEnabled(false)
                .authTestCacheEnabled(true)
                .authTestCacheExpirationMillis(-1L)
                .allEventsApiAutoAckEnabled(true)
                .executorServiceProvider(new VirtualThreads())
                .build());
        listenToCommands(app);
        listenToMessages(app);
        listenToButtons(app);
        return app;
    }

    private void listenToCommands(App app) {
        app.command(COMMAND, (request, context) -> {
            Command command = CommandReader.slash(text(request.getPayload().getText()));
            return switch (command) {
                case Command.Help _ -> {
                    start(request, reply -> examples(reply));
                    yield context.ack(privately(AnswerMessages.help()));
                }
                case Command.Hello _ -> {
                    start(request, reply -> examples(reply));
                    yield context.ack(privately(AnswerMessages.hello(List.of())));
                }
                case Command.Thanks _ -> context.ack(privately(AnswerMessages.thanks(false)));
                case Command.Unknown unknown -> context.ack(privately(AnswerMessages.unknown(unknown)));
                case Command.Build build
                when build.text().isEmpty() -> {
                    start(request, reply -> examples(reply));
                    yield context.ack(privately(AnswerMessages.whatToBuild(List.of())));
                }
                case Command.Build build -> {
                    start(request, reply -> builds.inNewThread(build.text(), reply));
                    yield context.ack(privately(SlackMessage.of("On it. The draft comes in a thread below.")));
                }
                case Command.Teach _, Command.Forget _, Command.Lessons _ -> {
                    start(request, reply -> reply.privately(client, messages.lesson(command, reply.user())));
                    yield context.ack(privately(SlackMessage.of("Looking into the lessons …")));
                }
                case Command.Find find -> {
                    start(request, reply -> reply.privately(client, messages.find(find.text())));
                    yield context.ack(privately(SlackMessage.of("Searching your catalog …")));
                }
            };
        });
    }

    /** The catalog may have to be read first, for which an acknowledgement cannot wait. */
    private void examples(Reply reply) {
        List<String> examples = messages.examples();
        if (!examples.isEmpty()) {
            reply.privately(client, SlackMessage.of(AnswerMessages.examples(examples)));
        }
    }

    private void listenToMessages(App app) {
        app.event(AppMentionEvent.class, (payload, context) -> {
            AppMentionEvent event = payload.getEvent();
            if (event.getBotId() == null && event.getUser() != null) {
                String thread = text(event.getThreadTs());
                Said said = new Said(event.getChannel(), event.getTs(), thread, event.getUser(), text(event.getText()));
                hear(payload.getEventId(), event.getEventTs(), said);
            }
            return context.ack();
        });
        app.event(MessageEvent.class, (payload, context) -> {
            MessageEvent event = payload.getEvent();
            if (event.getBotId() == null && isDirect(event.getChannelType(), event.getUser(), context)) {
                String thread = text(event.getThreadTs());
                Said said = new Said(event.getChannel(), event.getTs(), thread, event.getUser(), text(event.getText()));
                hear(payload.getEventId(), event.getEventTs(), said);
            }
            return context.ack();
        });
        // A file beside the words does not make them mean less.
        app.event(MessageFileShareEvent.class, (payload, context) -> {
            MessageFileShareEvent event = payload.getEvent();
            if (isDirect(event.getChannelType(), event.getUser(), context)) {
                String thread = text(event.getThreadTs());
                Said said = new Said(event.getChannel(), event.getTs(), thread, event.getUser(), text(event.getText()));
                hear(payload.getEventId(), event.getEventTs(), said);
            }
            return context.ack();
        });
        // The bot's own messages come back as events when they are posted, changed or deleted: nothing is to be done.
        app.event(MessageChangedEvent.class, (payload, context) -> context.ack());
        app.event(MessageDeletedEvent.class, (payload, context) -> context.ack());
        app.event(MessageBotEvent.class, (payload, context) -> context.ack());
        app.event(MessageThreadBroadcastEvent.class, (payload, context) -> context.ack());
    }

    /** In channels only mentions are meant for the bot; its own words never are, with files or without. */
    private static boolean isDirect(@Nullable String channelType, @Nullable String user, EventContext context) {
        return Objects.equals(channelType, "im") && user != null && !user.equals(context.getBotUserId());
    }

    private void listenToButtons(App app) {
        button(app, Pattern.compile(DraftMessage.APPROVE), press -> decide(press, decisions::approve));
        button(app, Pattern.compile(DraftMessage.REJECT), press -> decide(press, decisions::reject));
        button(
                app,
                Pattern.compile(DraftMessage.EVIDENCE),
                press -> decide(press, (value, message, reply) -> decisions.evidence(value, reply)));
        button(app, NEAREST, press -> builds.inThread(press.value(), press.reply()));
        button(
                app,
                Pattern.compile(DraftMessage.APART),
                press -> decide(
                        press,
                        (value, message, reply) -> decisions
                                .apart(value, message, reply)
                                .ifPresent(draft -> builds.showDraft(draft, reply))));
        button(app, EDIT, press -> builds.aboutTheDraft(press.value(), press.reply()));
        button(app, CHOICE, press -> builds.inThread(press.value(), press.reply()));
    }

    /** Calls to Slack, for those who start the transport. */
    public SlackClient client() {
        return client;
    }

    /** Shows how publications ended that were finished without a press. */
    public void announce(List<Recovered> recovered) {
        recovered.forEach(decisions::announce);
    }

    @Override
    public void close() {
        executor.shutdown();
        builds.hurry();
        try {
            if (!executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Requests that are still worked on after {} s are left", PATIENCE.toSeconds());
                executor.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
        updates.shutdownNow();
    }

    private static SlackConfig config(URI api) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(api.toString());
        config.setExecutorServiceProvider(new VirtualThreads());
        config.synchronizeExecutorServiceProviders();
        config.setHttpClientReadTimeoutMillis(30_000);
        config.setHttpClientWriteTimeoutMillis(30_000);
        if (isLocal(api.getHost())) {
            // The SDK takes its proxy from the environment, and a proxy does not reach this machine.
            config.setProxyUrl(null);
        }
        return config;
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private void start(SlashCommandRequest request, Consumer<Reply> work) {
        var payload = request.getPayload();
        Reply reply = new Reply(payload.getChannelId(), "", payload.getUserId(), text(payload.getResponseUrl()));
        jobs.start(keys("trigger", payload.getTriggerId()), reply, () -> work.accept(reply));
    }

    /** The same message can come as two events with ids of their own: channel and time tell that it is one. */
    private void hear(@Nullable String eventId, @Nullable String eventTime, Said said) {
        String time = eventTime == null ? said.timestamp() : eventTime;
        List<String> keys = new ArrayList<>(keys("event", eventId));
        keys.add("message " + said.channel() + " " + time);
        jobs.start(keys, said.reply(), () -> messages.hear(said));
    }

    /** Without an id a delivery cannot be known again: it is then taken each time. */
    private static List<String> keys(String kind, @Nullable String id) {
        return id == null || id.isEmpty() ? List.of() : List.of(kind + " " + id);
    }

    private void button(App app, Pattern actionId, Consumer<Press> work) {
        app.blockAction(actionId, (request, context) -> {
            BlockActionPayload payload = request.getPayload();
            // Only messages in conversations have our buttons; whatever else comes is acknowledged and left.
            if (payload.getChannel() != null && payload.getContainer() != null) {
                Press press = Press.of(payload);
                jobs.start(keys("trigger", payload.getTriggerId()), press.reply(), () -> work.accept(press));
            }
            return context.ack();
        });
    }

    private void decide(Press press, Decide decide) {
        DecisionValue.read(press.value())
                .ifPresentOrElse(
                        value -> decide.accept(value, press.message(), press.reply()),
                        () -> press.reply()
                                .privately(
                                        client,
                                        SlackMessage.of(
                                                "This button is of another version. Ask for the draft again.")));
    }

    private static SlashCommandResponse privately(SlackMessage message) {
        return SlashCommandResponse.builder()
                .responseType("ephemeral")
                .text(message.text())
                .blocks(message.blocks())
                .build();
    }

    private static String text(@Nullable String delivered) {
        return delivered == null ? "" : delivered;
    }

    /** What is done with a decision: its value, the message that showed the button, and whom to answer. */
    @FunctionalInterface
    private interface Decide {
        void accept(DecisionValue value, String message, Reply reply);
    }

    /**
     * A press on a button.
     *
     * @param value what the button carries
     * @param message the message that showed it
     * @param reply whom to answer
     */
    private record Press(String value, String message, Reply reply) {
        static Press of(BlockActionPayload payload) {
            String message = text(payload.getContainer().getMessageTs());
            String thread = text(payload.getContainer().getThreadTs());
            return new Press(
                    text(payload.getActions().getFirst().getValue()),
                    message,
                    new Reply(
                            payload.getChannel().getId(),
                            thread.isEmpty() ? message : thread,
                            payload.getUser().getId(),
                            text(payload.getResponseUrl())));
        }
    }
}
