package dashwright.lab.datadog.boards;

/** A dashboard breaks a rule of form; the message is Datadog's. */
final class FormProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    FormProblem(String problem) {
        super(problem);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
