package plumbline.exchange;

import plumbline.words.Problem;

/** Carries a problem out of a library's loop, which lets nothing else pass. */
final class Carried extends RuntimeException {
    private static final long serialVersionUID = 1;
    final transient Problem problem;

    Carried(Problem problem) {
        super(problem);
        this.problem = problem;
    }
}
