package plumbline.screen.analysis;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.analysis.Analysis;
import plumbline.analysis.AnalysisQuery;
import plumbline.analysis.AnalysisQuery.AnalysisMeasure;
import plumbline.analysis.AnalysisQuery.AnalysisScope;
import plumbline.analysis.AnalysisQuery.Summary;
import plumbline.analysis.AnalysisTable;
import plumbline.analysis.AnalysisTable.AnalysisCell;
import plumbline.analysis.AnalysisTable.AnalysisColumn;
import plumbline.analysis.Dimension;
import plumbline.assessment.Evaluation;
import plumbline.base.FormulaSafeText;
import plumbline.base.Problem;
import plumbline.desk.BackgroundWork;
import plumbline.desk.Dialogs;
import plumbline.desk.Workspace;
import plumbline.plan.Plan;
import plumbline.report.table.AnswerTable;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of the open plan, grouped, filtered and spread; or each series described. */
public final class AnalysisViewModel {

    enum AnalysisMode {
        PIVOT,
        SERIES
    }

    private final Workspace desk;
    private final BackgroundWork work;
    private final Dialogs dialogs;
    private final Messages words;
    private final ReadOnlyObjectWrapper<Optional<AnalysisTable>> answer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ActiveBinding seen;
    private AnalysisQuery question = AnalysisQuery.verdictsByGroup();
    private AnalysisMode mode = AnalysisMode.PIVOT;
    private Optional<Analysis> analysis = Optional.empty();

    public AnalysisViewModel(Workspace desk, BackgroundWork work, Dialogs dialogs, Messages words) {
        this.desk = desk;
        this.work = work;
        this.dialogs = dialogs;
        this.words = words;
        this.seen = new ActiveBinding(this::updateAnalysis, desk.evaluationProperty());
    }

    /** Follows the desk only while it is seen. */
    Activatable activatable() {
        return seen;
    }

    void close() {
        seen.close();
    }

    ReadOnlyObjectProperty<Optional<AnalysisTable>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    AnalysisQuery currentQuery() {
        return question;
    }

    AnalysisMode currentMode() {
        return mode;
    }

    /** Reckons anew where the plan or the evaluation date is another one than what was reckoned. */
    private void updateAnalysis() {
        Optional<Evaluation> standing = desk.evaluationProperty().get();
        if (standing.isEmpty()) {
            analysis = Optional.empty();
            answer.set(Optional.empty());
        } else if (analysis.filter(a -> a.evaluation() == standing.get()).isEmpty())
            computeAnswerInBackground();
    }

    private void computeAnswerInBackground() {
        desk.evaluationProperty()
                .get()
                .ifPresent(
                        standing -> {
                            Optional<Analysis> known =
                                    analysis.filter(a -> a.evaluation() == standing);
                            AnalysisQuery asked = question;
                            AnalysisMode how = mode;
                            work.startJob(
                                    words.sentence("analysis.reckoning"),
                                    _ -> {
                                        Analysis of =
                                                known.orElseGet(
                                                        () ->
                                                                Analysis.forEvaluation(
                                                                        standing, words));
                                        return Map.entry(of, computeAnswer(of, how, asked));
                                    },
                                    done -> {
                                        analysis = Optional.of(done.getKey());
                                        answer.set(Optional.of(done.getValue()));
                                    });
                        });
    }

    private static AnalysisTable computeAnswer(Analysis of, AnalysisMode how, AnalysisQuery asked) {
        return how == AnalysisMode.PIVOT ? of.answer(asked) : of.describeSeries();
    }

    /** The plan as it may leave the house, where something is left out of it. */
    private Optional<Evaluation> redactedEvaluation() {
        return desk.outgoingEvaluation().filter(s -> s.unredactedPlan().isPresent());
    }

    void showMode(AnalysisMode next) {
        if (next == mode) return;
        mode = next;
        computeAnswerInBackground();
    }

    private void askQuery(AnalysisQuery next) {
        if (next.equals(question)) return;
        question = next;
        computeAnswerInBackground();
    }

    /** Groups by this, and within it by the other, if one is given. */
    void groupBy(Dimension first, Optional<Dimension> second) {
        List<Dimension> by =
                Stream.concat(Stream.of(first), second.stream().filter(d -> d != first)).toList();
        askQuery(
                new AnalysisQuery(
                        by,
                        question.columnDimension().filter(a -> !by.contains(a)),
                        question.measure(),
                        question.summary(),
                        question.scope(),
                        question.filter()));
    }

    /** A dimension stands either in the rows or in the columns. */
    void pivotAcross(Optional<Dimension> across) {
        askQuery(
                new AnalysisQuery(
                        question.rowDimensions(),
                        across.filter(a -> !question.rowDimensions().contains(a)),
                        question.measure(),
                        question.summary(),
                        question.scope(),
                        question.filter()));
    }

    void setMeasure(AnalysisMeasure measured, Summary summary) {
        askQuery(
                new AnalysisQuery(
                        question.rowDimensions(),
                        question.columnDimension(),
                        measured,
                        summary,
                        question.scope(),
                        question.filter()));
    }

