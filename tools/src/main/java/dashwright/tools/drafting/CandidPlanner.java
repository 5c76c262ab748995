package dashwright.tools.drafting;

import dashwright.tools.drafting.PlanningOutcome.Gap;
import dashwright.tools.drafting.PlanningOutcome.Planned;
import dashwright.tools.drafting.PlanningOutcome.Question;
import dashwright.tools.drafting.RequestPlanner.Knowledge;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans each request over knowledge of its own, and says with the outcome what could not be read for it. */
public final class CandidPlanner implements RequestPlanner {
    private final Knowledge knowledge;
    private final Function<Knowledge, RequestPlanner> planner;

    /** Plans with a planner that is made for each request. */
    public CandidPlanner(Knowledge knowledge, Function<Knowledge, RequestPlanner> planner) {
        this.knowledge = knowledge;
        this.planner = planner;
    }

    @Override
    public PlanningOutcome plan(String text) {
        Knowledge own = knowledge.forRequest();
        return switch (planner.apply(own).plan(text)) {
            case Planned planned -> {
                List<String> remarks = new ArrayList<>(planned.remarks());
                remarks.addAll(UnreadWords.of(own.unread(), planned.plan()));
                yield new Planned(planned.plan(), remarks, planned.findings());
            }
            case Gap gap -> {
                List<String> words = new ArrayList<>(UnreadWords.ofGap(own.unread()));
                words.add(gap.instrument());
                yield new Gap(gap.lookedFor(), gap.nearest(), String.join("\n", words));
            }
            case Question question ->
                new Question(
                        Stream.concat(Stream.of(question.question()), UnreadWords.ofGap(own.unread()).stream())
                                .collect(Collectors.joining(" ")),
                        question.choices());
        };
    }
}
