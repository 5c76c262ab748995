package dashwright.lab.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client sent to be continued.
 *
 * @param model the model's name, as asked for
 * @param messages oldest first
 * @param tools what may be called; none where the request forbids calls
 */
public record Conversation(String model, List<Message> messages, List<Tool> tools) {
    private static final String REQUEST_BEGINS = "<request>";
    private static final String REQUEST_ENDS = "</request>";
    private static final String DRAFT_BEGINS = "<draft>";
    private static final String DRAFT_ENDS = "</draft>";

    public Conversation {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /** Who speaks. Developer messages count as the system's. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT,
        TOOL
    }

    /**
     * A message.
     *
     * @param role who speaks
     * @param text what is said; of content in parts, the parts that are text
     * @param calls the tools that an assistant's message calls
     * @param answers the id of the call that a tool's message answers, empty for other messages
     */
    public record Message(Role role, String text, List<Called> calls, String answers) {
        public Message {
            calls = List.copyOf(calls);
        }
    }

    /**
     * A call that was made earlier.
     *
     * @param id what its result refers to
     * @param name the tool
     * @param arguments as they were sent
     */
    public record Called(String id, String name, String arguments) {}

    /**
     * A tool that may be called.
     *
     * @param name its name
     * @param description what it does, may be empty
     * @param parameters the JSON schema of its arguments as text, empty for none
     */
    public record Tool(String name, String description, String parameters) {}

    /**
     * What a tool answered.
     *
     * @param tool its name
     * @param arguments what it was called with
     * @param text what it answered
     */
    public record ToolResult(String tool, String arguments, String text) {}

    /**
     * The user's request: the last user message, or the part of it between {@code <request>} and {@code </request>};
     * empty where there is no user message.
     */
    public String request() {
        int last = lastUserMessage();
        if (last < 0) {
            return "";
        }
        String text = messages.get(last).text();
        return between(text, REQUEST_BEGINS, REQUEST_ENDS).orElse(text).strip();
    }

    /** The draft that the request is about: what stands between {@code <draft>} and {@code </draft>}, empty for none. */
    public String draft() {
        int last = lastUserMessage();
        return last < 0
                ? ""
                : between(messages.get(last).text(), DRAFT_BEGINS, DRAFT_ENDS)
                        .orElse("")
                        .strip();
    }

    private static Optional<String> between(String text, String begins, String ends) {
        int begin = text.indexOf(begins);
        int end = text.lastIndexOf(ends);
        return begin >= 0 && end >= begin + begins.length()
                ? Optional.of(text.substring(begin + begins.length(), end))
                : Optional.empty();
    }

    /** How many turns the model has had since the last user message. */
    public int turns() {
        return (int) sinceRequest().stream()
                .filter(message -> message.role() == Role.ASSISTANT)
                .count();
    }

    /** What tools answered since the last user message, oldest first. */
    public List<ToolResult> results() {
        Map<String, Called> called = new HashMap<>();
        List<ToolResult> results = new ArrayList<>();
        for (Message message : sinceRequest()) {
            message.calls().forEach(call -> called.put(call.id(), call));
            Called call = called.get(message.answers());
            if (message.role() == Role.TOOL && call != null) {
                results.add(new ToolResult(call.name(), call.arguments(), message.text()));
            }
        }
        return results;
    }

    /** True where a tool may be called. */
    public boolean offers(String tool) {
        return tools.stream().anyMatch(each -> each.name().equals(tool));
    }

    private List<Message> sinceRequest() {
        return messages.subList(lastUserMessage() + 1, messages.size());
    }

    private int lastUserMessage() {
        int last = messages.size() - 1;
        while (last >= 0 && messages.get(last).role() != Role.USER) {
            last--;
        }
        return last;
    }
}
