package dashwright.lab.slack.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is in the workspace and where people talk. */
public final class Directory {
    private final Map<String, User> users = new LinkedHashMap<>();
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Map<String, UserGroup> groups = new LinkedHashMap<>();
    private final AppIdentity app;

    /** A directory of these; every person gets a direct-message channel with the app. */
    public Directory(AppIdentity app, List<User> people, List<Channel> places, List<UserGroup> groups) {
        this.app = app;
        people.forEach(user -> users.put(user.id(), user));
        users.put(app.botUser().id(), app.botUser());
        users.put(Cast.SLACKBOT.id(), Cast.SLACKBOT);
        places.forEach(channel -> channels.put(channel.id(), channel));
        people.forEach(this::addDirect);
        groups.forEach(group -> this.groups.put(group.id(), group));
    }

    private void addDirect(User person) {
        Set<String> both = Set.of(person.id(), app.botUser().id());
        String id = "D" + person.id().substring(1);
        channels.put(id, new Channel(id, person.id(), Channel.Kind.DIRECT, "", both));
    }

    /** The app under test. */
    public AppIdentity app() {
        return app;
    }

    /** Everybody, apps included. */
    public synchronized List<User> users() {
        return List.copyOf(users.values());
    }

    /** Those who are no apps. */
    public synchronized List<User> people() {
        return users.values().stream().filter(user -> !user.bot()).toList();
    }

    /** All channels and direct messages. */
    public synchronized List<Channel> channels() {
        return List.copyOf(channels.values());
    }

    /** The user of an id. */
    public synchronized Optional<User> user(String id) {
        return Optional.ofNullable(users.get(id));
    }

    /** The channel of an id. */
    public synchronized Optional<Channel> channel(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    /** The user group of an id. */
    public synchronized Optional<UserGroup> group(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    /** The user groups. */
    public synchronized List<UserGroup> groups() {
        return List.copyOf(groups.values());
    }

    /** A person's direct messages with the app. */
    public synchronized Optional<Channel> directWith(String user) {
        return channels.values().stream()
                .filter(channel ->
                        channel.kind() == Channel.Kind.DIRECT && channel.name().equals(user))
                .findFirst();
    }

    /** Puts a user into a channel. */
    public synchronized void join(String channel, String user) {
        channels.computeIfPresent(channel, (id, present) -> present.with(user));
    }

    /**
     * The user that a test means, by id, handle or full name.
     *
     * @throws IllegalArgumentException that lists those there are
     */
    public synchronized User meantUser(String words) {
        String bare = words.startsWith("@") ? words.substring(1) : words;
        return users.values().stream()
                .filter(user -> user.id().equals(bare)
                        || user.handle().equalsIgnoreCase(bare)
                        || user.realName().equalsIgnoreCase(bare))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no user \"" + words + "\"; there are "
                        + users.values().stream().map(User::handle).toList()));
    }

    /**
     * The channel that a test means, by id or name; {@code @dash}, the app's handle, means the user's direct messages
     * with it.
     *
     * @throws IllegalArgumentException that lists those there are
     */
    public synchronized Channel meantChannel(String words, String user) {
        if (words.toLowerCase(Locale.ROOT).equals("@" + app.botUser().handle())) {
            return directWith(user)
                    .orElseThrow(() -> new IllegalArgumentException(user + " has no direct messages with the app"));
        }
        String bare = words.startsWith("#") ? words.substring(1) : words;
        return channels.values().stream()
                .filter(channel -> channel.id().equals(bare) || channel.name().equals(bare))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no channel \"" + words + "\"; there are " + channelNames()));
    }

    private List<String> channelNames() {
        List<String> names = new ArrayList<>();
        channels.values().forEach(channel -> names.add(channel.name()));
        return names;
    }
}
