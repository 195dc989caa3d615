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
        column(Plain.NUMBER, words.say("appendix.number"));
        column(Plain.NAME, words.say("appendix.name"));
        column(Plain.UNIT, words.say("appendix.unit"));
        column(Plain.BASELINE, words.say("appendix.baseline", plan.baselineYear()));
        standing.assessments().stream()
                .flatMap(a -> a.series().observations().stream())
                .map(Observation::period)
                .distinct()
                .sorted()
                .forEach(p -> column(new PrintedColumnRole.Actual(p), wording.period(p)));
        if (standing.assessments().stream().anyMatch(a -> a.course().midTerm().isPresent()))
            column(Plain.MID_TERM, words.say("role.MID_TERM"));
        standing.assessments().stream()
                .flatMap(a -> a.course().yearly().stream())
                .map(m -> m.on().getYear())
                .distinct()
                .sorted()
                .forEach(
                        y ->
                                column(
                                        new PrintedColumnRole.YearlyTarget(y),
                                        words.say("appendix.target", y)));
        column(Plain.TARGET, words.say("appendix.target", plan.lastYear()));
        column(Plain.ATTAINMENT, words.say("formula.ATTAINMENT"));
        column(Plain.PROGRESS, words.say("formula.PROGRESS"));
        column(Plain.VERDICT, words.say("appendix.verdict"));
    }

    private void column(PrintedColumnRole role, String head) {
        columns.add(new PrintedColumn(columns.size(), head, role));
    }

    /** With what a text says of it. */
    PrintedTable with(String text) {
        List<PrintedRow> rows = standing.assessments().stream().map(this::row).toList();
        ClaimReader reader =
                new ClaimReader(
                        new ClaimReader.About(rows, plan.baselineYear(), names(), classes()), text);
        return new PrintedTable(
                columns,
                rows,
                new PrintedNote(
                        Optional.empty(), Optional.of(plan.rule()), Set.of(), Optional.empty()),
                reader.claims(),
                reader.headlines());
    }

    private Map<String, UUID> names() {
        Map<String, UUID> names = new HashMap<>();
        for (Alias alias : plan.aliases()) names.put(alias.name(), alias.indicator());
        return names;
    }

    /** As a Chinese text calls them; of two rules the plan's own comes first. */
    private Map<String, Verdict> classes() {
        Map<String, Verdict> classes = new HashMap<>();
        plan.bindingRule().ifPresent(r -> classes(r, classes));
        classes(plan.rule(), classes);
        return classes;
    }

    private static void classes(VerdictRule rule, Map<String, Verdict> classes) {
        rule.bands().forEach(b -> classes.put(RulePresets.label(rule, b, TEXT), b.verdict()));
    }

    private PrintedRow row(Assessment a) {
        String unit = a.indicator().unit();
        List<PrintedCell> cells = columns.stream().map(c -> cell(a, c.role())).toList();
        return new PrintedRow(
                a.number() - 1, a.number(), a.indicator().id(), a.indicator().name(), unit, cells);
    }

    private PrintedCell cell(Assessment a, PrintedColumnRole role) {
        return switch (role) {
            case Plain.NUMBER -> words("" + a.number());
            case Plain.NAME -> words(a.indicator().name());
            case Plain.UNIT -> words(a.indicator().unit());
            case Plain.BASELINE -> target(a.course().baseline(), a);
            case Plain.MID_TERM -> target(a.course().midTerm(), a);
            case Plain.TARGET -> target(a.course().target(), a);
            case Plain.ATTAINMENT -> share(a.attainment());
            case Plain.PROGRESS -> share(a.progress());
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
                            .map(o -> observation(o, a.indicator().decimals()))
                            .orElseGet(PlanTable::blank);
            case PrintedColumnRole.YearlyTarget(int year) ->
                    target(
                            a.course().yearly().stream()
                                    .filter(m -> m.on().getYear() == year)
                                    .findFirst(),
                            a);
            case Plain.GROUP, Plain.PROPERTY, Plain.OTHER -> blank();
            case PrintedColumnRole.Aggregate _ -> blank();
        };
    }

    private static PrintedCell words(String text) {
        return new PrintedCell("", text, new PrintedCell.Words());
    }

    private static PrintedCell blank() {
        return new PrintedCell("", "", new PrintedCell.Blank());
    }

    private static PrintedCell number(String text, BigDecimal amount, Status status) {
        return new PrintedCell(
                "", text, new PrintedCell.Number(amount, Math.max(amount.scale(), 0), status));
    }

    private PrintedCell target(Optional<Milestone> milestone, Assessment a) {
        return milestone
                .map(
                        m ->
                                number(
                                        m.role() == Milestone.Role.BASELINE
                                                ? Wording.number(m.amount())
                                                : wording.target(m, a.indicator()),
                                        m.amount(),
                                        Status.ACTUAL))
                .orElseGet(PlanTable::blank);
    }

    private static PrintedCell share(Figure figure) {
        return figure.number()
                .map(n -> number(Wording.percent(n), n.movePointRight(2), Status.ACTUAL))
                .orElseGet(PlanTable::blank);
    }

    private PrintedCell observation(Observation o, int decimals) {
        String text = wording.observation(o, decimals);
        return o.reading() instanceof Reading.Value value
                ? number(text, value.amount(), o.status())
                : words(text);
    }
}
