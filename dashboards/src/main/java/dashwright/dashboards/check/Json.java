package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads trees of which nothing may be taken for granted. */
final class Json {
    private Json() {}

    /** The text of a field; empty where it is absent or not a text. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.textValue() : "";
    }

    /** The elements of a list; empty where there is no list. */
    static List<JsonNode> list(JsonNode node, String field) {
        List<JsonNode> elements = new ArrayList<>();
        if (node.path(field).isArray()) {
            node.path(field).forEach(elements::add);
        }
        return elements;
    }

    /** The texts among the elements of a list. */
    static List<String> texts(JsonNode node, String field) {
        return list(node, field).stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    /** True where a field is there and not null. */
    static boolean has(JsonNode node, String field) {
        return node.hasNonNull(field);
    }

    /** Walks without recursion, as a tree may be deeper than the stack. */
    static boolean isDeeperThan(JsonNode root, int levels) {
        Deque<Iterator<JsonNode>> open = new ArrayDeque<>();
        open.push(root.iterator());
        while (!open.isEmpty()) {
            if (open.size() > levels) {
                return true;
            }
            Iterator<JsonNode> siblings = open.peek();
            if (siblings.hasNext()) {
                open.push(siblings.next().iterator());
            } else {
                open.pop();
            }
        }
        return false;
    }

    /** All texts of a tree, keys left out. */
    static Set<String> allTexts(JsonNode root) {
        Set<String> texts = new TreeSet<>();
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            if (node.isTextual()) {
                texts.add(node.textValue());
            }
            node.forEach(open::push);
        }
        return texts;
    }
}
