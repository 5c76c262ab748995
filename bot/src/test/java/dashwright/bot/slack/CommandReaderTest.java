package dashwright.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandReaderTest {
    @Test
    void readsTheVerbs() {
        assertThat(CommandReader.slash("build s3  sync status")).isEqualTo(new Command.Build("s3  sync status"));
        assertThat(CommandReader.slash("FIND celery")).isEqualTo(new Command.Find("celery"));
        assertThat(CommandReader.slash("help")).isEqualTo(new Command.Help());
        assertThat(CommandReader.slash("build")).isEqualTo(new Command.Build(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?", "Help me"})
    void explainsItselfWhenNothingIsAsked(String text) {
        assertThat(CommandReader.slash(text)).isEqualTo(new Command.Help());
    }

    @ParameterizedTest
    @CsvSource({
        "biuld s3 sync, biuld, build s3 sync",
        "fnd celery, fnd, find celery",
        "hlep, hlep, help",
    })
    void saysWhatWasMeant(String text, String verb, String meant) {
        assertThat(CommandReader.slash(text)).isEqualTo(new Command.Unknown(verb, meant));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
            teach backfill = files.not_cached             | backfill        | files.not_cached | false
            TEACH backfill=files.not_cached               | backfill        | files.not_cached | false
            teach backfill means files.not_cached         | backfill        | files.not_cached | false
            teach what is left is files.not_cached        | what is left    | files.not_cached | false
            teach what is left = files.not_cached         | what is left    | files.not_cached | false
            teach "cache debt" "files.not_cached"         | cache debt      | files.not_cached | false
            teach “cache debt” = `files.not_cached`       | cache debt      | files.not_cached | false
            teach backfill = files.to_come anyway         | backfill        | files.to_come    | true
            teach backfill = files.to_come --anyway       | backfill        | files.to_come    | true
            teach = files.not_cached                      | ##              | files.not_cached | false
            teach backfill                                | backfill        | ##               | false
            teach                                         | ##              | ##               | false
            """)
    void readsWhatIsToBeTaught(String text, String phrase, String metric, boolean anyway) {
        assertThat(CommandReader.slash(text)).isEqualTo(new Command.Teach(phrase, metric, anyway));
        assertThat(CommandReader.message("<@U0DASH> " + text)).isEqualTo(new Command.Teach(phrase, metric, anyway));
    }

    @Test
    void aMetricThatSlackTookForALinkIsReadAsItWasTyped() {
        assertThat(CommandReader.slash("teach backfill = <http://files.cc|files.cc>"))
                .isEqualTo(new Command.Teach("backfill", "files.cc", false));
    }

    @Test
    void readsWhatIsToBeForgottenAndListed() {
        assertThat(CommandReader.slash("forget backfill")).isEqualTo(new Command.Forget("backfill", Optional.empty()));
        assertThat(CommandReader.slash("forget \"cache debt\""))
                .isEqualTo(new Command.Forget("cache debt", Optional.empty()));
        assertThat(CommandReader.slash("forget backfill = files.not_cached"))
                .isEqualTo(new Command.Forget("backfill", Optional.of("files.not_cached")));
        assertThat(CommandReader.slash("lessons")).isEqualTo(new Command.Lessons());
        assertThat(CommandReader.slash("lessons per student")).isEqualTo(new Command.Build("lessons per student"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "each service latency",
                "reach of the campaign",
                "each service is slow",
                "target groups",
                "budget is spent"
            })
    void wordsThatAreNearToTeachAndForgetAskForABoard(String text) {
        assertThat(CommandReader.slash(text)).isEqualTo(new Command.Build(text));
    }

    @Test
    void aSlipOfTeachIsSeenByWhatFollows() {
        assertThat(CommandReader.slash("taech backfill = files.not_cached"))
                .isEqualTo(new Command.Unknown("taech", "teach backfill = files.not_cached"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3 sync status", "how is the b2 cache backfill doing?", "supercalifragilistic board"})
    void aCommandWithoutAVerbAsksForABoard(String text) {
        assertThat(CommandReader.slash(text)).isEqualTo(new Command.Build(text));
    }

    @Test
    void aMessageWithoutAVerbAsksForABoard() {
        assertThat(CommandReader.message("<@U0DASH> how is the b2 cache backfill doing?"))
                .isEqualTo(new Command.Build("how is the b2 cache backfill doing?"));
        assertThat(CommandReader.message("<@U0DASH> find errors")).isEqualTo(new Command.Find("errors"));
        assertThat(CommandReader.message("<@U0DASH>")).isEqualTo(new Command.Help());
    }

    @Test
    void onlyTheVerbAsksForANewBoard() {
        assertThat(CommandReader.asksForNewBoard("<@U0DASH> build redis")).isTrue();
        assertThat(CommandReader.asksForNewBoard("<@U0DASH> add redis, do not build it anew"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi", "Hello!", "hey there", "good morning team", ":wave:"})
    void greetingsAreNoRequests(String text) {
        assertThat(CommandReader.slash(text)).isEqualTo(new Command.Hello());
        assertThat(CommandReader.message("<@U0DASH> " + text)).isEqualTo(new Command.Hello());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thanks",
                "Thank you so much!",
                "thx",
                "great, thanks",
                "perfect",
                "lgtm",
                ":+1: :tada:",
                "nice work"
            })
    void thanksAreNoRequests(String text) {
        assertThat(CommandReader.message(text)).isEqualTo(new Command.Thanks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "help",
                "what can you do?",
                "What else can you do",
                "how does this work?",
                "how do I use you?",
                "can you help me",
                "who are you?",
                "--help"
            })
    void questionsAboutTheBotAreAnsweredWithHelp(String text) {
        assertThat(CommandReader.message(text)).isEqualTo(new Command.Help());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how do our s3 syncs do?",
                "what can you tell me about redis?",
                "hi redis latency",
                "thanks, now build celery",
                "how does the b2 backfill do this week",
                "nice levels of the hosts"
            })
    void requestsThatBeginLikeTalkStayRequests(String text) {
        assertThat(CommandReader.message(text)).isEqualTo(new Command.Build(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"please build redis memory", "can you build celery", "make me a new dashboard for redis"})
    void aNewBoardCanBeAskedForInOtherWords(String text) {
        assertThat(CommandReader.asksForNewBoard(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"make it red", "add a new panel for redis", "rename to build times"})
    void editsAskForNoNewBoard(String text) {
        assertThat(CommandReader.asksForNewBoard(text)).isFalse();
    }
}
