package dashwright.bot.agent;

import dashwright.prompts.Prompts;
import dashwright.tools.toolbox.ToolAnswer;
import dashwright.tools.toolbox.ToolSession;
import dashwright.tools.toolbox.Toolbox;
import dev.langchain4j.agent.tool.ReturnBehavior;
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
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolErrorHandlerResult;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.List;

/** The rounds of one request between a model and its tools. Nothing that a model calls makes a round fail. */
final class ToolLoop {
    /** More than any allowed run writes; a run that writes more is not worth remembering from its beginning. */
    private static final int MOST_MESSAGES = 120;

    private static final String ASK_USER = "ask_user";

    private final Rounds rounds;

    ToolLoop(ChatModel model, Toolbox toolbox, ToolSession session, int mostRounds) {
        List<AiServiceTool> tools = toolbox.specifications().stream()
                .map(form -> tool(form, new Executor(toolbox, session)))
                .toList();
        this.rounds = AiServices.builder(Rounds.class)
                .chatModel(model)
                .chatMemory(MessageWindowChatMemory.withMaxMessages(MOST_MESSAGES))
                .systemMessageProvider(_ -> Prompts.load("build-system").text())
                .tools(tools)
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

    /** A question ends the loop at once: the next word is the person's. One that is refused does not. */
    private static AiServiceTool tool(ToolSpecification form, ToolExecutor executor) {
        return AiServiceTool.builder()
                .toolSpecification(form)
                .toolExecutor(executor)
                .returnBehavior(form.name().equals(ASK_USER) ? ReturnBehavior.IMMEDIATE_IF_LAST : ReturnBehavior.TO_LLM)
                .build();
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
