package dashwright.evals.endtoend;

import static org.awaitility.Awaitility.await;

import dashwright.bot.approval.Proposal;
import dashwright.bot.conversation.Place;
import dashwright.bot.conversation.Turn;
import dashwright.evals.demo.DemoHouse;
import dashwright.lab.Lab;
import dashwright.lab.slack.delivery.Delivery;
import dashwright.lab.slack.workspace.Message;
import dashwright.lab.slack.workspace.StoredFile;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A lab, the real bot in it, and the hands and eyes of the people who use it. */
final class Stage implements AutoCloseable {
    static final String ASKER = "maya";
    static final String CHANNEL = "dashboards";
    static final String APPROVE = "draft_approve";
    static final String REJECT = "draft_reject";
    static final Map<String, String> WITHOUT_MODEL = Map.of("DASH_MODEL", "");

    /** Generous: the machine may be busy with other things. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int FILES_OF_A_DRAFT = 3;

    private final Lab lab;
    private final DemoHouse house;

    private Stage(Lab lab, DemoHouse house) {
        this.lab = lab;
        this.house = house;
    }

    /** The bot with the simulated model, over Socket Mode. */
    static Stage open() throws IOException, InterruptedException {
        return open(Transport.SOCKET_MODE, Map.of());
    }

    /**
     * The bot over a transport.
     *
     * @param settings what differs from the lab's settings; an empty value takes one away
     */
    static Stage open(Transport transport, Map<String, String> settings) throws IOException, InterruptedException {
        return open("pypi", transport, settings);
    }

    /** The same for another simulated team. */
    static Stage open(String world, Transport transport, Map<String, String> settings)
            throws IOException, InterruptedException {
        return open(Lab.start(Lab.Options.of(world).standing()), transport, settings);
    }

    /** The same in a lab that runs already; the stage closes it. */
    static Stage open(Lab lab, Transport transport, Map<String, String> settings)
            throws IOException, InterruptedException {
        try {
            Map<String, String> all = new HashMap<>(transport.settings(lab));
            all.putAll(settings);
            Stage stage = new Stage(lab, DemoHouse.open(lab, all));
            transport.connect(stage.house);
            return stage;
        } catch (IOException | RuntimeException wrong) {
            lab.close();
            throw wrong;
        }
    }

    Lab lab() {
        return lab;
    }

    DemoHouse house() {
        return house;
    }

    /** What was sent to the simulated Datadog. */
    Datadog datadog() {
        return new Datadog(lab);
    }

    /** Types a slash command and returns when Slack has its acknowledgement, or has given up waiting. */
    Delivery types(String line) {
        return lab.slack().driver().typeSlash(ASKER, CHANNEL, line).join();
    }

    /** Asks for a board and returns when the thread of the answer has begun. */
    Asked asks(String words) {
        Set<String> before = roots().stream().map(Message::ts).collect(Collectors.toCollection(HashSet::new));
        Delivery delivery = types("/dash build " + words);
        Message root = soon(
                "a thread about \"" + words + "\"",
                () -> roots().stream()
                        .filter(message -> !before.contains(message.ts())
                                && message.words().contains(words))
                        .findFirst());
        return new Asked(words, delivery, new Place(root.channel(), root.ts()));
    }

    /** A request that was typed just now, known by some of its words. */
    Asked askedAbout(String words) {
        Message root = soon(
                "a thread about \"" + words + "\"",
                () -> threadsAbout(words).stream().findFirst());
        Delivery delivery = lab.slack().sees().acks().getLast();
        return new Asked(words, delivery, new Place(root.channel(), root.ts()));
    }

    private List<Message> roots() {
        return lab.slack().sees().messages(CHANNEL).stream()
                .filter(message -> message.threadTs() == null && isOfTheBot(message))
                .toList();
    }

    /** Whether the bot wrote a message. */
    boolean isOfTheBot(Message message) {
        return message.user().equals(lab.slack().workspace().app().botUser().id());
    }

    /** The threads that the bot has begun about these words. */
    List<Message> threadsAbout(String words) {
        return roots().stream()
                .filter(message -> message.words().contains(words))
                .toList();
    }

    /** How a request ended, as the bot remembers it. */
    Turn outcome(Asked asked) {
        return soon("the end of the work on \"" + asked.words() + "\"", () -> turn(asked));
    }

    /** How a request ended, where it has. */
    Optional<Turn> turn(Asked asked) {
        return house.bot().turns().newest(asked.place(), 1).stream().findFirst();
    }

    /** What the first message of a request's thread says now. */
    String answer(Asked asked) {
        return lab.slack().sees().message(asked.root()).words();
    }

    /** What the first message of a thread says, once it says this. */
    String answerWith(Asked asked, String part) {
        return soon(
                "an answer with \"" + part + "\"",
                () -> Optional.of(answer(asked)).filter(words -> words.contains(part)));
    }

    /** The draft that a request leads to, with its files. */
    Drafted draft(Asked asked) {
        Turn turn = outcome(asked);
        if (turn.outcome() != Turn.Outcome.PROPOSED) {
            throw new AssertionError("no draft came of \"" + asked.words() + "\" but " + turn);
        }
        return shown(asked, proposal(turn.answer()));
    }

    /** A proposal as it is shown in a request's thread, with its files. */
    Drafted shown(Asked asked, Proposal proposal) {
        String timestamp =
                soon("the draft's message", () -> house.bot().proposals().message(proposal.id()));
        soon("the draft's files", () -> Optional.of(files(asked)).filter(files -> files.size() >= FILES_OF_A_DRAFT));
        return new Drafted(asked, proposal, lab.slack().sees().message(timestamp));
    }

    /** Asks for a board and returns its draft. */
    Drafted drafts(String words) {
        return draft(asks(words));
    }

    /** A proposal as it is now. */
    Proposal proposal(String id) {
        return house.bot().proposals().find(id).orElseThrow();
    }

    /** The files in a request's thread, by name; the newest where several have the same. */
    Map<String, String> files(Asked asked) {
        Set<String> attached = lab.slack().sees().thread(asked.root()).stream()
                .flatMap(message -> message.content().files().stream())
                .collect(Collectors.toSet());
        return lab.slack().sees().files().stream()
                .filter(file -> attached.contains(file.id()))
                .collect(Collectors.toMap(
                        StoredFile::name, file -> file.content().utf8(), (older, newer) -> newer));
    }

    /** Presses a button of a draft as it was first shown, whatever became of it since. */
    Delivery presses(String user, Drafted draft, String button) {
        return lab.slack().driver().press(user, draft.message(), button).join();
    }

    /** A proposal once it is in a state. */
    Proposal becomes(Drafted draft, Proposal.State state) {
        return soon(
                "the draft to become " + state,
                () -> Optional.of(proposal(draft.proposal().id())).filter(proposal -> proposal.state() == state));
    }

    /** The draft's message once it says this. */
    Message saysOf(Drafted draft, String part) {
        return soon(
                "a draft that says \"" + part + "\"",
                () -> Optional.of(lab.slack().sees().message(draft.message().ts()))
                        .filter(message -> message.words().contains(part)));
    }

    /** What only one person sees, once it says this. */
    Message whisperedTo(String user, String part) {
        return soon(
                "a word to " + user + " with \"" + part + "\"",
                () -> lab.slack().sees().ephemerals(user).stream()
                        .filter(message -> message.words().contains(part))
                        .findFirst());
    }

    /** Waits until something is there. */
    static <T> T soon(String what, Supplier<Optional<T>> look) {
        return await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(look::get, Optional::isPresent)
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        try (lab) {
            house.close();
        }
    }
}
