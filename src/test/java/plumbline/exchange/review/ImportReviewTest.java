package plumbline.exchange.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.base.Problem;
import plumbline.exchange.collection.ReturnedForms;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.table.CellAddress;
import plumbline.exchange.table.FigureColumns;
import plumbline.exchange.table.FigureRole;
import plumbline.exchange.table.ReadFigure;
import plumbline.exchange.table.TableReading;
import plumbline.plan.Course;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Source;
import plumbline.plan.Status;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

class ImportReviewTest {
    private static final UUID ENTITIES = new UUID(7, 1);
    private static final UUID RATE = new UUID(7, 2);
    private static final UUID DISTRICT = new UUID(8, 1);
    private static final ReceivedFile FILED =
            new ReceivedFile(
                    "a.xlsx",
                    Optional.empty(),
                    "",
                    Optional.of(new UUID(5, 5)),
                    LocalDate.of(2023, 7, 10),
                    Optional.empty());
    private final Plan plan = plan();
    private int row = 2;

    private static Plan plan() {
        IndicatorGroup group = new IndicatorGroup(new UUID(6, 1), "市场发展类");
        Indicator entities =
                Indicator.createNamed(ENTITIES, group.id(), "全市市场主体数")
                        .withChanges(
                                d -> {
                                    d.unit = "户";
                                    d.course =
                                            Course.of(
                                                    Milestone.baseline(
                                                            LocalDate.of(2020, 12, 31),
                                                            new BigDecimal("217825")),
                                                    Milestone.target(
                                                            Milestone.Role.FINAL,
                                                            LocalDate.of(2025, 12, 31),
                                                            new BigDecimal("242854"),
                                                            Direction.HIGHER));
                                    d.observations =
                                            List.of(
                                                    Observation.actual(
                                                            Period.ofYear(2021), "237837"),
                                                    Observation.actual(
                                                            Period.ofYear(2022), "273104"));
                                    d.parts = List.of(Part.createNamed(DISTRICT, "曾都区"));
                                });
        Indicator rate =
                Indicator.createNamed(RATE, group.id(), "抽检合格率")
                        .withChanges(
                                d -> {
                                    d.unit = "%";
                                    d.decimals = 1;
                                    d.observations =
                                            List.of(
                                                    Observation.actual(
                                                            Period.ofYear(2021), "98.64"));
                                });
        return Plan.empty(new UUID(1, 1), "规划", "局", 2021, 2025, 2020)
                .withGroup(group)
                .withIndicator(entities)
                .withIndicator(rate);
    }

    private ReadFigure figure(
            String name,
            String breakdown,
            String unit,
            FigureRole role,
            Period period,
            String value) {
        return new ReadFigure(
                new CellAddress("a.xlsx", "表1", "C" + row++),
                name,
                breakdown,
                unit,
                "",
                role,
                Optional.of(period),
                Optional.of(Reading.ofAmount(value)),
                Status.ACTUAL,
                Optional.empty(),
                Optional.empty(),
                value,
                BigDecimal.ONE);
    }

    private ReadFigure actual(String name, String unit, Period period, String value) {
        return figure(name, "", unit, FigureRole.ACTUAL, period, value);
    }

    private ImportReview review(ReviewDecisions choices, ReadFigure... figures) {
        TableReading table = new TableReading("a.xlsx", null, null, List.of(figures), List.of());
        return ImportReview.createReview(
                plan,
                List.of(new FileReading("a.xlsx", List.of(table), List.of(), ReturnedForms.NONE)),
                Map.of("a.xlsx", FILED),
                Map.of(),
                choices);
    }

    private FigureProposal one(ReadFigure figure) {
        return review(ReviewDecisions.NONE, figure).proposals().getFirst();
    }

    private static List<ReviewIssue.Kind> doubts(FigureProposal p) {
        return p.issues().stream().map(ReviewIssue::kind).toList();
    }

    @Test
    void aFigureForAnEmptyPlaceIsNewAndTaken() {
        FigureProposal p = one(actual("全市市场主体数（户）", "户", Period.ofHalfYear(2023, 1), "285000"));
        assertEquals(FigureProposal.ProposalStatus.NEW, p.status());
        assertTrue(p.taken());
        assertEquals(List.of(), doubts(p));
    }

