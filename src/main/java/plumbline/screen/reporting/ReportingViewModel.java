package plumbline.screen.reporting;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import plumbline.assessment.Evaluation;
import plumbline.base.Problem;
import plumbline.desk.BackgroundWork;
import plumbline.desk.Dialogs;
import plumbline.desk.Workspace;
import plumbline.plan.Passage;
import plumbline.report.Handover;
import plumbline.report.HandoverOptions;
import plumbline.report.HandoverPart;
import plumbline.report.table.AppendixColumn;
import plumbline.report.text.Narrative;
import plumbline.report.text.Outline;
import plumbline.report.text.RedactionLeak;
import plumbline.report.text.RedactionLeaks;
import plumbline.report.text.ReportBlock;
import plumbline.report.text.Section;
import plumbline.report.text.TextSpan;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.words.EditName;
import plumbline.words.Messages;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The report as it would be written: its paragraphs to be read and reworded, its parts to be
 * chosen, and the handover.
 */
public final class ReportingViewModel {

    /** Shows a folder outside the program. */
    @FunctionalInterface
    public interface FolderOpener {
        void openFolder(Path folder) throws Problem;
    }

    private static final int MOST_WARNINGS = 6;
    private final Workspace desk;
    private final BackgroundWork work;
    private final Dialogs dialogs;
    private final Messages words;
    private final FolderOpener folderOpener;
    private final ObjectProperty<Outline> outline = new SimpleObjectProperty<>(Outline.EVALUATION);
    private final ObjectProperty<Locale> language;
    private final ObjectProperty<Set<Section>> sections =
            new SimpleObjectProperty<>(EnumSet.allOf(Section.class));
    private final ObjectProperty<Set<HandoverPart>> handoverParts =
            new SimpleObjectProperty<>(EnumSet.allOf(HandoverPart.class));
    private final ObjectProperty<Set<AppendixColumn>> columns =
            new SimpleObjectProperty<>(AppendixColumn.standardColumns());
    private final ReadOnlyObjectWrapper<Optional<Path>> template =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> lastFolder =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper redactionCount = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<List<RedactionLeak>> leaks =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<ReportBlock>> blocks =
            new ReadOnlyObjectWrapper<>(List.of());
    private Optional<Narrative> narrative = Optional.empty();
    private final ActiveBinding activeBinding;

    public ReportingViewModel(
            Workspace desk,
            BackgroundWork work,
            Dialogs dialogs,
            Messages words,
            FolderOpener reveal) {
        this.desk = desk;
        this.work = work;
        this.dialogs = dialogs;
        this.words = words;
        this.folderOpener = reveal;
        this.language = new SimpleObjectProperty<>(words.locale());
        this.activeBinding =
                new ActiveBinding(
                        this::updateReport,
                        desk.evaluationProperty(),
                        outline,
                        language,
                        sections,
                        desk.redactingProperty());
    }

    /** Follows the desk only while it is seen. */
    Activatable activatable() {
        return activeBinding;
    }

    void close() {
        activeBinding.close();
    }

    /** Of which document the text is looked at. */
    ObjectProperty<Outline> outline() {
        return outline;
    }

    /** In which language the documents are written, whatever the window speaks. */
    ObjectProperty<Locale> language() {
        return language;
    }

    ObjectProperty<Set<Section>> sections() {
        return sections;
    }

    ObjectProperty<Set<HandoverPart>> handoverParts() {
        return handoverParts;
    }

    ObjectProperty<Set<AppendixColumn>> columns() {
        return columns;
    }

    ReadOnlyObjectProperty<Optional<Path>> template() {
        return template.getReadOnlyProperty();
    }

    /** Where the last handover lies. */
    ReadOnlyObjectProperty<Optional<Path>> lastFolder() {
        return lastFolder.getReadOnlyProperty();
    }

    /** Headings and paragraphs, as they would be written. */
    ReadOnlyObjectProperty<List<ReportBlock>> blocks() {
        return blocks.getReadOnlyProperty();
    }

    /**
     * 按脱敏导出: whether marked values are written as XX, here and in everything else that leaves the
     * house.
     */
    BooleanProperty redacting() {
        return desk.redactingProperty();
    }

    /** How many values are marked. */
    ReadOnlyIntegerProperty redactionCount() {
        return redactionCount.getReadOnlyProperty();
    }

    /** Where a value that is written as XX can still be read. */
    ReadOnlyObjectProperty<List<RedactionLeak>> leaks() {
        return leaks.getReadOnlyProperty();
    }

    /**
     * @return a sentence for each of the first leaks, and one for how many more there are
     */
    List<String> leakWarnings() {
        List<RedactionLeak> all = leaks.get();
        Stream<String> first =
                all.stream().limit(MOST_WARNINGS).map(leak -> leak.leakSentence(words));
        return all.size() <= MOST_WARNINGS
                ? first.toList()
                : Stream.concat(
                                first,
                                Stream.of(words.sentence("leak.more", all.size() - MOST_WARNINGS)))
                        .toList();
    }

