package plumbline.screen;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.comparison.Comparison;
import plumbline.desk.BackgroundWork;
import plumbline.desk.Dialogs;
import plumbline.desk.Settings;
import plumbline.desk.Workspace;
import plumbline.report.table.AppendixColumn;
import plumbline.report.table.AppendixTable;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.time.LocalDate;
import java.util.Set;

/** What can be done from anywhere: move the evaluation date, hand over the appendix table. */
public final class ShellViewModel {
    private final Workspace desk;
    private final BackgroundWork work;
    private final Dialogs dialogs;
    private final Settings settings;
    private final Messages words;

    public ShellViewModel(
            Workspace desk,
            BackgroundWork work,
            Dialogs dialogs,
            Settings settings,
            Messages words) {
        this.desk = desk;
        this.work = work;
        this.dialogs = dialogs;
        this.settings = settings;
        this.words = words;
    }

    /** Judges everything at the date, and remembers it for the plan; a snapshot keeps its own. */
    void moveEvaluationTo(LocalDate at) {
        if (desk.evaluationDate().filter(at::equals).isPresent()) return;
        desk.moveEvaluationDate(at);
        if (!desk.isReadOnly())
            desk.shownPlan()
                    .ifPresent(
                            plan -> {
                                try {
                                    settings.rememberEvaluationDate(plan.id(), at);
                                } catch (Problem problem) {
                                    dialogs.showProblem(problem);
                                }
                            });
    }

    /** Whether all is kept; what was typed and not understood is not. */
    String saveStatusText() {
        if (desk.shownPlan().isEmpty()) return "";
        int unread = desk.rejectedInputsOfPlan().size();
        return desk.saveStatusProperty().get() == Workspace.SaveStatus.SAVED && unread > 0
                ? words.sentence("saveStatus.unread", unread)
                : words.nameOf(desk.saveStatusProperty().get());
    }

    /**
     * How many verdicts the last move of the evaluation date has changed; 0 once it is forgotten.
     */
    int changedVerdictCount() {
        return desk.evaluationBeforeMoveProperty()
                .get()
                .flatMap(
                        before ->
                                desk.evaluationProperty()
                                        .get()
                                        .map(
                                                now ->
                                                        Comparison.compare(before, now)
                                                                .verdictChanges()
                                                                .size()))
                .orElse(0);
    }

    /** The plan has targets that were revised, so that there are former ones to list. */
    boolean hasRevisedTargets() {
        return desk.shownPlan()
                .filter(p -> p.indicators().stream().anyMatch(i -> !i.revisions().isEmpty()))
                .isPresent();
    }

    boolean listsFormerTargets() {
        return settings.listsFormerTargets();
    }

    /** Remembers whether the appendix table is to list former targets too. */
    void chooseFormerTargets(boolean listed) {
        try {
            settings.chooseFormerTargets(listed);
        } catch (Problem problem) {
            dialogs.showProblem(problem);
        }
    }

    void exportAppendix() {
        Set<AppendixColumn> columns =
                settings.listsFormerTargets()
                        ? AppendixColumn.withFormerTargets()
                        : AppendixColumn.standardColumns();
        desk.outgoingEvaluation()
                .ifPresent(
                        standing ->
                                dialogs.chooseFileToSave(
                                                words.sentence("appendix.sheet"),
                                                exportFileName(standing),
                                                "xlsx")
                                        .ifPresent(
                                                file ->
                                                        work.startJob(
                                                                words.sentence("shell.exporting"),
                                                                _ -> {
                                                                    new AppendixTable(
                                                                                    words, columns)
                                                                            .writeWorkbook(
                                                                                    standing, file);
                                                                    return file;
                                                                },
                                                                written ->
                                                                        dialogs.showMessage(
                                                                                words.sentence(
                                                                                        standing.unredactedPlan()
                                                                                                        .isPresent()
                                                                                                ? "file.written.redacted"
                                                                                                : "file.written",
                                                                                        written)))));
    }

    private String exportFileName(Evaluation standing) {
        return words.sentence(
                        "shell.export.file",
                        Wording.fileName(standing.plan().title()),
                        standing.evaluationDate().toString())
                + ".xlsx";
    }
}