    @Test
    void itArrivesWithItsSource() {
        Plan after =
                review(
                                ReviewDecisions.NONE,
                                actual("全市市场主体数", "万户", Period.ofHalfYear(2023, 1), "28.5"))
                        .applyToPlan();
        Observation o =
                after.findIndicator(ENTITIES)
                        .orElseThrow()
                        .displayedObservation(Period.ofHalfYear(2023, 1))
                        .orElseThrow();
        assertEquals(0, new BigDecimal("285000").compareTo(o.reading().findAmount().orElseThrow()));
        assertEquals("a.xlsx", o.source().document());
        assertEquals("表1!C2", o.source().place());
        assertEquals(Optional.of(new UUID(5, 5)), o.source().departmentId());
        assertTrue(after.periods().contains(Period.ofHalfYear(2023, 1)));
    }

    @Test
    void aConvertedUnitIsTold() {
        assertEquals(
                List.of(ReviewIssue.Kind.UNIT_CONVERTED),
                doubts(one(actual("全市市场主体数", "万户", Period.ofHalfYear(2023, 1), "28.5"))));
    }

    @Test
    void anotherUnitIsRefused() {
        FigureProposal p = one(actual("全市市场主体数", "家", Period.ofHalfYear(2023, 1), "285000"));
        assertEquals(FigureProposal.ProposalStatus.SUSPICIOUS, p.status());
        assertEquals(Optional.empty(), p.nextContent());
        assertEquals(List.of(ReviewIssue.Kind.UNIT_UNLIKE), doubts(p));
    }

    @Test
    void theSameValueIsTheSame() {
        assertEquals(
                FigureProposal.ProposalStatus.SAME,
                one(actual("全市市场主体数", "", Period.ofYear(2022), "273104.0")).status());
    }

    @Test
    void fewerDigitsOfTheSameValueAreTheSame() {
        FigureProposal p = one(actual("抽检合格率", "%", Period.ofYear(2021), "98.6"));
        assertEquals(FigureProposal.ProposalStatus.SAME, p.status());
        assertEquals(List.of(ReviewIssue.Kind.ROUNDED), doubts(p));
    }

    @Test
    void theSameInTenThousandsIsTheSame() {
        FigureProposal p = one(actual("全市市场主体数", "万户", Period.ofYear(2022), "27.3"));
        assertEquals(FigureProposal.ProposalStatus.SAME, p.status());
        assertEquals(List.of(ReviewIssue.Kind.UNIT_CONVERTED, ReviewIssue.Kind.ROUNDED), doubts(p));
        assertEquals(
                FigureProposal.ProposalStatus.CHANGED,
                one(actual("全市市场主体数", "万户", Period.ofYear(2022), "27.4")).status());
    }

    @Test
    void anotherValueIsAChangeThatWaitsForTheOfficer() {
        FigureProposal p = one(actual("全市市场主体数", "户", Period.ofYear(2022), "273400"));
        assertEquals(FigureProposal.ProposalStatus.CHANGED, p.status());
        assertFalse(p.taken());
    }

    @Test
    void aLostTenThousandIsSuspicious() {
        FigureProposal p = one(actual("全市市场主体数", "户", Period.ofHalfYear(2023, 1), "28.5"));
        assertEquals(FigureProposal.ProposalStatus.SUSPICIOUS, p.status());
        assertEquals(List.of(ReviewIssue.Kind.MAGNITUDE), doubts(p));
        assertFalse(p.taken());
    }

    @Test
    void aLeapOutOfAllStepsIsSuspicious() {
        assertEquals(
                List.of(ReviewIssue.Kind.OUTLIER),
                doubts(one(actual("全市市场主体数", "户", Period.ofHalfYear(2023, 1), "580000"))));
        assertEquals(
                List.of(),
                doubts(one(actual("全市市场主体数", "户", Period.ofHalfYear(2023, 1), "330000"))));
    }

