package plumbline.app;

import plumbline.base.Problem;
import plumbline.library.PlanLibrary;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;
import plumbline.store.ChangeLog;
import plumbline.store.PlanStore;
import plumbline.store.SnapshotStore;
import plumbline.words.EditName;

import java.util.List;
import java.util.UUID;

/** The store as the screens see it. */
record StoredLibrary(PlanStore planStore, SnapshotStore snapshotStore, ChangeLog changeLog)
        implements PlanLibrary {
    @Override
    public List<PlanSummary> listPlans() throws Problem {
        return planStore.listPlans().stream()
                .map(
                        e ->
                                new PlanSummary(
                                        e.id(),
                                        e.title(),
                                        e.organisation(),
                                        e.firstYear(),
                                        e.lastYear(),
                                        e.changedAt()))
                .toList();
    }

    @Override
    public Plan loadPlan(UUID plan) throws Problem {
        return planStore.loadPlan(plan);
    }

    @Override
    public void addPlan(Plan plan, List<Snapshot> snapshots, EditName name) throws Problem {
        planStore.addPlan(plan, snapshots, name);
    }

    @Override
    public void deletePlan(UUID plan) throws Problem {
        planStore.deletePlan(plan);
    }

    @Override
    public List<FigureEdit> figureHistory(UUID plan, UUID indicator, Period period) throws Problem {
        return changeLog.figureChanges(plan, indicator, period).stream()
                .map(c -> new FigureEdit(c.changedAt(), c.editName(), c.before(), c.after()))
                .toList();
    }

    @Override
    public List<SnapshotSummary> listSnapshots(UUID plan) throws Problem {
        return snapshotStore.listSnapshots(plan).stream()
                .map(
                        e ->
                                new SnapshotSummary(
                                        e.id(),
                                        e.name(),
                                        e.evaluationDate(),
                                        e.frozenAt(),
                                        e.note()))
                .toList();
    }

    @Override
    public Snapshot loadSnapshot(UUID id) throws Problem {
        return snapshotStore.loadSnapshot(id);
    }

    @Override
    public void addSnapshot(Snapshot snapshot) throws Problem {
        snapshotStore.addSnapshot(snapshot);
    }

    @Override
    public void deleteSnapshot(UUID id) throws Problem {
        snapshotStore.deleteSnapshot(id);
    }
}
