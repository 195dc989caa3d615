package plumbline.library;

import plumbline.base.Problem;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;
import plumbline.words.EditName;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The plans that are kept, as the screens see them; the store is behind it. */
public interface Library {

    record Entry(
            UUID id,
            String title,
            String organisation,
            int firstYear,
            int lastYear,
            Instant changed) {}

    /** A snapshot without the plan in it. */
    record Frozen(UUID id, String name, LocalDate evaluated, Instant frozen, String note) {}

    /** What happened to a figure; absent where there was none. */
    record Change(Instant at, EditName edit, Optional<String> before, Optional<String> after) {}

    /** The last changed first. */
    List<Entry> plans() throws Problem;

    Plan load(UUID plan) throws Problem;

    /** A new plan and its snapshots, all or nothing. */
    void add(Plan plan, List<Snapshot> snapshots, EditName name) throws Problem;

    void delete(UUID plan) throws Problem;

    /** Newest first. */
    List<Change> history(UUID plan, UUID indicator, Period period) throws Problem;

    /** The snapshots of a plan, the last frozen first. */
    List<Frozen> snapshots(UUID plan) throws Problem;

    Snapshot snapshot(UUID id) throws Problem;

    void freeze(Snapshot snapshot) throws Problem;

    void deleteSnapshot(UUID id) throws Problem;
}