    /**
     * Beside 217825 of 2020, 273104 of 2022 in the same file and the target of 242854: 2378370 is
     * 8.7 to 10.9 times, 23783 about a tenth of each.
     */
    @ParameterizedTest
    @ValueSource(strings = {"2378370", "23783"})
    void aZeroTooManyOrTooFewBesideWhatComesWithItIsSuspicious(String wrong) {
        Plan bare =
                plan.withChangedIndicator(
                        ENTITIES, i -> i.withChanges(d -> d.observations = List.of()));
        TableReading table =
                new TableReading(
                        "a.xlsx",
                        null,
                        null,
                        List.of(
                                actual("全市市场主体数", "户", Period.ofYear(2021), wrong),
                                actual("全市市场主体数", "户", Period.ofYear(2022), "273104")),
                        List.of());
        List<FigureProposal> both =
                ImportReview.createReview(
                                bare,
                                List.of(
                                        new FileReading(
                                                "a.xlsx",
                                                List.of(table),
                                                List.of(),
                                                ReturnedForms.NONE)),
                                Map.of("a.xlsx", FILED),
                                Map.of(),
                                ReviewDecisions.NONE)
                        .proposals();
        assertEquals(
                List.of(
                        FigureProposal.ProposalStatus.SUSPICIOUS,
                        FigureProposal.ProposalStatus.NEW),
                both.stream().map(FigureProposal::status).toList());
        assertEquals(List.of(ReviewIssue.Kind.JUMP), doubts(both.getFirst()));
        assertFalse(both.getFirst().taken());
    }

    /** The sentence says what would fit, in place of only that it is far. */
    @Test
    void tenTimesWhatThePlanHasIsToldByItsZero() {
        FigureProposal p = one(actual("全市市场主体数", "户", Period.ofYear(2022), "2910000"));
        assertEquals(List.of(ReviewIssue.Kind.FINAL_PERIOD, ReviewIssue.Kind.JUMP), doubts(p));
        assertEquals(List.of("÷10", new BigDecimal("237837")), p.issues().getLast().arguments());
        assertEquals(Optional.of(true), Optional.of(p.isPossible()));
    }

    @Test
    void aDoubtedZeroIsTakenInWhereTheOfficerSaysSo() {
        ReviewDecisions take =
                ReviewDecisions.NONE.withTaken(new CellAddress("a.xlsx", "表1", "C2"), true);
        assertTrue(
                review(take, actual("全市市场主体数", "户", Period.ofYear(2022), "2910000"))
                        .proposals()
                        .getFirst()
                        .taken());
    }

    @Test
    void moreThanAllIsSuspicious() {
        assertEquals(
                List.of(ReviewIssue.Kind.OVER_WHOLE),
                doubts(one(actual("抽检合格率", "%", Period.ofYear(2022), "100.5"))));
        assertEquals(List.of(), doubts(one(actual("抽检合格率", "%", Period.ofYear(2022), "100.0"))));
    }

    @Test
    void aFactBeforeThePeriodIsOverIsSuspicious() {
        assertEquals(
                List.of(ReviewIssue.Kind.NOT_OVER),
                doubts(one(actual("全市市场主体数", "户", Period.ofYear(2023), "290000"))));
        assertEquals(
                List.of(ReviewIssue.Kind.FORECAST),
                doubts(
                        one(
                                figure(
                                        "全市市场主体数",
                                        "",
                                        "户",
                                        FigureRole.FORECAST,
                                        Period.ofYear(2023),
                                        "290000"))));
    }

    @Test
    void aForecastForWhatWasReportedIsSuspicious() {
        assertEquals(
                List.of(ReviewIssue.Kind.FORECAST_LATE),
                doubts(
                        one(
                                figure(
                                        "全市市场主体数",
                                        "",
                                        "户",
                                        FigureRole.FORECAST,
                                        Period.ofYear(2022),
                                        "270000"))));
    }

    @Test
    void theYearOfTheBaselineIsTheBaseline() {
        assertEquals(
                FigureProposal.ProposalStatus.SAME,
                one(actual("全市市场主体数", "户", Period.ofYear(2020), "217825")).status());
        FigureProposal p = one(actual("全市市场主体数", "户", Period.ofYear(2020), "217000"));
        assertEquals(List.of(ReviewIssue.Kind.TARGET_DIFFERS), doubts(p));
    }

    @Test
    void aTargetKeepsItsRelation() {
        ReviewDecisions take =
                ReviewDecisions.NONE.withTaken(new CellAddress("a.xlsx", "表1", "C2"), true);
        Plan after =
                review(
                                take,
                                figure(
                                        "全市市场主体数",
                                        "",
                                        "户",
                                        FigureRole.TARGET,
                                        Period.ofYear(2025),
                                        "250000"))
                        .applyToPlan();
        Milestone target =
                after.findIndicator(ENTITIES).orElseThrow().course().finalTarget().orElseThrow();
        assertEquals(new BigDecimal("250000"), target.amount());
        assertEquals(Relation.AT_LEAST, target.relation());
    }

