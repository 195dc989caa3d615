package plumbline.report.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.assessment.Evaluation;
import plumbline.assessment.Redactor;
import plumbline.exchange.proof.TableProof;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Redaction;
import plumbline.plan.Relation;
import plumbline.plan.Reporting;
import plumbline.plan.Status;
import plumbline.proofreading.Contradiction;
import plumbline.report.Handover;
import plumbline.report.HandoverOptions;
import plumbline.report.HandoverPart;
import plumbline.report.text.Section;
import plumbline.words.Messages;
import plumbline.words.ProofWording;
import plumbline.words.RuleNote;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program's own table, proof-read by itself: of an indicator of any kind, in any state, it
 * finds nothing wrong and nothing left out.
 */
class OwnTableTest {
    private static final LocalDate AT = LocalDate.of(2023, 12, 31);
    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final UUID GROUP = new UUID(1, 1);
    @TempDir Path folder;

    /** What is asked of an indicator. @param figures of the years from 2021; a word is no figure */
    private record State(
            String name,
            String unit,
            Direction way,
            String baseline,
            List<Milestone> targets,
            String... figures) {}

    private static Milestone aim(Role role, LocalDate on, String amount, Direction way) {
        return Milestone.target(role, on, new BigDecimal(amount), way);
    }

    private static Milestone end(String amount, Direction way) {
        return aim(Role.FINAL, END, amount, way);
    }

    private static Milestone range(Relation relation, String amount, String bound) {
        return new Milestone(
                Role.FINAL,
                END,
                new BigDecimal(amount),
                relation,
                Optional.of(new BigDecimal(bound)),
                false);
    }

    private static List<State> states(IndicatorKind kind) {
        Direction up = Direction.HIGHER;
        Direction down = Direction.LOWER;
        boolean rate = kind == IndicatorKind.GROWTH;
        Milestone mid = aim(Role.MID_TERM, LocalDate.of(2023, 6, 30), rate ? "6" : "118", up);
        return List.of(
                new State(
                        "rising",
                        "items",
                        up,
                        "100",
                        List.of(end(rate ? "6" : "130", up)),
                        "105",
                        "112",
                        "121"),
                new State(
                        "late",
                        "items",
                        up,
                        "100",
                        List.of(end(rate ? "6" : "130", up)),
                        "101",
                        "102",
                        "103"),
                new State(
                        "back",
                        "items",
                        up,
                        "100",
                        List.of(end(rate ? "6" : "130", up)),
                        "99",
                        "97",
                        "95"),
                new State(
                        "share",
                        "%",
                        up,
                        "60.5",
                        List.of(end(rate ? "6" : "90", up)),
                        "66.1",
                        "62.4",
                        "80.7"),
                new State(
                        "falling",
                        "items",
                        down,
                        "100",
                        List.of(end(rate ? "-3" : "70", down)),
                        "95",
                        "85",
                        "80"),
                new State(
                        "gone up",
                        "items",
                        down,
                        "100",
                        List.of(end(rate ? "-3" : "70", down)),
                        "105",
                        "115",
                        "120"),
                new State(
                        "mid-term",
                        "items",
                        up,
                        "100",
                        List.of(mid, end(rate ? "7" : "130", up)),
                        "105",
                        "112",
                        "121"),
                new State(
                        "yearly",
                        "items",
                        up,
                        "100",
                        List.of(
                                aim(Role.YEARLY, LocalDate.of(2021, 12, 31), "110", up),
                                aim(Role.YEARLY, LocalDate.of(2023, 12, 31), "122", up),
                                end(rate ? "6" : "130", up)),
                        "111",
                        "112",
                        "121"),
                new State(
                        "range",
                        "months",
                        up,
                        "100",
                        List.of(range(Relation.BETWEEN, "110", "120")),
                        "105",
                        "115",
                        "119"),
                new State(
                        "beyond",
                        "%",
                        up,
                        "100",
                        List.of(range(Relation.BETWEEN, "110", "120")),
                        "105",
                        "115",
                        "140"),
                new State(
                        "about",
                        "cars",
                        up,
                        "11",
                        List.of(range(Relation.ABOUT, "15", "1")),
                        "13",
                        "14.5",
                        "16.5"),
                new State("none", "fires", down, "0", List.of(end("0", down)), "0", "1", "0"),
                new State("level", "%", up, "85", List.of(end("85", up)), "88", "83", "90"),
                new State(
                        "no baseline",
                        "items",
                        up,
                        "",
                        List.of(end(rate ? "6" : "130", up)),
                        "105",
                        "112",
                        "121"),
                new State("no target", "items", up, "100", List.of(), "105", "112", "121"),
                new State(
                        "gap",
                        "items",
                        up,
                        "100",
                        List.of(end(rate ? "6" : "130", up)),
                        "105",
                        "未报",
                        "121"),
                new State(
                        "newest missing",
                        "items",
                        up,
                        "100",
                        List.of(end(rate ? "6" : "130", up)),
                        "105",
                        "112",
                        "未报"),
                new State(
                        "forecast",
                        "items",
                        up,
                        "100",
                        List.of(end(rate ? "6" : "130", up)),
                        "105",
                        "112",
                        "预计"),
                new State("nothing", "items", up, "100", List.of(end(rate ? "6" : "130", up))));
    }

