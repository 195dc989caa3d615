package plumbline.screen;

import plumbline.base.Problem;
import plumbline.desk.BackgroundWork;
import plumbline.desk.Dialogs;
import plumbline.desk.Workspace;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.library.PlanLibrary;
import plumbline.plan.Indicator;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Snapshot;
import plumbline.plan.Task;
import plumbline.words.EditName;
import plumbline.words.Messages;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A desk without a toolkit: it keeps in memory, does everything at once, and writes down what it is
 * asked and told.
 */
public final class TestDesk {
    public static final UUID PLAN = new UUID(0, 1);
    public static final LocalDate END_2022 = LocalDate.of(2022, 12, 31);
    public static final Clock CLOCK =
            Clock.fixed(Instant.parse("2023-07-03T08:00:00Z"), ZoneOffset.UTC);

    public final Messages words;
    public final Answers dialogs = new Answers();
    public final Shelf library = new Shelf();
    public final Workspace desk =
            new Workspace(
                    (_, after, _) -> library.plans.put(after.id(), after),
                    Runnable::run,
                    Runnable::run,
                    dialogs::showProblem);
    public final BackgroundWork work =
            new BackgroundWork(Runnable::run, Runnable::run, dialogs::showProblem);

    private TestDesk(Messages words) {
        this.words = words;
    }

    /** With nothing open. */
    public static TestDesk bare() {
        return new TestDesk(Messages.forLocale(Messages.CHINESE));
    }

    public static TestDesk with(Plan plan) {
        return bare().open(plan);
    }

    /** A plan without groups, indicators, tasks and columns. */
    public static TestDesk empty() {
        return with(
                Plan.empty(PLAN, "空规划", "", 2021, 2025, 2020)
                        .withChanges(d -> d.periods = List.of()));
    }

    /** The published plan on the day of its mid-term table. */
    public static TestDesk suizhou() {
        return with(sample());
    }

    public static TestDesk suizhouInEnglish() {
        return new TestDesk(Messages.forLocale(Messages.ENGLISH)).open(sample());
    }

    public static Plan sample() {
        try {
            return SamplePlans.openSample("suizhou", PLAN);
        } catch (Problem problem) {
            throw new AssertionError(problem);
        }
    }

    private TestDesk open(Plan plan) {
        library.plans.put(plan.id(), plan);
        desk.openPlan(plan, END_2022);
        return this;
    }

    /** The id of an indicator or task of the sample by its short name: i1, t11. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public Plan plan() {
        return desk.shownPlan().orElseThrow();
    }

    public Indicator indicator(String name) {
        return plan().findIndicator(id(name)).orElseThrow();
    }

    public Task task(String name) {
        return plan().taskTree().findTask(id(name)).orElseThrow();
    }

    /** What the plan keeps for a period; empty for nothing. */
    public Optional<Reading> reading(String indicator, String period) {
        return indicator(indicator)
                .displayedObservation(Period.parse(period))
                .map(o -> o.reading());
    }

    /** The key of the step that would be undone next. */
    public Optional<String> step() {
        return desk.nextUndoProperty().get().map(EditName::key);
    }

    public void at(String day) {
        desk.moveEvaluationDate(LocalDate.parse(day));
    }

    /** Answers as told; remembers what it was asked and told. */
    public static final class Answers implements Dialogs {
        public final List<String> asked = new ArrayList<>();
        public final List<String> told = new ArrayList<>();
        public final List<Problem> failures = new ArrayList<>();
        public boolean agrees = true;
        public Optional<Path> file = Optional.empty();

        @Override
        public boolean confirm(String question, String verb) {
            asked.add(question);
            return agrees;
        }

        @Override
        public void showMessage(String message) {
            told.add(message);
        }

        @Override
        public void showProblem(Problem problem) {
            failures.add(problem);
        }

        @Override
        public Optional<Path> chooseFile(String title, String ending) {
            return file;
        }

        @Override
        public Optional<Path> chooseFolder(String title) {
            return file;
        }

        @Override
        public Optional<Path> chooseFileToSave(String title, String suggestedName, String ending) {
            asked.add(suggestedName);
            return file;
        }
    }

    /** A library in memory. */
    public static final class Shelf implements PlanLibrary {
        public final Map<UUID, Plan> plans = new LinkedHashMap<>();
        public final List<FigureEdit> changes = new ArrayList<>();
        public final Map<UUID, Snapshot> snapshots = new LinkedHashMap<>();

        /** While true nothing can be frozen. */
        public boolean full;

        @Override
        public List<PlanSummary> listPlans() {
            return plans.values().stream()
                    .map(
                            p ->
                                    new PlanSummary(
                                            p.id(),
                                            p.title(),
                                            p.organisation(),
                                            p.firstYear(),
                                            p.lastYear(),
                                            CLOCK.instant()))
                    .toList();
        }

        @Override
        public Plan loadPlan(UUID plan) throws Problem {
            if (!plans.containsKey(plan)) throw new Problem("problem.plan.gone");
            return plans.get(plan);
        }

        @Override
        public void addPlan(Plan plan, List<Snapshot> with, EditName name) throws Problem {
            for (Snapshot s : with) addSnapshot(s);
            plans.put(plan.id(), plan);
        }

        @Override
        public void deletePlan(UUID plan) {
            plans.remove(plan);
        }

        @Override
        public List<FigureEdit> figureHistory(UUID plan, UUID indicator, Period period) {
            return changes;
        }

        @Override
        public List<SnapshotSummary> listSnapshots(UUID plan) {
            return snapshots.values().stream()
                    .filter(s -> s.plan().id().equals(plan))
                    .sorted(Comparator.comparing(Snapshot::frozenAt).reversed())
                    .map(
                            s ->
                                    new SnapshotSummary(
                                            s.id(),
                                            s.name(),
                                            s.evaluationDate(),
                                            s.frozenAt(),
                                            s.note()))
                    .toList();
        }

        @Override
        public Snapshot loadSnapshot(UUID id) {
            return snapshots.get(id);
        }

        @Override
        public void addSnapshot(Snapshot snapshot) throws Problem {
            if (full) throw new Problem("problem.library.unwritable", "");
            snapshots.put(snapshot.id(), snapshot);
        }

        @Override
        public void deleteSnapshot(UUID id) {
            snapshots.remove(id);
        }
    }
}