    @Test
    void twoFilesThatContradictEachOtherAreShownAsAConflict() {
        ImportReview review =
                review(
                        ReviewDecisions.NONE,
                        actual("全市市场主体数", "户", Period.ofHalfYear(2023, 1), "285000"),
                        actual("市场主体数", "户", Period.ofHalfYear(2023, 1), "286000"));
        assertEquals(
                List.of(
                        FigureProposal.ProposalStatus.CONFLICT,
                        FigureProposal.ProposalStatus.CONFLICT),
                review.proposals().stream().map(FigureProposal::status).toList());
        assertEquals(plan, review.applyToPlan());
    }

    @Test
    void theSameFigureTwiceIsTakenOnce() {
        ImportReview review =
                review(
                        ReviewDecisions.NONE,
                        actual("全市市场主体数", "户", Period.ofHalfYear(2023, 1), "285000"),
                        actual("全市市场主体数", "户", Period.ofHalfYear(2023, 1), "285000"));
        assertEquals(
                List.of(true, false),
                review.proposals().stream().map(FigureProposal::taken).toList());
    }

    @Test
    void aPartIsFoundWithoutItsEnding() {
        Plan after =
                review(
                                ReviewDecisions.NONE,
                                figure(
                                        "全市市场主体数",
                                        "曾都",
                                        "户",
                                        FigureRole.ACTUAL,
                                        Period.ofYear(2022),
                                        "90000"))
                        .applyToPlan();
        assertEquals(
                new BigDecimal("90000"),
                after.findIndicatorOrPart(DISTRICT)
                        .orElseThrow()
                        .observations()
                        .getFirst()
                        .reading()
                        .findAmount()
                        .orElseThrow());
    }

    @Test
    void unknownPartsBecomePartsIfTheOfficerSays() {
        ReadFigure figure =
                figure("全市市场主体数", "随县", "户", FigureRole.ACTUAL, Period.ofYear(2022), "60000");
        assertEquals(FigureProposal.ProposalStatus.UNKNOWN, one(figure).status());
        Plan after =
                review(ReviewDecisions.NONE.withIndicatorBrokenDown(ENTITIES), figure)
                        .applyToPlan();
        assertEquals(
                List.of("曾都区", "随县"),
                after.findIndicator(ENTITIES).orElseThrow().parts().stream()
                        .map(Part::name)
                        .toList());
        assertEquals(
                1,
                after.findIndicator(ENTITIES)
                        .orElseThrow()
                        .parts()
                        .getLast()
                        .observations()
                        .size());
    }

    @Test
    void partsAreAddedBesideFiguresThatAreKnown() {
        Plan after =
                review(
                                ReviewDecisions.NONE.withIndicatorBrokenDown(ENTITIES),
                                figure(
                                        "全市市场主体数",
                                        "",
                                        "户",
                                        FigureRole.ACTUAL,
                                        Period.ofHalfYear(2023, 1),
                                        "285000"),
                                figure(
                                        "全市市场主体数",
                                        "随县",
                                        "户",
                                        FigureRole.ACTUAL,
                                        Period.ofYear(2022),
                                        "60000"),
                                figure(
                                        "全市市场主体数",
                                        "随县",
                                        "户",
                                        FigureRole.ACTUAL,
                                        Period.ofHalfYear(2023, 1),
                                        "61000"))
                        .applyToPlan();
        assertEquals(
                2,
                after.findIndicator(ENTITIES)
                        .orElseThrow()
                        .parts()
                        .getLast()
                        .observations()
                        .size());
        assertTrue(
                after.findIndicator(ENTITIES)
                        .orElseThrow()
                        .displayedObservation(Period.ofHalfYear(2023, 1))
                        .isPresent());
    }

