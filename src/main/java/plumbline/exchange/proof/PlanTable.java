package plumbline.exchange.proof;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.plan.Alias;
import plumbline.plan.Milestone;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Status;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.proofreading.PrintedCell;
import plumbline.proofreading.PrintedColumn;
import plumbline.proofreading.PrintedColumnRole;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;
import plumbline.proofreading.PrintedNote;
import plumbline.proofreading.PrintedRow;
import plumbline.proofreading.PrintedTable;
import plumbline.words.Messages;
import plumbline.words.RulePresets;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A plan's standing as the table it would be printed as, so that a text can be held against it. */
final class PlanTable {
    private static final Messages TEXT = Messages.forLocale(Messages.CHINESE);
    private final Evaluation standing;
    private final Plan plan;
    private final Messages words;
    private final Wording wording;
    private final List<PrintedColumn> columns = new ArrayList<>();

    PlanTable(Evaluation standing, Messages words) {
        this.standing = standing;
        this.plan = standing.plan();
        this.words = words;
        this.wording = new Wording(words);
        addColumn(PlainColumn.NUMBER, words.sentence("appendix.number"));
        addColumn(PlainColumn.NAME, words.sentence("appendix.name"));
        addColumn(PlainColumn.UNIT, words.sentence("appendix.unit"));
        addColumn(PlainColumn.BASELINE, words.sentence("appendix.baseline", plan.baselineYear()));
        standing.assessments().stream()
                .flatMap(a -> a.series().observations().stream())
                .map(Observation::period)
                .distinct()
                .sorted()
                .forEach(
                        p ->
                                addColumn(
                                        new PrintedColumnRole.ActualColumn(p),
                                        wording.formatPeriod(p)));
        if (standing.assessments().stream()
                .anyMatch(a -> a.courseInForce().midTermTarget().isPresent()))
            addColumn(PlainColumn.MID_TERM, words.sentence("role.MID_TERM"));
        standing.assessments().stream()
                .flatMap(a -> a.courseInForce().yearlyTargets().stream())
                .map(m -> m.day().getYear())
                .distinct()
                .sorted()
                .forEach(
                        y ->
                                addColumn(
                                        new PrintedColumnRole.YearlyTargetColumn(y),
                                        words.sentence("appendix.target", y)));
        addColumn(PlainColumn.TARGET, words.sentence("appendix.target", plan.lastYear()));
        addColumn(PlainColumn.ATTAINMENT, words.sentence("formula.ATTAINMENT"));
        addColumn(PlainColumn.PROGRESS, words.sentence("formula.PROGRESS"));
        addColumn(PlainColumn.VERDICT, words.sentence("appendix.verdict"));
    }

    private void addColumn(PrintedColumnRole role, String head) {
        columns.add(new PrintedColumn(columns.size(), head, role));
    }

    /** With what a text says of it. */
    PrintedTable tableWithText(String text) {
        List<PrintedRow> rows = standing.assessments().stream().map(this::printedRow).toList();
        ClaimReader reader =
                new ClaimReader(
                        new ClaimReader.ClaimContext(
                                rows, plan.baselineYear(), indicatorsByAlias(), verdictsByName()),
                        text);
        return new PrintedTable(
                columns,
                rows,
                new PrintedNote(
                        Optional.empty(), Optional.of(plan.rule()), Set.of(), Optional.empty()),
                reader.claims(),
                reader.headlines());
    }

    private Map<String, UUID> indicatorsByAlias() {
        Map<String, UUID> names = new HashMap<>();
        for (Alias alias : plan.aliases()) names.put(alias.name(), alias.indicatorId());
        return names;
    }

    /** As a Chinese text calls them; of two rules the plan's own comes first. */
    private Map<String, Verdict> verdictsByName() {
        Map<String, Verdict> classes = new HashMap<>();
        plan.bindingRule().ifPresent(r -> addVerdictNames(r, classes));
        addVerdictNames(plan.rule(), classes);
        return classes;
    }

