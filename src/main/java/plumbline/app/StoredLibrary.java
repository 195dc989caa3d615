package plumbline.app;

import plumbline.base.Problem;
import plumbline.library.Library;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;
import plumbline.store.ChangeLog;
import plumbline.store.Plans;
import plumbline.store.Snapshots;
import plumbline.words.EditName;

import java.util.List;
import java.util.UUID;

/** The store as the screens see it. */
record StoredLibrary(Plans kept, Snapshots frozen, ChangeLog log) implements Library {
    @Override
    public List<Entry> plans() throws Problem {
        return kept.list().stream()
                .map(
                        e ->
                                new Entry(
                                        e.id(),
                                        e.title(),
                                        e.organisation(),
                                        e.firstYear(),
                                        e.lastYear(),
                                        e.changed()))
                .toList();
    }

    @Override
    public Plan load(UUID plan) throws Problem {
        return kept.load(plan);
    }

    @Override
    public void add(Plan plan, List<Snapshot> snapshots, EditName name) throws Problem {
        kept.add(plan, snapshots, name);
    }

    @Override
    public void delete(UUID plan) throws Problem {
        kept.delete(plan);
    }

    @Override
    public List<Change> history(UUID plan, UUID indicator, Period period) throws Problem {
        return log.ofFigure(plan, indicator, period).stream()
                .map(c -> new Change(c.at(), c.edit(), c.before(), c.after()))
                .toList();
    }

    @Override
    public List<Frozen> snapshots(UUID plan) throws Problem {
        return frozen.list(plan).stream()
                .map(e -> new Frozen(e.id(), e.name(), e.evaluated(), e.frozen(), e.note()))
                .toList();
    }

    @Override
    public Snapshot snapshot(UUID id) throws Problem {
        return frozen.load(id);
    }

    @Override
    public void freeze(Snapshot snapshot) throws Problem {
        frozen.add(snapshot);
    }

    @Override
    public void deleteSnapshot(UUID id) throws Problem {
        frozen.delete(id);
    }
}