    @Test
    void aPreliminaryFigureReportedAsFinalHasChanged() {
        Plan preliminary =
                plan.withChangedIndicatorOrPart(
                        RATE,
                        i ->
                                i.withObservation(
                                        new Observation(
                                                Period.ofYear(2021),
                                                12,
                                                Reading.ofAmount("98.64"),
                                                Status.PRELIMINARY,
                                                Source.TYPED,
                                                "")));
        TableReading table =
                new TableReading(
                        "a.xlsx",
                        null,
                        null,
                        List.of(actual("抽检合格率", "%", Period.ofYear(2021), "98.64")),
                        List.of());
        ImportReview review =
                ImportReview.createReview(
                        preliminary,
                        List.of(
                                new FileReading(
                                        "a.xlsx", List.of(table), List.of(), ReturnedForms.NONE)),
                        Map.of("a.xlsx", FILED),
                        Map.of(),
                        ReviewDecisions.NONE);
        assertEquals(FigureProposal.ProposalStatus.CHANGED, review.proposals().getFirst().status());
    }

    /**
     * The final target stands in 2025: nothing stands after it, and the baseline year is no year of
     * a target.
     */
    @ParameterizedTest
    @ValueSource(ints = {2020, 2035})
    void aTargetThatTheCourseCannotTakeIsRefused(int year) {
        ImportReview review =
                review(
                        ReviewDecisions.NONE,
                        figure(
                                "全市市场主体数",
                                "",
                                "户",
                                FigureRole.TARGET,
                                Period.ofYear(year),
                                "300000"),
                        actual("全市市场主体数", "户", Period.ofHalfYear(2023, 1), "285000"));
        assertEquals(Optional.empty(), review.proposals().getFirst().nextContent());
        assertTrue(doubts(review.proposals().getFirst()).contains(ReviewIssue.Kind.NO_PLACE));
        assertTrue(
                review.applyToPlan()
                        .findIndicator(ENTITIES)
                        .orElseThrow()
                        .displayedObservation(Period.ofHalfYear(2023, 1))
                        .isPresent());
    }

    @Test
    void aBaselineKeepsItsDayAndComesBack() {
        Milestone old = Milestone.baseline(LocalDate.of(2019, 12, 31), BigDecimal.TEN);
        Plan before =
                plan.withChangedIndicatorOrPart(
                        RATE, i -> i.withChanges(d -> d.course = i.course().withMilestone(old)));
        TableReading table =
                new TableReading(
                        "a.xlsx",
                        null,
                        null,
                        List.of(
                                figure(
                                        "抽检合格率",
                                        "",
                                        "%",
                                        FigureRole.BASELINE,
                                        Period.ofYear(2020),
                                        "12")),
                        List.of());
        ImportBatch incoming =
                new ImportBatch(
                        List.of(
                                new FileReading(
                                        "a.xlsx", List.of(table), List.of(), ReturnedForms.NONE)),
                        Map.of("a.xlsx", FILED),
                        Map.of());
        CellAddress place = table.figures().getFirst().address();
        Plan after =
                incoming.applyToPlan(
                        before,
                        ReviewDecisions.NONE.withTaken(place, true),
                        new UUID(9, 9),
                        Instant.EPOCH);
        assertEquals(
                Optional.of(Milestone.baseline(old.day(), new BigDecimal("12"))),
                after.findIndicator(RATE).orElseThrow().course().baseline());
        assertEquals(
                Optional.of(old),
                after.importRecords()
                        .getFirst()
                        .planWithoutImport(after)
                        .findIndicator(RATE)
                        .orElseThrow()
                        .course()
                        .baseline());
    }

    @Test
    void aFigureWithoutANameCanBeTakenInButNotRemembered() {
        TableReading table =
                new TableReading(
                        "a.xlsx",
                        null,
                        null,
                        List.of(actual("", "户", Period.ofHalfYear(2023, 1), "285000")),
                        List.of());
        ImportBatch incoming =
                new ImportBatch(
                        List.of(
                                new FileReading(
                                        "a.xlsx", List.of(table), List.of(), ReturnedForms.NONE)),
                        Map.of("a.xlsx", FILED),
                        Map.of());
        Plan after =
                incoming.applyToPlan(
                        plan,
                        ReviewDecisions.NONE
                                .withIndicatorForName("", Optional.of(ENTITIES))
                                .withTaken(table.figures().getFirst().address(), true),
                        new UUID(9, 9),
                        Instant.EPOCH);
        assertTrue(
                after.findIndicator(ENTITIES)
                        .orElseThrow()
                        .displayedObservation(Period.ofHalfYear(2023, 1))
                        .isPresent());
        assertEquals(List.of(), after.aliases());
        assertEquals(
                2,
                review(
                                ReviewDecisions.NONE.withAddedName(""),
                                actual("", "户", Period.ofHalfYear(2023, 1), "1"))
                        .plan()
                        .indicators()
                        .size());
    }

