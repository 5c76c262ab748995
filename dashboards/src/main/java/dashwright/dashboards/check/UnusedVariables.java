package dashwright.dashboards.check;

import java.util.Set;
import java.util.regex.Pattern;

/** A variable that nothing on the board uses is a control that does nothing. */
final class UnusedVariables implements BoardRule {
    @Override
    public void check(Board board, Findings findings) {
        if (board.variables().isEmpty()) {
            return;
        }
        Set<String> texts = Json.allTexts(board.json().path("widgets"));
        for (Variable variable : board.variables()) {
            Pattern use = Pattern.compile(Pattern.quote("$" + variable.name()) + "(?![\\w-])");
            if (texts.stream().noneMatch(text -> use.matcher(text).find())) {
                findings.add(
                        Code.VARIABLE_UNUSED,
                        "no widget uses the template variable $" + variable.name(),
                        "use it in the scopes as {$" + variable.name() + "}, or remove it");
            }
        }
    }
}
