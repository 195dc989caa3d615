package plumbline.exchange.planfile;

import plumbline.plan.Plan;
import plumbline.plan.Snapshot;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * 规划文件: a plan as it travels between colleagues, a {@code .plumb}. It is a zip of these entries, in
 * this order and no others:
 *
 * <ul>
 *   <li>{@code manifest.json}: {@code format} ({@value #FORMAT}), {@code version} (1), {@code
 *       program}, {@code plan} (its id), {@code title}, {@code written} (a day), {@code part} (true
 *       if only some of the plan is in it), and {@code entries}: of each other entry its {@code
 *       name}, {@code bytes} and {@code sha256};
 *   <li>{@code plan.json}: the plan;
 *   <li>{@code snapshots/ID.json}: a frozen copy each, with {@code name}, {@code evaluated}, {@code
 *       frozen}, {@code note}, {@code plan};
 *   <li>{@code evidence/SHA256}: the files kept as evidence, as they were received.
 * </ul>
 *
 * The JSON is UTF-8 and follows the records of {@code plumbline.plan}: a field has the name of the
 * record's, a constant is its name, an id a UUID, a day {@code 2022-12-31}, a period its code
 * ({@code 2021}, {@code 2023H1}, {@code 2020Q1}, {@code 2021-05}, {@code 2021-01..2022-12}). An
 * amount is a text, so that it keeps its decimals: {@code "0.10"}, {@code "1.8E+4"} for 1.8万. A
 * reading has either {@code amount}, {@code approximate} and {@code raw}, or {@code missing}. What
 * is empty or false is left out; tasks stand in reading order, each with its {@code level}.
 *
 * <p>A file of a newer version is refused. So is a field that version 1 does not have: it would be
 * lost at the next export. The same plan, written on the same day, gives the same bytes.
 *
 * @param planId whole, or the part that was written
 * @param snapshots the last frozen first
 * @param evidenceSums the SHA-256 of each file of evidence that is in it
 */
public record PlanFile(
        PlanFileManifest manifest, Plan plan, List<Snapshot> snapshots, Set<String> evidenceSums) {
    public static final String ENDING = "plumb";

    /** The program and its version, as it signs what it writes. */
    public static final String PROGRAM = "Plumbline 0.1.0";

    static final String FORMAT = "plumbline-plan";
    static final int VERSION = 2;
    static final String MANIFEST = "manifest.json";
    static final String PLAN = "plan.json";
    static final String SNAPSHOTS = "snapshots/";
    static final String EVIDENCE = "evidence/";

    /**
     * What a plan file says about itself.
     *
     * @param writtenOn the day it was made
     * @param isExtract true if only some of the plan is in it
     */
    public record PlanFileManifest(
            int version,
            String program,
            UUID planId,
            String title,
            LocalDate writtenOn,
            boolean isExtract) {
        /** Of a file that this program writes. */
        static PlanFileManifest forPlan(Plan plan, LocalDate written, boolean part) {
            return new PlanFileManifest(VERSION, PROGRAM, plan.id(), plan.title(), written, part);
        }
    }

    public PlanFile {
        snapshots = List.copyOf(snapshots);
        evidenceSums = Set.copyOf(evidenceSums);
    }
}
