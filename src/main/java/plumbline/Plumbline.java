package plumbline;

import plumbline.app.CommandLinePlans;
import plumbline.app.Startup;
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
                                folder -> Startup.openWindow(folder, err),
                                CommandLinePlans::loadByTitle,
                                CommandLinePlans::findEvaluationDate,
                                CommandLinePlans::addPlanFile,
                                CommandLinePlans::reviewFiles,
                                CommandLinePlans::importFiles,
                                out,
                                err)
                        .run(args));
    }
}
