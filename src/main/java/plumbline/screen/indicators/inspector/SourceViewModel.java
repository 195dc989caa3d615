package plumbline.screen.indicators.inspector;

import plumbline.base.Problem;
import plumbline.desk.BackgroundWork;
import plumbline.desk.Dialogs;
import plumbline.desk.Workspace;
import plumbline.exchange.notation.DateParser;
import plumbline.library.EvidenceArchive;
import plumbline.plan.Evidence;
import plumbline.plan.Indicator;
import plumbline.plan.Lengths;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Source;
import plumbline.screen.parts.field.DepartmentNames;
import plumbline.screen.parts.field.EditAttempt;
import plumbline.words.EditName;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Where one figure comes from: looked up, entered, and its file kept in the archive. */
public final class SourceViewModel {
    /** What the officer enters; each may be empty. */
    record SourceEntry(
            String document, String sheet, String cell, String department, String received) {
        static final SourceEntry EMPTY = new SourceEntry("", "", "", "", "");
    }

    private final Workspace desk;
    private final EvidenceArchive archive;
    private final BackgroundWork work;
    private final Dialogs dialogs;
    private final Messages words;
    private final Clock clock;

    public SourceViewModel(
            Workspace desk,
            EvidenceArchive archive,
            BackgroundWork work,
            Dialogs dialogs,
            Messages words,
            Clock clock) {
        this.desk = desk;
        this.archive = archive;
        this.work = work;
        this.dialogs = dialogs;
        this.words = words;
        this.clock = clock;
    }

    boolean isReadOnly() {
        return desk.isReadOnly();
    }

    private Optional<Source> findSource(UUID line, Period period) {
        return desk.shownPlan()
                .flatMap(p -> p.findIndicatorOrPart(line))
                .flatMap(i -> i.displayedObservation(period))
                .map(Observation::source);
    }

    /** What is recorded; all empty for a figure that was typed. */
    SourceEntry sourceEntry(UUID line, Period period) {
        return findSource(line, period)
                .map(
                        s ->
                                new SourceEntry(
                                        s.document(),
                                        s.sheetName(),
                                        s.cellName(),
                                        DepartmentNames.departmentName(desk, s.departmentId()),
                                        s.receivedOn().map(LocalDate::toString).orElse("")))
                .orElse(SourceEntry.EMPTY);
    }

    /** The file that is kept for it. */
    Optional<Evidence> findEvidence(UUID line, Period period) {
        return findSource(line, period)
                .flatMap(Source::evidenceId)
                .flatMap(
                        id ->
                                desk.shownPlan().stream()
                                        .flatMap(p -> p.evidence().stream())
                                        .filter(e -> e.id().equals(id))
                                        .findFirst());
    }

    /** The files that are kept for other figures. */
    List<Evidence> knownEvidence() {
        return desk.shownPlan().map(Plan::evidence).orElse(List.of());
    }

    String evidenceText(Evidence file) {
        return words.sentence(
                "source.about", file.name(), new Wording(words).formatDate(file.receivedOn()));
    }

    List<String> departmentNames() {
        return DepartmentNames.departmentNames(desk);
    }

    /**
     * @return a sentence where something cannot be; then nothing is recorded
     */
    Optional<String> recordSource(UUID line, Period period, SourceEntry entry) {
        Optional<LocalDate> received = DateParser.parseDate(entry.received);
        if (received.isEmpty() && !entry.received.isBlank())
            return Optional.of(words.sentence("source.wrong.date", entry.received.strip()));
        String place = Source.formatPlace(entry.sheet, entry.cell);
        return EditAttempt.tryEdit(
                () ->
                        editSource(
                                plan ->
                                        DepartmentNames.withDepartmentNamed(
                                                entry.department,
                                                plan,
                                                (p, department) ->
                                                        planWithSource(
                                                                p,
                                                                line,
                                                                period,
                                                                s ->
                                                                        new Source(
                                                                                entry.document
                                                                                        .strip(),
                                                                                place,
                                                                                department,
                                                                                received,
                                                                                s.evidenceId())))),
                words);
    }

    private void editSource(UnaryOperator<Plan> change) {
        desk.editPlan(EditName.of("edit.source"), change);
    }