    @Test
    void totalsStandForTheWhole() {
        assertEquals(
                FigureProposal.ProposalStatus.SAME,
                one(figure("全市市场主体数", "合 计", "户", FigureRole.ACTUAL, Period.ofYear(2022), "273104"))
                        .status());
    }

    @Test
    void unknownNamesBecomeIndicatorsIfTheOfficerSays() {
        ReadFigure figure = actual("长江质量奖", "项", Period.ofYear(2022), "3");
        Plan after = review(ReviewDecisions.NONE.withAddedName("长江质量奖"), figure).applyToPlan();
        assertEquals(3, after.indicators().size());
        assertEquals("项", after.indicators().getLast().unit());
        assertEquals(1, after.indicators().getLast().observations().size());
    }

    @Test
    void aNameTheOfficerToldIsBelieved() {
        ReadFigure figure = actual("登记主体", "户", Period.ofHalfYear(2023, 1), "285000");
        ImportReview review =
                review(
                        ReviewDecisions.NONE.withIndicatorForName("登记主体", Optional.of(ENTITIES)),
                        figure);
        assertEquals(FigureProposal.ProposalStatus.NEW, review.proposals().getFirst().status());
    }

    @Test
    void typedIsTakenInPlaceOfWhatWasRead() {
        ReadFigure figure = actual("全市市场主体数", "户", Period.ofHalfYear(2023, 1), "28.5");
        ImportReview review =
                review(ReviewDecisions.NONE.withTyped(figure.address(), "28.5万"), figure);
        assertTrue(review.proposals().getFirst().taken());
        assertEquals(
                0,
                new BigDecimal("285000")
                        .compareTo(
                                review.applyToPlan()
                                        .findIndicator(ENTITIES)
                                        .orElseThrow()
                                        .displayedObservation(Period.ofHalfYear(2023, 1))
                                        .orElseThrow()
                                        .reading()
                                        .findAmount()
                                        .orElseThrow()));
    }

    @Test
    void nothingWhereAValueStandsIsNotTakenUnasked() {
        ReadFigure missing =
                new ReadFigure(
                        new CellAddress("a.xlsx", "", "C9"),
                        "全市市场主体数",
                        "",
                        "户",
                        "",
                        FigureRole.ACTUAL,
                        Optional.of(Period.ofYear(2022)),
                        Optional.of(Reading.missing(MissingReason.NOT_CARRIED_OUT)),
                        Status.ACTUAL,
                        Optional.empty(),
                        Optional.empty(),
                        "未开展",
                        BigDecimal.ONE);
        assertEquals(List.of(ReviewIssue.Kind.VALUE_LOST), doubts(one(missing)));
    }

    private ImportReview pasted(Plan into, String text) throws Problem {
        return ImportReview.createReview(
                into,
                List.of(
                        FileReading.readBlocks(
                                DocumentReader.readPastedText(text), "a.xlsx", Map.of())),
                Map.of("a.xlsx", FILED),
                Map.of(),
                ReviewDecisions.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"无", "没有", "未发生", "零起"})
    void thatNothingHappenedIsZeroOfAccidentsAndNothingOfAnythingElse(String none) throws Problem {
        Plan with =
                plan.withIndicator(
                        Indicator.createNamed(new UUID(7, 3), new UUID(6, 1), "重特大安全事故")
                                .withChanges(
                                        d -> {
                                            d.unit = "起";
                                            d.kind = IndicatorKind.ZERO;
                                        }));
        ImportReview review =
                pasted(
                        with,
                        "指标\t单位\t2022年\t2023年\n重特大安全事故\t起\t"
                                + none
                                + "\t0\n抽检合格率\t%\t98\t"
                                + (none.equals("零起") ? "无" : none)
                                + "\n");
        Plan after = review.applyToPlan();
        assertEquals(
                "0",
                after.findIndicator(new UUID(7, 3))
                        .orElseThrow()
                        .displayedObservation(Period.ofYear(2022))
                        .orElseThrow()
                        .reading()
                        .findAmount()
                        .orElseThrow()
                        .toPlainString());
        assertEquals(
                Optional.empty(),
                after.findIndicator(RATE)
                        .orElseThrow()
                        .displayedObservation(Period.ofYear(2023))
                        .flatMap(o -> o.reading().findAmount()));
        assertTrue(
                after.findIndicator(RATE)
                        .orElseThrow()
                        .displayedObservation(Period.ofYear(2022))
                        .isPresent());
    }