    void setScope(AnalysisScope lines) {
        askQuery(
                new AnalysisQuery(
                        question.rowDimensions(),
                        question.columnDimension(),
                        question.measure(),
                        question.summary(),
                        lines,
                        question.filter()));
    }

    /** Lets a value of a dimension count, or not. */
    void setCounted(Dimension dimension, String value, boolean counts) {
        List<String> all = dimensionValues(dimension);
        Set<String> chosen =
                all.stream()
                        .filter(v -> v.equals(value) ? counts : isCounted(dimension, v))
                        .collect(Collectors.toSet());
        Map<Dimension, Set<String>> filter = new EnumMap<>(Dimension.class);
        filter.putAll(question.filter());
        if (chosen.size() == all.size()) filter.remove(dimension);
        else filter.put(dimension, chosen);
        askQuery(
                new AnalysisQuery(
                        question.rowDimensions(),
                        question.columnDimension(),
                        question.measure(),
                        question.summary(),
                        question.scope(),
                        filter));
    }

    boolean isCounted(Dimension dimension, String value) {
        return Optional.ofNullable(question.filter().get(dimension))
                .map(f -> f.contains(value))
                .orElse(true);
    }

    boolean isFiltered(Dimension dimension) {
        return question.filter().containsKey(dimension);
    }

    /** Every value there is, whatever is filtered. */
    List<String> dimensionValues(Dimension dimension) {
        return analysis.map(a -> a.valuesOf(dimension)).orElse(List.of());
    }

    /** What must be known about the numbers, in sentences. */
    List<String> caveatSentences() {
        return answer.get()
                .map(
                        a ->
                                Stream.concat(
                                                a.caveats().stream().sorted().map(words::nameOf),
                                                redactedEvaluation().stream()
                                                        .map(
                                                                _ ->
                                                                        words.sentence(
                                                                                "analysis.redacted")))
                                        .toList())
                .orElse(List.of());
    }

    /** The whole table with its heads, as spreadsheets paste it. */
    Optional<String> findCopyText() {
        return answer.get()
                .map(
                        shown ->
                                redactedEvaluation()
                                        .map(
                                                standing ->
                                                        computeAnswer(
                                                                Analysis.forEvaluation(
                                                                        standing, words),
                                                                mode,
                                                                question))
                                        .orElse(shown))
                .map(
                        a -> {
                            List<String> lines = new ArrayList<>();
                            lines.add(
                                    a.columns().stream()
                                            .map(AnalysisColumn::heading)
                                            .map(FormulaSafeText::escapeCell)
                                            .collect(Collectors.joining("\t")));
                            for (List<AnalysisCell> row : a.rows())
                                lines.add(
                                        row.stream()
                                                .map(
                                                        c ->
                                                                c.number()
                                                                        .map(
                                                                                BigDecimal
                                                                                        ::toPlainString)
                                                                        .orElseGet(
                                                                                () ->
                                                                                        FormulaSafeText
                                                                                                .escapeCell(
                                                                                                        c
                                                                                                                .text())))
                                                .collect(Collectors.joining("\t")));
                            return String.join("\n", lines);
                        });
    }

    void exportXlsx() {
        exportTable("xlsx", AnswerTable::writeXlsx);
    }

    void exportCsv() {
        exportTable("csv", AnswerTable::writeCsv);
    }

    @FunctionalInterface
    private interface TableWriting {
        void write(AnswerTable table, Path file) throws Problem;
    }

    private void exportTable(String ending, TableWriting writing) {
        answer.get()
                .ifPresent(
                        a ->
                                dialogs.chooseFileToSave(
                                                words.sentence("analysis.export"),
                                                exportFileName() + "." + ending,
                                                ending)
                                        .ifPresent(
                                                file -> {
                                                    AnalysisQuery asked = question;
                                                    AnalysisMode how = mode;
                                                    Optional<Evaluation> left =
                                                            redactedEvaluation();
                                                    List<String> caveats = caveatSentences();
                                                    work.startJob(
                                                            words.sentence("analysis.writing"),
                                                            _ -> {
                                                                writing.write(
                                                                        new AnswerTable(
                                                                                answerTitle(),
                                                                                left.map(
                                                                                                standing ->
                                                                                                        computeAnswer(
                                                                                                                Analysis
                                                                                                                        .forEvaluation(
                                                                                                                                standing,
                                                                                                                                words),
                                                                                                                how,
                                                                                                                asked))
                                                                                        .orElse(a),
                                                                                caveats),
                                                                        file);
                                                                return file;
                                                            },
                                                            written ->
                                                                    dialogs.showMessage(
                                                                            words.sentence(
                                                                                    "file.written",
                                                                                    written)));
                                                }));
    }

    private String exportFileName() {
        return Wording.fileName(answerTitle());
    }

    private String answerTitle() {
        return words.sentence("analysis.title", desk.shownPlan().map(Plan::title).orElse(""));
    }
}
