package dashwright.evals.retrieval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How well cases were answered, as the mean over cases and as the mean over products, in which each product counts once
 * however many widgets it has.
 *
 * @param recall the share of the author's metrics among the first ten
 * @param hit how often the first is one of them
 */
record Scores(double recall, double hit, double recallByProduct, double hitByProduct) {
    /** One case and what a ranker made of it. */
    record Answer(Case asked, List<String> best) {
        Answer {
            best = List.copyOf(best);
        }

        private double recall() {
            long found = best.stream().limit(10).filter(asked.gold()::contains).count();
            return (double) found / asked.gold().size();
        }

        private double hit() {
            return !best.isEmpty() && asked.gold().contains(best.getFirst()) ? 1 : 0;
        }
    }

    static Scores of(List<Answer> answers) {
        return new Scores(
                mean(answers, Answer::recall),
                mean(answers, Answer::hit),
                byProduct(answers, Answer::recall),
                byProduct(answers, Answer::hit));
    }

    private static double mean(List<Answer> answers, ToDoubleFunction<Answer> measure) {
        return answers.stream().mapToDouble(measure).average().orElse(0);
    }

    private static double byProduct(List<Answer> answers, ToDoubleFunction<Answer> measure) {
        Map<String, List<Answer>> products = answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> answer.asked().product(), LinkedHashMap::new, Collectors.toList()));
        return products.values().stream()
                .mapToDouble(some -> mean(some, measure))
                .average()
                .orElse(0);
    }
}
