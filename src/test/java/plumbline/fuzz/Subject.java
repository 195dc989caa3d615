package plumbline.fuzz;

import plumbline.base.Problem;

import java.util.List;

/**
 * A format that is fed with spoilt files. A new one is a line in {@link Subjects}.
 *
 * @param ending of the name the files get
 * @param seeds whole files to begin with
 */
record Subject(String ending, List<byte[]> seeds, Taker taker) {

    /** What is given the file; it may refuse it with a problem, and nothing else. */
    interface Taker {
        void take(byte[] file, String name) throws Problem;
    }

    @Override
    public String toString() {
        return ending;
    }
}