    private static void addVerdictNames(VerdictRule rule, Map<String, Verdict> classes) {
        rule.bands().forEach(b -> classes.put(RulePresets.bandLabel(rule, b, TEXT), b.verdict()));
    }

    private PrintedRow printedRow(Assessment a) {
        String unit = a.indicator().unit();
        List<PrintedCell> cells = columns.stream().map(c -> printedCell(a, c.role())).toList();
        return new PrintedRow(
                a.number() - 1, a.number(), a.indicator().id(), a.indicator().name(), unit, cells);
    }

    private PrintedCell printedCell(Assessment a, PrintedColumnRole role) {
        return switch (role) {
            case PlainColumn.NUMBER -> wordsCell("" + a.number());
            case PlainColumn.NAME -> wordsCell(a.indicator().name());
            case PlainColumn.UNIT -> wordsCell(a.indicator().unit());
            case PlainColumn.BASELINE -> targetCell(a.courseInForce().baseline(), a);
            case PlainColumn.MID_TERM -> targetCell(a.courseInForce().midTermTarget(), a);
            case PlainColumn.TARGET -> targetCell(a.courseInForce().finalTarget(), a);
            case PlainColumn.ATTAINMENT -> percentCell(a.attainment());
            case PlainColumn.PROGRESS -> percentCell(a.progress());
            case PlainColumn.VERDICT ->
                    new PrintedCell(
                            "",
                            wording.verdictName(a),
                            a.verdict()
                                    .<PrintedCell.PrintedContent>map(
                                            v ->
                                                    a.judgement().isPassOrFail()
                                                            ? new PrintedCell.PrintedPassOrFail(v)
                                                            : new PrintedCell.PrintedClass(v))
                                    .orElseGet(PrintedCell.PrintedUnjudged::new));
            case PrintedColumnRole.ActualColumn(Period period) ->
                    a.series()
                            .findShown(period)
                            .map(o -> observationCell(o, a.indicator().decimals()))
                            .orElseGet(PlanTable::blankCell);
            case PrintedColumnRole.YearlyTargetColumn(int year) ->
                    targetCell(
                            a.courseInForce().yearlyTargets().stream()
                                    .filter(m -> m.day().getYear() == year)
                                    .findFirst(),
                            a);
            case PlainColumn.GROUP,
                    PlainColumn.PROPERTY,
                    PlainColumn.FORMER_TARGET,
                    PlainColumn.OTHER ->
                    blankCell();
            case PrintedColumnRole.AggregateColumn _ -> blankCell();
        };
    }

    private static PrintedCell wordsCell(String text) {
        return new PrintedCell("", text, new PrintedCell.PrintedWords());
    }

    private static PrintedCell blankCell() {
        return new PrintedCell("", "", new PrintedCell.PrintedBlank());
    }

    private static PrintedCell numberCell(String text, BigDecimal amount, Status status) {
        return new PrintedCell(
                "",
                text,
                new PrintedCell.PrintedNumber(amount, Math.max(amount.scale(), 0), status));
    }

    private PrintedCell targetCell(Optional<Milestone> milestone, Assessment a) {
        return milestone
                .map(
                        m ->
                                numberCell(
                                        m.role() == Milestone.Role.BASELINE
                                                ? Wording.formatNumber(m.amount())
                                                : wording.targetText(m, a.indicator()),
                                        m.amount(),
                                        Status.ACTUAL))
                .orElseGet(PlanTable::blankCell);
    }

    private static PrintedCell percentCell(Figure figure) {
        return figure.knownValue()
                .map(n -> numberCell(Wording.formatPercent(n), n.movePointRight(2), Status.ACTUAL))
                .orElseGet(PlanTable::blankCell);
    }

    private PrintedCell observationCell(Observation o, int decimals) {
        String text = wording.observationText(o, decimals);
        return o.reading() instanceof Reading.Value value
                ? numberCell(text, value.amount(), o.status())
                : wordsCell(text);
    }
}