    private static Plan planWithSource(
            Plan plan, UUID line, Period period, UnaryOperator<Source> change) {
        Optional<Observation> figure =
                plan.findIndicatorOrPart(line).flatMap(i -> i.displayedObservation(period));
        return figure.map(
                        o ->
                                plan.withChangedIndicatorOrPart(
                                        line,
                                        (Indicator i) ->
                                                i.withObservation(
                                                        o.withSource(change.apply(o.source())))))
                .orElse(plan);
    }

    /** Asks for the file, puts a copy into the archive and names it as the source. */
    void keepEvidence(UUID line, Period period) {
        dialogs.chooseFile(words.sentence("source.keep"), "*")
                .ifPresent(
                        file ->
                                work.startJob(
                                        words.sentence("source.keeping"),
                                        _ -> archive.keepFile(file),
                                        sum -> {
                                            String name = String.valueOf(file.getFileName());
                                            Evidence kept =
                                                    knownEvidence().stream()
                                                            .filter(e -> e.sha256().equals(sum))
                                                            .findFirst()
                                                            .orElseGet(
                                                                    () ->
                                                                            new Evidence(
                                                                                    UUID
                                                                                            .randomUUID(),
                                                                                    name.substring(
                                                                                            0,
                                                                                            Math
                                                                                                    .min(
                                                                                                            name
                                                                                                                    .length(),
                                                                                                            Lengths
                                                                                                                    .NAME)),
                                                                                    sum,
                                                                                    LocalDate.now(
                                                                                            clock)));
                                            useEvidence(line, period, kept);
                                        }));
    }

    /** Names a kept file as the source; what was not said before is taken from it. */
    void useEvidence(UUID line, Period period, Evidence file) {
        editSource(
                plan -> {
                    Optional<UUID> before =
                            plan.findIndicatorOrPart(line)
                                    .flatMap(i -> i.displayedObservation(period))
                                    .flatMap(o -> o.source().evidenceId());
                    Plan named =
                            planWithSource(
                                    plan.withEvidence(file),
                                    line,
                                    period,
                                    s ->
                                            new Source(
                                                    s.isTyped() ? file.name() : s.document(),
                                                    s.place(),
                                                    s.departmentId(),
                                                    s.receivedOn()
                                                            .or(
                                                                    () ->
                                                                            Optional.of(
                                                                                    file
                                                                                            .receivedOn())),
                                                    Optional.of(file.id())));
                    return before.map(named::withoutUnusedEvidence).orElse(named);
                });
    }

    /**
     * The source stays as it is written, without its file; the file goes with the last source that
     * named it.
     */
    void removeEvidence(UUID line, Period period) {
        findEvidence(line, period)
                .ifPresent(
                        file ->
                                editSource(
                                        plan ->
                                                planWithSource(
                                                                plan,
                                                                line,
                                                                period,
                                                                s ->
                                                                        new Source(
                                                                                s.document(),
                                                                                s.place(),
                                                                                s.departmentId(),
                                                                                s.receivedOn(),
                                                                                Optional.empty()))
                                                        .withoutUnusedEvidence(file.id())));
    }

    void saveEvidenceCopy(UUID line, Period period) {
        findEvidence(line, period)
                .ifPresent(
                        file ->
                                dialogs.chooseFileToSave(
                                                words.sentence("source.save"),
                                                Wording.fileName(file.name()),
                                                fileEnding(file.name()))
                                        .ifPresent(
                                                to ->
                                                        work.startJob(
                                                                words.sentence("source.saving"),
                                                                _ -> copyEvidence(file, to),
                                                                written ->
                                                                        dialogs.showMessage(
                                                                                words.sentence(
                                                                                        "file.written",
                                                                                        written)))));
    }

    private Path copyEvidence(Evidence file, Path to) throws Problem {
        archive.copyFile(file.sha256(), to);
        return to;
    }

    /** What follows the last point; everything for a name without one. */
    private static String fileEnding(String name) {
        int point = name.lastIndexOf('.');
        return point > 0 && point < name.length() - 1 ? name.substring(point + 1) : "*";
    }
}
