package dashwright.bot.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.catalog.Metric;
import dashwright.catalog.TagSet;
import dashwright.catalog.answer.Answer;
import dashwright.catalog.answer.Answers;
import dashwright.catalog.answer.Family.Variant;
import dashwright.catalog.answer.Why;
import dashwright.catalog.search.Reason;
import java.util.List;
import java.util.Locale;

/** What was found, as a document; its keys are described in docs/command-line.md and stay. */
final class FoundDocument {
    private FoundDocument() {}

    /** All answers, the nearest ones too where nothing answers. */
    static ObjectNode of(String text, Answers answers) {
        ObjectNode document =
                JsonNodeFactory.instance.objectNode().put("text", text).put("answered", answers.answered());
        texts(document, "words", answers.words());
        texts(document, "missing", answers.missing());
        ArrayNode metrics = document.putArray("metrics");
        ArrayNode spans = document.putArray("spans");
        int rank = 0;
        for (Answer answer : answers.list()) {
            rank++;
            switch (answer) {
                case Answer.OfMetric metric -> add(metrics.addObject().put("rank", rank), metric);
                case Answer.OfSpans group -> add(spans.addObject().put("rank", rank), group);
            }
        }
        return document;
    }

    private static void add(ObjectNode node, Answer.OfMetric answer) {
        Metric metric = answer.match().metric();
        facts(node, metric);
        node.put("description", metric.description())
                .put("integration", metric.integration())
                .put("score", answer.match().score())
                .put("fit", answer.fit());
        tags(node, metric.tags());
        ArrayNode variants = node.putArray("variants");
        answer.variants().forEach(variant -> add(variants.addObject(), variant));
        why(node, answer);
    }

    private static void add(ObjectNode node, Variant variant) {
        facts(node, variant.metric());
        node.put("statistic", variant.statistic().toString());
    }

    private static void facts(ObjectNode node, Metric metric) {
        node.put("name", metric.name())
                .put("type", lower(metric.type()))
                .put("unit", metric.unit().toString())
                .put("liveness", lower(metric.liveness()));
    }

    private static void add(ObjectNode node, Answer.OfSpans answer) {
        node.put("service", answer.match().spans().service())
                .put("operation", answer.match().spans().operation())
                .put("resource", answer.match().spans().resource())
                .put("hits", answer.match().spans().hits())
                .put("score", answer.match().score())
                .put("fit", answer.fit());
        why(node, answer);
    }

    private static void why(ObjectNode node, Answer answer) {
        node.put("why", Why.words(answer.reasons()));
        ArrayNode reasons = node.putArray("reasons");
        for (Reason reason : answer.reasons()) {
            reasons.addObject()
                    .put("word", reason.word())
                    .put("matched", reason.matched())
                    .put("field", lower(reason.field()))
                    .put("likeness", lower(reason.likeness()));
        }
    }

    /** The values of each key; null where the tags were never read, which is not the same as none. */
    private static void tags(ObjectNode node, TagSet tags) {
        if (!tags.known() && tags.keys().isEmpty()) {
            node.putNull("tags");
            return;
        }
        ObjectNode keys = node.putObject("tags");
        tags.asMap().forEach((key, values) -> texts(keys, key, List.copyOf(values)));
        node.put("tags_whole", tags.known());
    }

    private static void texts(ObjectNode node, String key, List<String> texts) {
        ArrayNode array = node.putArray(key);
        texts.forEach(array::add);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