    private void updateReport() {
        redactionCount.set(desk.shownPlan().map(p -> p.redactions().size()).orElse(0));
        leaks.set(
                desk.redactingProperty().get()
                        ? desk.evaluationProperty()
                                .get()
                                .map(s -> RedactionLeaks.findLeaks(s, documentMessages()))
                                .orElse(List.of())
                        : List.of());
        narrative = desk.outgoingEvaluation().map(s -> new Narrative(documentMessages(), s));
        blocks.set(
                narrative
                        .map(n -> n.reportBlocks(outline.get(), sections.get()))
                        .orElse(List.of()));
    }

    private Messages documentMessages() {
        return Messages.forLocale(language.get());
    }

    String sectionHeading(Section section) {
        return words.sentence("section." + section.name());
    }

    String documentTitle() {
        return narrative.map(n -> n.documentTitle(outline.get())).orElse("");
    }

    /** How many paragraphs are to be looked at again. */
    long countStale() {
        return blocks.get().stream()
                .filter(
                        b ->
                                b instanceof ReportBlock.ProseBlock p
                                        && p.authorship() == ReportBlock.Authorship.STALE)
                .count();
    }

    /** The paragraph as it is typed, with readable names in braces. */
    String editableText(ReportBlock.ProseBlock prose) {
        return narrative.map(n -> n.toTypedText(prose)).orElse("");
    }

    List<TextSpan> previewSpans(String typed) {
        return narrative.map(n -> n.previewSpans(typed)).orElse(List.of());
    }

    /** Numbers whose name has the text in it: {@code {指标1·完成进度}} with what it shows now. */
    List<Narrative.BoundNumber> findNames(String text) {
        return narrative.map(n -> n.findNumbers(text)).orElse(List.of());
    }

    /**
     * Keeps the officer's wording with the plan, as one edit; the program's own again where it is
     * the same or empty.
     *
     * @return false if a name in braces is none; the officer is told
     */
    boolean reword(ReportBlock.ProseBlock prose, String typed) {
        if (narrative.isEmpty()) return false;
        if (typed.isBlank()) {
            restoreWording(prose);
            return true;
        }
        try {
            Passage passage = narrative.get().toPassage(prose, typed);
            if (passage.wording().equals(prose.basis().strip())) restoreWording(prose);
            else
                desk.editPlan(
                        EditName.of("edit.passage", shortened(prose)),
                        plan -> plan.withPassage(passage));
            return true;
        } catch (Problem problem) {
            dialogs.showProblem(problem);
            return false;
        }
    }

    /** Back to the program's own wording. */
    void restoreWording(ReportBlock.ProseBlock prose) {
        desk.shownPlan()
                .flatMap(p -> p.findPassage(prose.key(), documentMessages().locale().getLanguage()))
                .ifPresent(
                        passage ->
                                desk.editPlan(
                                        EditName.of("edit.passage.own", shortened(prose)),
                                        plan -> plan.withoutPassage(passage)));
    }

    private static String shortened(ReportBlock.ProseBlock prose) {
        String text = prose.text().strip();
        return text.length() <= 16
                ? text
                : text.substring(
                                0,
                                text.offsetByCodePoints(
                                        0, Math.min(16, text.codePointCount(0, text.length()))))
                        + "…";
    }

    void chooseTemplate() {
        dialogs.chooseFile(words.sentence("reporting.template.choose"), "pptx")
                .ifPresent(file -> template.set(Optional.of(file)));
    }

    void dropTemplate() {
        template.set(Optional.empty());
    }

    /** Asks for the folder and writes all that is chosen into it. */
    void handOver() {
        if (leaks.get().isEmpty()
                || dialogs.confirm(
                        words.sentence("leak.ask", String.join("\n", leakWarnings())),
                        words.sentence("leak.write")))
            desk.outgoingEvaluation()
                    .ifPresent(
                            standing ->
                                    dialogs.chooseFolder(words.sentence("reporting.write"))
                                            .ifPresent(folder -> writeHandover(standing, folder)));
    }

    private void writeHandover(Evaluation standing, Path folder) {
        Handover handover =
                new Handover(
                        documentMessages(),
                        new HandoverOptions(
                                handoverParts.get(),
                                sections.get(),
                                columns.get(),
                                template.get()));
        work.startJob(
                words.sentence("reporting.writing"),
                progress -> handover.writeHandover(standing, folder, progress::reportShareDone),
                files -> {
                    lastFolder.set(Optional.of(folder));
                    String told =
                            words.sentence(
                                    countStale() > 0
                                            ? "reporting.written.stale"
                                            : "reporting.written",
                                    files.size(),
                                    folder,
                                    countStale());
                    dialogs.showMessage(
                            standing.unredactedPlan()
                                    .map(
                                            all ->
                                                    told
                                                            + "\n"
                                                            + words.sentence(
                                                                    "reporting.redacted",
                                                                    all.redactions().size()))
                                    .orElse(told));
                });
    }

    void openFolder() {
        lastFolder
                .get()
                .ifPresent(
                        folder -> {
                            try {
                                folderOpener.openFolder(folder);
                            } catch (Problem problem) {
                                dialogs.showProblem(problem);
                            }
                        });
    }
}
