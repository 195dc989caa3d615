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
import plumbline.proofreading.PrintedColumnRole.Plain;
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
    private static final Messages TEXT = Messages.of(Messages.CHINESE);
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
        addColumn(Plain.NUMBER, words.say("appendix.number"));
        addColumn(Plain.NAME, words.say("appendix.name"));
        addColumn(Plain.UNIT, words.say("appendix.unit"));
        addColumn(Plain.BASELINE, words.say("appendix.baseline", plan.baselineYear()));
        standing.assessments().stream()
                .flatMap(a -> a.series().observations().stream())
                .map(Observation::period)
                .distinct()
                .sorted()
                .forEach(p -> addColumn(new PrintedColumnRole.Actual(p), wording.period(p)));
        if (standing.assessments().stream().anyMatch(a -> a.course().midTerm().isPresent()))
            addColumn(Plain.MID_TERM, words.say("role.MID_TERM"));
        standing.assessments().stream()
                .flatMap(a -> a.course().yearly().stream())
                .map(m -> m.on().getYear())
                .distinct()
                .sorted()
                .forEach(
                        y ->
                                addColumn(
                                        new PrintedColumnRole.YearlyTarget(y),
                                        words.say("appendix.target", y)));
        addColumn(Plain.TARGET, words.say("appendix.target", plan.lastYear()));
        addColumn(Plain.ATTAINMENT, words.say("formula.ATTAINMENT"));
        addColumn(Plain.PROGRESS, words.say("formula.PROGRESS"));
        addColumn(Plain.VERDICT, words.say("appendix.verdict"));
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
        for (Alias alias : plan.aliases()) names.put(alias.name(), alias.indicator());
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
        rule.bands().forEach(b -> classes.put(RulePresets.label(rule, b, TEXT), b.verdict()));
    }

    private PrintedRow printedRow(Assessment a) {
        String unit = a.indicator().unit();
        List<PrintedCell> cells = columns.stream().map(c -> printedCell(a, c.role())).toList();
        return new PrintedRow(
                a.number() - 1, a.number(), a.indicator().id(), a.indicator().name(), unit, cells);
    }

    private PrintedCell printedCell(Assessment a, PrintedColumnRole role) {
        return switch (role) {
            case Plain.NUMBER -> wordsCell("" + a.number());
            case Plain.NAME -> wordsCell(a.indicator().name());
            case Plain.UNIT -> wordsCell(a.indicator().unit());
            case Plain.BASELINE -> targetCell(a.course().baseline(), a);
            case Plain.MID_TERM -> targetCell(a.course().midTerm(), a);
            case Plain.TARGET -> targetCell(a.course().target(), a);
            case Plain.ATTAINMENT -> percentCell(a.attainment());
            case Plain.PROGRESS -> percentCell(a.progress());
            case Plain.VERDICT ->
                    new PrintedCell(
                            "",
                            wording.verdict(a),
                            a.verdict()
                                    .<PrintedCell.Content>map(
                                            v ->
                                                    a.judgement().passOrFail()
                                                            ? new PrintedCell.Passed(v)
                                                            : new PrintedCell.Class(v))
                                    .orElseGet(PrintedCell.Unjudged::new));
            case PrintedColumnRole.Actual(Period period) ->
                    a.series()
                            .shown(period)
                            .map(o -> observationCell(o, a.indicator().decimals()))
                            .orElseGet(PlanTable::blankCell);
            case PrintedColumnRole.YearlyTarget(int year) ->
                    targetCell(
                            a.course().yearly().stream()
                                    .filter(m -> m.on().getYear() == year)
                                    .findFirst(),
                            a);
            case Plain.GROUP, Plain.PROPERTY, Plain.OTHER -> blankCell();
            case PrintedColumnRole.Aggregate _ -> blankCell();
        };
    }

    private static PrintedCell wordsCell(String text) {
        return new PrintedCell("", text, new PrintedCell.Words());
    }

    private static PrintedCell blankCell() {
        return new PrintedCell("", "", new PrintedCell.Blank());
    }

    private static PrintedCell numberCell(String text, BigDecimal amount, Status status) {
        return new PrintedCell(
                "", text, new PrintedCell.Number(amount, Math.max(amount.scale(), 0), status));
    }

    private PrintedCell targetCell(Optional<Milestone> milestone, Assessment a) {
        return milestone
                .map(
                        m ->
                                numberCell(
                                        m.role() == Milestone.Role.BASELINE
                                                ? Wording.number(m.amount())
                                                : wording.target(m, a.indicator()),
                                        m.amount(),
                                        Status.ACTUAL))
                .orElseGet(PlanTable::blankCell);
    }

    private static PrintedCell percentCell(Figure figure) {
        return figure.number()
                .map(n -> numberCell(Wording.percent(n), n.movePointRight(2), Status.ACTUAL))
                .orElseGet(PlanTable::blankCell);
    }

    private PrintedCell observationCell(Observation o, int decimals) {
        String text = wording.observation(o, decimals);
        return o.reading() instanceof Reading.Value value
                ? numberCell(text, value.amount(), o.status())
                : wordsCell(text);
    }
}
