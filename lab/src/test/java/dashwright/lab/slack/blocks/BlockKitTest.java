package dashwright.lab.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BlockKitTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }

    private static List<String> problems(String blocks) {
        return BlockKit.problemsInMessage(json(blocks), file -> file.equals("F0READY"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{'type':'divider'}]",
                "[{'type':'header','text':{'type':'plain_text','text':'S3 sync','emoji':true}}]",
                "[{'type':'section','text':{'type':'mrkdwn','text':'*a*'},'accessory':{'type':'image',"
                        + "'image_url':'https://example.com/a.png','alt_text':'a'}}]",
                "[{'type':'section','fields':[{'type':'mrkdwn','text':'*Tasks*\\n1,524'}]}]",
                "[{'type':'context','elements':[{'type':'mrkdwn','text':'a'},{'type':'image',"
                        + "'slack_file':{'id':'F0READY'},'alt_text':'a'}]}]",
                "[{'type':'image','slack_file':{'id':'F0READY'},'alt_text':'the board'}]",
                "[{'type':'markdown','text':'# All is **well**'}]",
                "[{'type':'rich_text','elements':[{'type':'rich_text_list','style':'bullet','elements':["
                        + "{'type':'rich_text_section','elements':[{'type':'text','text':'a','style':{'bold':true}}]}]}]}]",
                "[{'type':'context_actions','elements':[{'type':'feedback_buttons','action_id':'f',"
                        + "'positive_button':{'text':{'type':'plain_text','text':'Good'},'value':'1'},"
                        + "'negative_button':{'text':{'type':'plain_text','text':'Bad'},'value':'0'}}]}]",
                "[{'type':'table','rows':[[{'type':'raw_text','text':'metric'}]]}]",
                "[{'type':'task_card','task_id':'t1','title':'Looking for metrics','status':'in_progress'}]",
            })
    void acceptsWhatSlackAccepts(String blocks) {
        assertThat(problems(blocks)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
                    [{'type':'pie'}] ~ unsupported type: pie [json-pointer:/blocks/0/type]
                    [{'text':'a'}] ~ missing required field: type [json-pointer:/blocks/0]
                    ['a'] ~ must provide an object [json-pointer:/blocks/0]
                    [{'type':'section'}] ~ must define either `text` or `fields` [json-pointer:/blocks/0/type]
                    [{'type':'section','text':'a'}] ~ must provide an object [json-pointer:/blocks/0/text]
                    [{'type':'section','text':{'type':'mrkdwn','text':''}}] ~ must be more than 0 characters [json-pointer:/blocks/0/text/text]
                    [{'type':'section','colour':'red','text':{'type':'mrkdwn','text':'a'}}] ~ invalid additional property: colour [json-pointer:/blocks/0]
                    [{'type':'header','text':{'type':'mrkdwn','text':'a'}}] ~ unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]
                    [{'type':'actions','elements':[]}] ~ no fewer than 1 items allowed [json-pointer:/blocks/0/elements]
                    [{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'Go'},'style':'green'}]}] ~ must be a valid enum value [json-pointer:/blocks/0/elements/0/style]
                    [{'type':'actions','elements':[{'type':'button'}]}] ~ missing required field: text [json-pointer:/blocks/0/elements/0]
                    [{'type':'image','slack_file':{'id':'F0ELSE'},'alt_text':'a'}] ~ invalid slack file [json-pointer:/blocks/0/slack_file]
                    [{'type':'image','alt_text':'a'}] ~ must define either `image_url` or `slack_file` [json-pointer:/blocks/0]
                    [{'type':'image','image_url':'https://example.com/a.png'}] ~ missing required field: alt_text [json-pointer:/blocks/0]
                    """)
    void refusesInSlacksWords(String blocks, String problem) {
        assertThat(problems(blocks)).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
                    3000 ~ [{'type':'section','text':{'type':'mrkdwn','text':'%s'}}]
                    2000 ~ [{'type':'section','fields':[{'type':'mrkdwn','text':'%s'}]}]
                    150 ~ [{'type':'header','text':{'type':'plain_text','text':'%s'}}]
                    75 ~ [{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'%s'}}]}]
                    2000 ~ [{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'a'},'value':'%s'}]}]
                    255 ~ [{'type':'divider','block_id':'%s'}]
                    """)
    void knowsHowLongTextsMayBe(int longest, String blocks) {
        assertThat(problems(blocks.formatted("x".repeat(longest)))).isEmpty();
        assertThat(problems(blocks.formatted("x".repeat(longest + 1))))
                .singleElement()
                .asString()
                .startsWith("must be less than " + (longest + 1) + " characters");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
                    50 ~ [%s] ~ {'type':'divider'}
                    10 ~ [{'type':'section','fields':[%s]}] ~ {'type':'mrkdwn','text':'a'}
                    10 ~ [{'type':'context','elements':[%s]}] ~ {'type':'mrkdwn','text':'a'}
                    25 ~ [{'type':'actions','elements':[%s]}] ~ {'type':'button','text':{'type':'plain_text','text':'a'}}
                    """)
    void knowsHowManyThereMayBe(int most, String blocks, String one) {
        assertThat(problems(blocks.formatted(times(most, one)))).isEmpty();
        assertThat(problems(blocks.formatted(times(most + 1, one))))
                .singleElement()
                .asString()
                .startsWith("no more than " + most + " items allowed");
    }

    private static String times(int count, String one) {
        return IntStream.range(0, count).mapToObj(i -> one).collect(Collectors.joining(","));
    }

    @Test
    void wantsEachIdOnce() {
        String button = "{'type':'button','action_id':'go','text':{'type':'plain_text','text':'a'}}";
        assertThat(problems("[{'type':'actions','elements':[" + button + "," + button + "]}]"))
                .containsExactly("`action_id` \"go\" already exists [json-pointer:/blocks/0/elements/1/action_id]");
        // In two blocks it may stand: only the pair of block and action must be unique.
        assertThat(problems("[{'type':'actions','elements':[" + button + "]},{'type':'actions','elements':[" + button
                        + "]}]"))
                .isEmpty();
        assertThat(problems("[{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}]"))
                .containsExactly("`block_id` \"a\" already exists for another block [json-pointer:/blocks/1/block_id]");
    }

    @Test
    void measuresMarkdownTogether() {
        String half = "{'type':'markdown','text':'" + "x".repeat(6_001) + "'}";
        assertThat(problems("[" + half + "]")).isEmpty();
        assertThat(problems("[" + half + "," + half + "]"))
                .containsExactly("markdown text must be less than 12001 characters [json-pointer:/blocks]");
    }

    @Test
    void wantsASubmitButtonWhereAModalAsks() {
        String modal = "{'type':'modal','title':{'type':'plain_text','text':'Why?'},'blocks':[{'type':'input',"
                + "'label':{'type':'plain_text','text':'Why?'},'element':{'type':'plain_text_input'}}]}";
        assertThat(BlockKit.problemsInView(json(modal), file -> false))
                .containsExactly("must define `submit` to use an `input` block in modals [json-pointer:/view]");
    }

    @Test
    void fillsInWhatSlackFillsIn() {
        AtomicInteger next = new AtomicInteger();
        ArrayNode completed = BlockKit.completed(
                (ArrayNode) json("[{'type':'actions','elements':[{'type':'button',"
                        + "'text':{'type':'plain_text','text':'Go'}}]}]"),
                () -> "id" + next.getAndIncrement());
        assertThat(completed)
                .isEqualTo(json("[{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text',"
                        + "'text':'Go','emoji':true},'action_id':'id1'}],'block_id':'id0'}]"));
    }
}