    private static Indicator indicator(IndicatorKind kind, State state, int number) {
        return Indicator.createNamed(new UUID(2, number), GROUP, kind + " " + state.name)
                .withChanges(
                        d -> {
                            d.kind = kind;
                            d.unit = state.unit;
                            d.direction = state.way;
                            d.reporting =
                                    kind == IndicatorKind.CUMULATIVE && number % 2 == 0
                                            ? Reporting.PER_PERIOD
                                            : Reporting.TO_DATE;
                            Stream<Milestone> baseline =
                                    state.baseline.isEmpty()
                                            ? Stream.empty()
                                            : Stream.of(
                                                    Milestone.baseline(
                                                            LocalDate.of(2020, 12, 31),
                                                            new BigDecimal(state.baseline)));
                            d.course =
                                    new Course(
                                            Stream.concat(baseline, state.targets.stream())
                                                    .sorted()
                                                    .toList());
                            List<Observation> figures = new ArrayList<>();
                            for (int y = 0; y < state.figures.length; y++)
                                figures.add(figure(Period.ofYear(2021 + y), state.figures[y]));
                            d.observations = figures;
                        });
    }

    private static Observation figure(Period period, String written) {
        if (written.equals("预计"))
            return Observation.of(period, Status.FORECAST, Reading.ofAmount("125"));
        return written.equals("未报")
                ? Observation.of(period, Status.ACTUAL, Reading.missing(MissingReason.NOT_REPORTED))
                : Observation.actual(period, written);
    }

    /** Every kind in every state. */
    private static Plan every() {
        List<Indicator> all = new ArrayList<>();
        for (IndicatorKind kind : IndicatorKind.values())
            for (State state : states(kind)) all.add(indicator(kind, state, all.size()));
        return Plan.empty(new UUID(0, 1), "Riverton 2021–2025", "Office", 2021, 2025, 2020)
                .withGroup(new IndicatorGroup(GROUP, "All"))
                .withChanges(d -> d.indicators = all);
    }

    private static Plan revised() {
        Plan every = every();
        return every.withChanges(
                d ->
                        d.indicators =
                                every.indicators().stream()
                                        .map(
                                                i ->
                                                        i.course().finalTarget().isEmpty()
                                                                        || i.course()
                                                                                .hasRangeTarget()
                                                                ? i
                                                                : i.withRevisedTarget(
                                                                        aim(
                                                                                Role.FINAL,
                                                                                END,
                                                                                "140",
                                                                                i.direction()),
                                                                        LocalDate.of(2023, 5, 10),
                                                                        "Reason",
                                                                        "No. 3"))
                                        .toList());
    }

    /** Each indicator loses one place. */
    private static Plan redacted() {
        Plan every = every();
        Set<Redaction> places = new TreeSet<>();
        for (int i = 0; i < every.indicators().size(); i++) {
            UUID id = every.indicators().get(i).id();
            places.add(
                    switch (i % 4) {
                        case 0 -> new Redaction.PeriodRedaction(id, Period.ofYear(2022));
                        case 1 ->
                                Redaction.TargetRedaction.forMilestone(
                                        id, Role.BASELINE, LocalDate.of(2020, 12, 31));
                        case 2 -> Redaction.TargetRedaction.forMilestone(id, Role.MID_TERM, AT);
                        default -> Redaction.TargetRedaction.forMilestone(id, Role.FINAL, END);
                    });
        }
        return every.withChanges(d -> d.redactions = List.copyOf(places));
    }

