package dashwright.lab.slack.workspace;

import java.time.InstantSource;
import java.util.List;

/**
 * A simulated workspace.
 *
 * @param directory who is in it and where people talk
 * @param messages what they said
 * @param files what they uploaded
 * @param views modals and Home tabs
 * @param assistance what the app shows beside its messages
 * @param watchers who hears of changes
 * @param ids makes ids
 * @param clock its time
 * @param realTime what clients wait by: processing of files, triggers, rate limits and signatures
 */
public record Workspace(
        Directory directory,
        Messages messages,
        Files files,
        Views views,
        Assistance assistance,
        Watchers watchers,
        Ids ids,
        InstantSource clock,
        InstantSource realTime) {
    /** A workspace with the lab's people and channels, in which an app is installed and nobody has said anything. */
    public static Workspace founded(AppIdentity app, InstantSource clock, InstantSource realTime) {
        Watchers watchers = new Watchers();
        Directory directory = new Directory(app, Cast.people(), Cast.channels(), Cast.groups());
        Assistance assistance = new Assistance(watchers, app.botUser().id());
        watchers.watch(assistance);
        return new Workspace(
                directory,
                new Messages(watchers),
                new Files(),
                new Views(watchers),
                assistance,
                watchers,
                new Ids(clock),
                clock,
                realTime);
    }

    /** The app under test. */
    public AppIdentity app() {
        return directory.app();
    }

    /** Whether an image block may name a file: it is there, by id or address, and processed. */
    public boolean fileIsReady(String idOrUrl) {
        return files.all().stream()
                .filter(file -> file.id().equals(idOrUrl) || idOrUrl.contains("/" + file.id()))
                .anyMatch(file -> !file.readyAt().isAfter(realTime.instant()));
    }

    /** Slackbot tells one user something, as when a command fails. */
    public Message whisper(String user, String channel, String words) {
        Message message = Message.posted(channel, ids.nextTs(), null, Cast.SLACKBOT.id(), Content.ofText(words));
        return messages.post(message.onlyFor(user));
    }

    /** The replies of a thread that everybody sees, oldest first, without its root. */
    public List<Message> replies(Message root) {
        return messages.thread(root.channel(), root.ts()).stream()
                .filter(message -> !message.ephemeral() && root.ts().equals(message.threadTs()))
                .toList();
    }
}
