package dashwright.bot.agent;

import dashwright.prompts.Prompts;
import dashwright.tools.toolbox.ToolAnswer;
import dashwright.tools.toolbox.ToolSession;
import dashwright.tools.toolbox.Toolbox;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import dev.langchain4j.service.tool.ToolErrorHandlerResult;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The rounds of one request between a model and its tools. Nothing that a model calls makes a round fail. */
final class ToolLoop {
    /** More than any allowed run writes; a run that writes more is not worth remembering from its beginning. */
    private static final int MOST_MESSAGES = 120;
    /** Ends the loop at once: the next word is the person's. */
    private static final Set<String> LAST = Set.of("ask_user");

    private final Rounds rounds;

    ToolLoop(ChatModel model, Toolbox toolbox, ToolSession session, int mostRounds) {
        Map<ToolSpecification, ToolExecutor> tools = new LinkedHashMap<>();
        for (ToolSpecification tool : toolbox.specifications()) {
            tools.put(tool, new Executor(toolbox, session));
        }
        this.rounds = AiServices.builder(Rounds.class)
                .chatModel(model)
                .chatMemory(MessageWindowChatMemory.withMaxMessages(MOST_MESSAGES))
                .systemMessageProvider(_ -> Prompts.load("build-system").text())
                .tools(tools, LAST)
                .maxToolCallingRoundTrips(mostRounds)
                .hallucinatedToolNameStrategy(call -> ToolExecutionResultMessage.from(
                        call, toolbox.unknownTool(session, name(call)).text()))
                .toolArgumentsErrorHandler(
                        (_, _) -> ToolErrorHandlerResult.text(
                                "ERROR (yours to mend; nothing was done) The arguments could not be read; write one JSON object."))
                .toolExecutionErrorHandler((_, _) -> ToolErrorHandlerResult.text(
                        "ERROR (nobody can mend it now; go on without it, or end) The tool itself failed."))
                .build();
    }

    /** Runs until the model ends. What it says at the end is not looked at: what counts is what its tools did. */
    void run(String message) {
        rounds.run(message);
    }

    /** Called through a proxy of the library. */
    interface Rounds {
        @UserMessage("{{message}}")
        Result<String> run(@V("message") String message);
    }

    private static String name(ToolExecutionRequest call) {
        return call.name() == null ? "" : call.name();
    }

    private record Executor(Toolbox toolbox, ToolSession session) implements ToolExecutor {
        @Override
        public String execute(ToolExecutionRequest call, Object memoryId) {
            return answer(call).text();
        }

        @Override
        public ToolExecutionResult executeWithContext(ToolExecutionRequest call, InvocationContext context) {
            ToolAnswer answer = answer(call);
            return ToolExecutionResult.builder()
                    .resultText(answer.text())
                    .isError(answer.isError())
                    .build();
        }

        private ToolAnswer answer(ToolExecutionRequest call) {
            return toolbox.call(session, name(call), call.arguments() == null ? "" : call.arguments());
        }
    }
}