    @Test
    void aMidTermTargetIsNeitherYearlyNorFinal() throws Problem {
        Plan after =
                pasted(plan, "“十四五”主要指标\n指标\t单位\t2023年中期目标\t2025年目标\n抽检合格率\t%\t98.5\t99\n")
                        .applyToPlan();
        Course course = after.findIndicator(RATE).orElseThrow().course();
        assertEquals(LocalDate.of(2023, 6, 30), course.midTermTarget().orElseThrow().day());
        assertEquals(
                "98.5 99",
                course.midTermTarget().orElseThrow().amount()
                        + " "
                        + course.finalTarget().orElseThrow().amount());
    }

    @Test
    void aMidTermTargetGoesWhereOneStands() throws Problem {
        LocalDate day = LocalDate.of(2022, 12, 31);
        Plan had =
                plan.withIndicator(
                        plan.findIndicator(RATE)
                                .orElseThrow()
                                .withChanges(
                                        d ->
                                                d.course =
                                                        Course.of(
                                                                Milestone.target(
                                                                        Milestone.Role.MID_TERM,
                                                                        day,
                                                                        new BigDecimal("98"),
                                                                        Direction.HIGHER))));
        ImportReview review = pasted(had, "“十四五”主要指标\n指标\t单位\t中期目标\n抽检合格率\t%\t98\n");
        assertEquals(
                List.of(FigureProposal.ProposalStatus.SAME),
                review.proposals().stream().map(FigureProposal::status).toList());
        assertEquals(
                Map.of("role", "target", "period", "2023H1"),
                columns(review.proposals().getFirst().figure()));
    }

    private static Map<String, String> columns(ReadFigure figure) {
        return Map.of(
                "role",
                FigureColumns.columnsForFigure(figure).get("role"),
                "period",
                FigureColumns.columnsForFigure(figure).get("period"));
    }

    @Test
    void verdictsAndRatesAreOfNoUse() {
        assertEquals(
                FigureProposal.ProposalStatus.UNUSED,
                one(figure(
                                "全市市场主体数",
                                "",
                                "%",
                                FigureRole.ATTAINMENT,
                                Period.ofYear(2022),
                                "112.46"))
                        .status());
    }

    /**
     * As it comes from a table of any kind: the word, and no number. For any other kind it stays a
     * word.
     */
    @Test
    void aMilestoneIsDoneInWords() {
        ReadFigure word =
                new ReadFigure(
                        new CellAddress("a.xlsx", "表1", "C9"),
                        "全市市场主体数",
                        "",
                        "",
                        "",
                        FigureRole.ACTUAL,
                        Optional.of(Period.ofHalfYear(2023, 1)),
                        Optional.empty(),
                        Status.ACTUAL,
                        Optional.empty(),
                        Optional.empty(),
                        "已建成",
                        BigDecimal.ONE);
        assertEquals(FigureProposal.ProposalStatus.UNREADABLE, one(word).status());
        Plan milestone =
                plan.withChangedIndicator(
                        ENTITIES,
                        i ->
                                i.withKind(IndicatorKind.MILESTONE)
                                        .withChanges(
                                                d -> {
                                                    d.course = Course.EMPTY;
                                                    d.observations = List.of();
                                                }));
        TableReading table = new TableReading("a.xlsx", null, null, List.of(word), List.of());
        Plan after =
                ImportReview.createReview(
                                milestone,
                                List.of(
                                        new FileReading(
                                                "a.xlsx",
                                                List.of(table),
                                                List.of(),
                                                ReturnedForms.NONE)),
                                Map.of("a.xlsx", FILED),
                                Map.of(),
                                ReviewDecisions.NONE)
                        .applyToPlan();
        assertEquals(
                Optional.of(BigDecimal.ONE),
                after.findIndicator(ENTITIES)
                        .orElseThrow()
                        .displayedObservation(Period.ofHalfYear(2023, 1))
                        .flatMap(o -> o.reading().findAmount()));
    }
}
