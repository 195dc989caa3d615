package plumbline;

import plumbline.app.Startup;
import plumbline.app.StoredPlans;
import plumbline.command.Commands;

import java.io.PrintWriter;

/** Starts the program: no arguments, the window; a verb, the command line. */
public final class Plumbline {
    private Plumbline() {}

    public static void main(String... args) {
        PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
        PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
        System.exit(
                new Commands(
                                folder -> Startup.open(folder, err),
                                StoredPlans::stored,
                                StoredPlans::dated,
                                StoredPlans::taken,
                                StoredPlans::looked,
                                StoredPlans::tookIn,
                                out,
                                err)
                        .run(args));
    }
}
