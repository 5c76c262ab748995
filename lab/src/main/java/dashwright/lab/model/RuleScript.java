package dashwright.lab.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns by what the user's request says. Which turn is played depends on the conversation alone, so many conversations
 * can go on at once; an error or a hang is therefore played again when the client tries again.
 *
 * @param rules the first one that fits is played
 * @param otherwise what plays where none fits
 */
record RuleScript(List<Rule> rules, Optional<ModelScript> otherwise) implements ModelScript {
    RuleScript {
        rules = List.copyOf(rules);
    }

    /**
     * A rule.
     *
     * @param when is searched in the user's request
     * @param turns by the turns that the model has had since that request
     */
    record Rule(Pattern when, List<Turn> turns) {
        Rule {
            turns = List.copyOf(turns);
        }

        boolean fits(String request) {
            return when.matcher(request).find();
        }

        Turn turn(int index) {
            return index < turns.size() ? turns.get(index) : Scripts.playedOut(turns.size());
        }
    }

    @Override
    public Turn next(Conversation conversation) {
        String request = conversation.request();
        return rules.stream()
                .filter(rule -> rule.fits(request))
                .findFirst()
                .map(rule -> rule.turn(conversation.turns()))
                .orElseGet(
                        () -> otherwise.map(script -> script.next(conversation)).orElseGet(() -> noRuleFits(request)));
    }

    private static Turn noRuleFits(String request) {
        return Turn.error(ApiError.invalid(
                "messages",
                "no_rule_fits",
                "No rule of the lab's script fits the request '" + Tokens.cut(request, 50)
                        + "'; add one, or 'otherwise: standard'."));
    }

    @Override
    public String description() {
        String fitting = rules.stream()
                .map(rule -> "/" + rule.when() + "/ " + rule.turns().size() + " turns")
                .collect(Collectors.joining(", "));
        return "rules: " + fitting + "; otherwise "
                + otherwise.map(ModelScript::description).orElse("an error");
    }
}
