package dashwright.dashboards.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Boards for tests, written with single quotes and bare field names. */
final class Boards {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private Boards() {}

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    /** A board that lays itself out, with these widget definitions. */
    static ObjectNode of(String... definitions) {
        ObjectNode board = json("{title: 'Sync', layout_type: 'ordered', reflow_type: 'auto'}");
        for (String definition : definitions) {
            board.withArray("widgets").addObject().set("definition", json(definition));
        }
        return board;
    }

    /** A definition of a chart over time of one metric query. */
    static String chart(String title, String query) {
        return "{type: 'timeseries', title: '" + title + "', requests: [{response_format: 'timeseries', "
                + "queries: [{data_source: 'metrics', name: 'a', query: \"" + query
                + "\"}], formulas: [{formula: 'a'}]}]}";
    }

    /** A definition of a big number of one metric query, with what joins the intervals of the window. */
    static String number(String title, String query, String aggregator) {
        return "{type: 'query_value', title: '" + title + "', requests: [{response_format: 'scalar', "
                + "queries: [{data_source: 'metrics', name: 'a', query: \"" + query + "\", aggregator: '" + aggregator
                + "'}], formulas: [{formula: 'a'}]}]}";
    }

    static List<String> codes(CheckReport report) {
        return report.findings().stream().map(Finding::code).toList();
    }
}
