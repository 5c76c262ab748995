package dashwright.lab.slack.workspace;

import java.util.List;
import java.util.Set;

/** The people and channels of the workspace that the lab starts with, and the app that is installed in it. */
public final class Cast {
    /** Slack's own voice. */
    public static final User SLACKBOT = new User("USLACKBOT", "slackbot", "Slackbot", "", "", "757575", true);

    /** On call this week; may approve. */
    public static final User MAYA = person("U0MAYA001", "maya", "Maya Okafor", "Site reliability engineer", "9d3b6b");

    /** Runs the platform team; may approve. */
    public static final User TOMAS =
            person("U0TOMAS02", "tomas", "Tomás Herrera", "Platform engineering manager", "2f6f8f");

    /** Writes the services that are watched. */
    public static final User PRIYA = person("U0PRIYA03", "priya", "Priya Raman", "Backend engineer", "3d7a4a");

    /** New in the company: sees, asks, approves nothing. */
    public static final User JONAS = person("U0JONAS04", "jonas", "Jonas Lindqvist", "Data analyst", "b0652a");

    private static final User DASH =
            new User("U0DASHBOT", "dash", "Dashwright", "Dashboards that never lie", "", "4a3aa7", true);

    private Cast() {}

    private static User person(String id, String handle, String name, String title, String colour) {
        return new User(id, handle, name, title, handle + "@example.com", colour, false);
    }

    /** The people. */
    public static List<User> people() {
        return List.of(MAYA, TOMAS, PRIYA, JONAS);
    }

    /**
     * The channels. The app is in the first three; {@code #random} is public without it, {@code #incident-room}
     * private without it, so that what an app may not see can be tried.
     */
    public static List<Channel> channels() {
        Set<String> people = Set.of(MAYA.id(), TOMAS.id(), PRIYA.id(), JONAS.id());
        Set<String> withApp = Set.of(MAYA.id(), TOMAS.id(), PRIYA.id(), JONAS.id(), DASH.id());
        return List.of(
                new Channel("C0GENERAL", "general", Channel.Kind.PUBLIC, "What concerns everybody", withApp),
                new Channel("C0ONCALL1", "oncall", Channel.Kind.PUBLIC, "Who is awake, and why", withApp),
                new Channel("C0DASHBRD", "dashboards", Channel.Kind.PUBLIC, "Boards wanted and boards made", withApp),
                new Channel("C0RANDOM1", "random", Channel.Kind.PUBLIC, "Everything else", people),
                new Channel(
                        "C0INCIDNT",
                        "incident-room",
                        Channel.Kind.PRIVATE,
                        "Behind closed doors",
                        Set.of(MAYA.id(), TOMAS.id())));
    }

    /** The user groups. */
    public static List<UserGroup> groups() {
        return List.of(new UserGroup("S0APPROVE", "board-approvers", List.of(MAYA.id(), TOMAS.id())));
    }

    /** The app as it is installed. */
    public static AppIdentity app() {
        return new AppIdentity(
                "A0DASHWRT",
                "B0DASHWRT",
                DASH,
                "T0LABTEAM",
                "Lakeside",
                "lakeside",
                List.of(new AppIdentity.Command(
                        "/dash", "build s3 sync status", "Build a dashboard, ask a question, or get help")),
                Set.of(
                        "app_mentions:read",
                        "assistant:write",
                        "channels:history",
                        "channels:read",
                        "chat:write",
                        "commands",
                        "files:read",
                        "files:write",
                        "groups:history",
                        "groups:read",
                        "im:history",
                        "im:read",
                        "im:write",
                        "reactions:write",
                        "usergroups:read",
                        "users:read",
                        "users:read.email"),
                Set.of("app_mention", "message.channels", "message.groups", "message.im", "app_home_opened"),
                new AppIdentity.Credentials("xoxb-lab-bot-token", "xapp-1-lab-app-token", "lab-signing-secret"));
    }
}
