package plumbline;

/** Starts the program: no arguments, the window; a verb, the command line. */
public final class Plumbline {
    private Plumbline() { }

    public static void main(String... args) {
        System.exit(args.length);
    }
}