    private List<String> found(
            Evaluation standing, String language, String file, Set<AppendixColumn> columns)
            throws Exception {
        Messages words = Messages.forLocale(Locale.forLanguageTag(language));
        new Handover(
                        words,
                        new HandoverOptions(
                                EnumSet.of(HandoverPart.APPENDIX, HandoverPart.REPORT),
                                EnumSet.allOf(Section.class),
                                columns,
                                Optional.empty()))
                .writeHandover(standing, folder, _ -> {});
        TableProof proof = TableProof.fromFile(folder.resolve(file), Optional.empty());
        assertEquals(standing.plan().indicators().size(), proof.table().rows().size());
        assertEquals(Optional.empty(), proof.uncheckedReason());
        ProofWording say = new ProofWording(Messages.forLocale(Messages.ENGLISH));
        return proof.contradictions().stream()
                .filter(
                        c ->
                                c.severity() != Contradiction.ContradictionSeverity.REMARK
                                        || c.kind() == Contradiction.Kind.UNREADABLE)
                .map(
                        c ->
                                c.location().row().map(r -> r.number() + " " + r.name()).orElse("")
                                        + ": "
                                        + say.contradictionSentence(c))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"zh, appendix.xlsx", "zh, report.docx", "en, appendix.xlsx", "en, report.docx"})
    void aTableOfEveryKindHolds(String language, String file) throws Exception {
        assertEquals(
                List.of(),
                found(
                        Evaluation.evaluate(every(), AT),
                        language,
                        file,
                        AppendixColumn.standardColumns()));
    }

    @ParameterizedTest
    @CsvSource({"zh, appendix.xlsx", "en, report.docx"})
    void withAllColumnsItHoldsToo(String language, String file) throws Exception {
        assertEquals(
                List.of(),
                found(
                        Evaluation.evaluate(revised(), AT),
                        language,
                        file,
                        AppendixColumn.allColumns()));
    }

    @ParameterizedTest
    @CsvSource({"zh, report.docx", "en, appendix.xlsx"})
    void whatIsRedactedIsNotReproached(String language, String file) throws Exception {
        assertEquals(
                List.of(),
                found(
                        Redactor.redactEvaluation(Evaluation.evaluate(redacted(), AT)),
                        language,
                        file,
                        AppendixColumn.standardColumns()));
    }

    /**
     * 81 ÷ 80 is printed as 101.25%; a digit changed by hand is found, and so is a verdict that the
     * mean does not earn.
     */
    @Test
    void whatIsChangedByHandIsFoundInARowOfAMean() throws Exception {
        Indicator mean =
                indicator(
                        IndicatorKind.MEAN,
                        new State(
                                "satisfaction",
                                "points",
                                Direction.HIGHER,
                                "75",
                                List.of(end("80", Direction.HIGHER)),
                                "78",
                                "82",
                                "83"),
                        1);
        Plan plan =
                Plan.empty(new UUID(0, 1), "Riverton 2021–2025", "Office", 2021, 2025, 2020)
                        .withGroup(new IndicatorGroup(GROUP, "All"))
                        .withChanges(d -> d.indicators = List.of(mean));
        assertEquals(
                List.of(),
                found(
                        Evaluation.evaluate(plan, AT),
                        "en",
                        "appendix.xlsx",
                        AppendixColumn.standardColumns()));
        Path csv = folder.resolve("changed.csv");
        Files.writeString(
                csv,
                """
                No.,Indicator,Unit,Baseline (2020),Target (2025),2021,2022,2023,Attainment,Progress,Verdict
                1,Satisfaction,points,75,80,78,82,83,103.75%,——,Not met
                Notes: 1. Judged by the latest actual figure up to 31 Dec 2023.
                """
                        + kinds(Evaluation.evaluate(plan, AT))
                        + "\n\""
                        + new RuleNote(Messages.forLocale(Messages.ENGLISH)).planNote(plan)
                        + "\"\n");
        List<String> said =
                TableProof.fromFile(csv, Optional.empty()).contradictions().stream()
                        .map(c -> "" + c.kind())
                        .toList();
        assertEquals(List.of("QUOTIENT_WRONG", "CLASS_WRONG"), said);
    }

    private static String kinds(Evaluation standing) {
        Pattern kinds = Pattern.compile("Kinds.*");
        return new TableNotes(Messages.forLocale(Messages.ENGLISH))
                .numberedNotes(standing, List.of(), true).stream()
                        .filter(n -> kinds.matcher(n).find())
                        .findFirst()
                        .orElse("");
    }
}
