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
public interface PlanLibrary {

    record PlanSummary(
            UUID id,
            String title,
            String organisation,
            int firstYear,
            int lastYear,
            Instant changedAt) {}

    /** A snapshot without the plan in it. */
    record SnapshotSummary(
            UUID id, String name, LocalDate evaluationDate, Instant frozenAt, String note) {}

    /** What happened to a figure; absent where there was none. */
    record FigureEdit(
            Instant changedAt,
            EditName editName,
            Optional<String> before,
            Optional<String> after) {}

    /** The last changed first. */
    List<PlanSummary> listPlans() throws Problem;

    Plan loadPlan(UUID plan) throws Problem;

    /** A new plan and its snapshots, all or nothing. */
    void addPlan(Plan plan, List<Snapshot> snapshots, EditName name) throws Problem;

    void deletePlan(UUID plan) throws Problem;

    /** Newest first. */
    List<FigureEdit> figureHistory(UUID plan, UUID indicator, Period period) throws Problem;

    /** The snapshots of a plan, the last frozen first. */
    List<SnapshotSummary> listSnapshots(UUID plan) throws Problem;

    Snapshot loadSnapshot(UUID id) throws Problem;

    void addSnapshot(Snapshot snapshot) throws Problem;

    void deleteSnapshot(UUID id) throws Problem;
}
