package plumbline.exchange.file;

import plumbline.base.Problem;

/** Carries a problem out of a library's loop, which lets nothing else pass. */
final class WrappedProblem extends RuntimeException {
    private static final long serialVersionUID = 1;
    final transient Problem problem;

    WrappedProblem(Problem problem) {
        super(problem);
        this.problem = problem;
    }
}
