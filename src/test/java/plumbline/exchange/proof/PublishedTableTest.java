package plumbline.exchange.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.base.Problem;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.notation.HeaderLexicon;
import plumbline.exchange.notation.PlanYears;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Property;
import plumbline.plan.Status;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.proofreading.Claim;
import plumbline.proofreading.Headline;
import plumbline.proofreading.PrintedCell;
import plumbline.proofreading.PrintedColumnRole;
import plumbline.proofreading.PrintedColumnRole.AggregateMeaning;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;
import plumbline.proofreading.PrintedNote;
import plumbline.proofreading.PrintedTable;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** How a table is understood: its heads, its notes, the text around it. */
class PublishedTableTest {

    private static PublishedTable table(String text) throws Problem {
        return PublishedTableFinder.findIn(DocumentReader.readPastedText(text));
    }

    private static TableProof proof(String text) throws Problem {
        return TableProof.fromBlocks(
                DocumentReader.readPastedText(text), Optional.empty(), "附表.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "序号,NUMBER",
        "主要指标,NAME",
        "指标名称,NAME",
        "计量单位,UNIT",
        "“十三五”末,BASELINE",
        "基期（2020年）,BASELINE",
        "目标,TARGET",
        "2025年目标值,TARGET",
        "规划目标完成率（%）,ATTAINMENT",
        "完成 程度,ATTAINMENT",
        "完成进度,PROGRESS",
        "评估结果,VERDICT",
        "进度评价,VERDICT",
        "指标属性,PROPERTY",
        "指标类别,GROUP",
        "中期目标,MID_TERM",
        "时间进度,OTHER",
        "牵头单位,OTHER",
        "备注,OTHER",
        "Attainment,ATTAINMENT"
    })
    void aHeadTellsWhatItsColumnHolds(String head, PlainColumn role) {
        assertEquals(
                role,
                HeaderLexicon.columnRoles(List.of(head), Optional.of(new PlanYears(2021, 2025)))
                        .getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "2022年,2022",
        "2022年实际值,2022",
        "2023年上半年,2023H1",
        "2023年1-6月,2023H1",
        "截至2023年6月底,2023H1",
        "2023年一季度,2023Q1",
        "2023年前三季度,2023-01..2023-09",
        "2023年5月,2023-05",
        "H1 2023,2023H1",
        "2021,2021"
    })
    void aHeadNamesItsPeriod(String head, String period) {
        assertEquals(
                new PrintedColumnRole.ActualColumn(Period.parse(period)),
                HeaderLexicon.columnRoles(List.of(head), Optional.of(new PlanYears(2021, 2025)))
                        .getFirst());
    }

    @Test
    void yearsBeforeAndAtTheEndOfThePlanAreBaselineAndTarget() {
        List<PrintedColumnRole> roles =
                HeaderLexicon.columnRoles(
                        List.of("指标", "2020年", "2021年", "2022年目标", "2025年"),
                        Optional.of(new PlanYears(2021, 2025)));
        assertEquals(
                List.of(
                        PlainColumn.NAME,
                        PlainColumn.BASELINE,
                        new PrintedColumnRole.ActualColumn(Period.ofYear(2021)),
                        new PrintedColumnRole.YearlyTargetColumn(2022),
                        PlainColumn.TARGET),
                roles);
    }

    @Test
    void oneFigureForSeveralYearsIsMeanOrTotal() {
        Period both = new Period(YearMonth.of(2021, 1), YearMonth.of(2022, 12));
        List<PrintedColumnRole> roles =
                HeaderLexicon.columnRoles(
                        List.of("2021-2022年均或累计", "年均", "累计完成"), Optional.empty());
        assertEquals(
                List.of(
                        new PrintedColumnRole.AggregateColumn(
                                Optional.of(both), AggregateMeaning.EITHER),
                        new PrintedColumnRole.AggregateColumn(
                                Optional.empty(), AggregateMeaning.MEAN),
                        new PrintedColumnRole.AggregateColumn(
                                Optional.empty(), AggregateMeaning.TOTAL)),
                roles);
    }

    @Test
    void headsOverHeadsAreOneHead() throws Problem {
        PublishedTable table =
                table(
                        "<table><tr><th rowspan=2>指标<th rowspan=2>2020年<th rowspan=2>目标<th colspan=2>实际</tr><tr><th>2021年<th>2022年</tr>"
                                + "<tr><td colspan=5>一、经济类</tr><tr><td>甲<td>1<td>5<td>2<td>3</tr></table>");
        assertEquals(List.of("指标", "2020年", "目标", "实际2021年", "实际2022年"), table.heads());
        assertEquals(1, table.publishedRows().size());
        assertEquals("经济类", table.publishedRows().getFirst().group());
    }

    @Test
    void titleAndNotesStandAboveAndBelow() throws Problem {
        PublishedTable table =
                table("一句话。\n附表1：某市“十四五”规划主要指标完成情况\n指标\t2020年\t目标\n甲\t1\t2\n注：1.完成率=实际值/目标值。");
        assertEquals("某市“十四五”规划主要指标完成情况", table.title());
        assertTrue(table.notes().startsWith("注：1."), table.notes());
        assertEquals(new PlanYears(2021, 2025), table.years());
    }

    @Test
    void aColumnIsWhatItsFormulaSays() throws Problem {
        assertTrue(
                table("指标\t基期\t目标\t2022年\t完成率\n甲\t1\t2\t3\t5\n注：完成率=（实际值-基期值）/（目标值-基期值）")
                        .roles()
                        .contains(PlainColumn.PROGRESS));
        assertTrue(
                table("指标\t基期\t目标\t2022年\t完成进度\n甲\t1\t2\t3\t5\n注：完成进度=实际值÷目标值×100%")
                        .roles()
                        .contains(PlainColumn.ATTAINMENT));
    }

    @Test
    void withoutATableOfIndicatorsThereIsAProblem() {
        assertEquals(
                "problem.table.none",
                assertThrows(Problem.class, () -> table("姓名\t电话\n张\t123")).messageKey());
        assertEquals(
                "problem.table.none", assertThrows(Problem.class, () -> table("")).messageKey());
    }

    @Test
    void ofTwoTablesTheOneThatTellsMoreIsTaken() throws Problem {
        PublishedTable table =
                table(
                        "<p><table><tr><td>指标<td>目标<td>单位</tr><tr><td>甲<td>1<td>个</tr></table><p>"
                                + "<table><tr><td>指标<td>基期<td>目标<td>2022年</tr><tr><td>乙<td>1<td>2<td>3</tr></table>");
        assertEquals("乙", table.publishedRows().getFirst().cells().getFirst().shownText());
    }

    private static PrintedNote note(String notes) {
        return new NoteReader(notes, new PlanYears(2021, 2025)).readNote();
    }

    @Test
    void theNoteLaysDownTheRuleAndTheYear() {
        PrintedNote note =
                note("以2022年数据计算；分为：提前完成（>100%），快于进度（>40%），符合进度（等于40%），基本符合（接近40%），慢于进度（<40%）");
        assertEquals(Optional.of(Period.ofYear(2022)), note.judgedPeriod());
        assertEquals(Set.of(Verdict.NEARLY), note.classesOfOpenWidth());
        VerdictRule rule = note.rule().orElseThrow();
        assertEquals(
                List.of("提前完成", "快于进度", "符合进度", "基本符合", "慢于进度"),
                rule.bands().stream().map(VerdictRule.Band::label).toList());
        BigDecimal half = new BigDecimal("0.5");
        assertEquals(
                Verdict.FASTER,
                rule.bandFor(new BigDecimal("0.51"), half).verdict(),
                "the 40 % are the time gone, and move with it");
        assertEquals(Verdict.ON_COURSE, rule.bandFor(half, half).verdict());
    }

    @Test
    void otherClassesAndOtherSigns() {
        VerdictRule rule =
                note("评价按完成程度分四档：提前实现(100%以上)、快于预期(≥90%)、基本符合预期(80%-90%)、滞后(<80%)")
                        .rule()
                        .orElseThrow();
        assertEquals(VerdictRule.Basis.ATTAINMENT, rule.basis());
        assertEquals(
                List.of(Verdict.AHEAD, Verdict.FASTER, Verdict.NEARLY, Verdict.BEHIND),
                rule.bands().stream().map(VerdictRule.Band::verdict).toList());
        assertEquals("基本符合预期", rule.bandFor(new BigDecimal("0.8"), BigDecimal.ZERO).label());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"分为提前完成（>100%）一类", "提前完成（>40%），符合进度（>60%），慢于进度（<40%）", "没有说到类别"})
    void classesThatOverlapOrLeaveGapsAreNoRule(String notes) {
        assertEquals(Optional.empty(), note(notes).rule());
    }

    private static final String HEAD = "指标\t2020年\t目标\t2021年\t2022年\t2023年上半年\n";
    private static final String ROWS =
            "甲产品产量（万件）\t10\t20\t12\t14.26\t16\n每万人口床位（张）\t50\t60\t52\t55\t56\n乙合格率（%）\t98\t98\t99\t99.5\t99\n";

    private static List<Claim> claims(String sentence) throws Problem {
        return proof(sentence + "\n" + HEAD + ROWS).table().claims();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "甲产品产量2022年达到14.3万件 | 14.3",
                "2022年甲产品产量达到14.26万件 | 14.26",
                "2022年,甲产品产量为142600件 | 14.2600",
                "2021-2022年甲产品产量累计达到26万件 | 26",
                "已完成甲产品产量20万件的目标 | 20",
                "乙合格率2022年为99.5% | 99.5"
            })
    void anAmountIsReadInTheUnitOfItsRow(String sentence, BigDecimal amount) throws Problem {
        List<Claim> claims = claims(sentence);
        assertEquals(1, claims.size(), claims::toString);
        assertEquals(amount, ((Claim.AmountClaim) claims.getFirst()).amount());
    }

    @ParameterizedTest
    @CsvSource({
        "2022年甲产品产量增长5万件",
        "甲产品产量2022年近14万件",
        "甲产品产量2022年14万余件",
        "甲产品产量居全省第3位",
        "甲产品产量2022年中小企业达到3万件",
        "全省甲产品产量2022年达到99万件",
        "甲产品产量、乙合格率2022年分别为14万件、99%",
        "甲产品产量2022年涉及3个县",
        "产量2022年达到88万件",
        "乙合格率比2022年提高2.1个百分点",
        "甲产品产量2022年稳步增长,丙产品达到7万件"
    })
    void whatIsNotSaidOfTheRowIsLeftAlone(String sentence) throws Problem {
        assertEquals(List.of(), claims(sentence));
    }

    @Test
    void anAmountWithoutAYearNamesNone() throws Problem {
        assertEquals(
                new Claim.UndatedSubject(Optional.empty()),
                ((Claim.AmountClaim) claims("甲产品产量达到14万件").getFirst()).subject());
    }

    @Test
    void aForecastIsOne() throws Problem {
        Claim.ForecastClaim forecast =
                (Claim.ForecastClaim) claims("甲产品产量预计2023年上半年达到16万件").getFirst();
        assertEquals(Period.ofHalfYear(2023, 1), forecast.period());
        assertEquals(new BigDecimal("16"), forecast.amount());
    }

    @Test
    void anotherUnitAndAnotherScaleAreSeen() throws Problem {
        assertEquals(
                "万台", ((Claim.OtherUnitClaim) claims("甲产品产量2022年达到14.26万台").getFirst()).unit());
        Claim.OtherScaleClaim scale = (Claim.OtherScaleClaim) claims("每千人口床位达到较高水平").getFirst();
        assertEquals("每万 每千", scale.scaleInTable() + " " + scale.scaleInText());
    }

    private static Headline headline(String sentence) throws Problem {
        return proof(sentence + "\n" + HEAD + ROWS).table().headlines().getLast();
    }

    @Test
    void countsAreRead() throws Problem {
        Headline one = headline("规划的13项主要指标中，有10项提前完成或达到中期进度要求，占76.9%。");
        assertEquals(
                new Headline(
                        13,
                        OptionalInt.empty(),
                        10,
                        10,
                        Set.of(Verdict.AHEAD, Verdict.FASTER, Verdict.ON_COURSE),
                        Optional.of(new BigDecimal("76.9")),
                        one.quote()),
                one);
        Headline second = headline("6项指标中,3项提前完成,2项符合进度,占83.3%");
        assertEquals(
                new Headline(
                        6,
                        OptionalInt.empty(),
                        2,
                        5,
                        Set.of(Verdict.ON_COURSE),
                        Optional.of(new BigDecimal("83.3")),
                        second.quote()),
                second);
        Headline third = headline("规划共设指标13项，已评价11项，其中符合进度的5项，占45.5%；未评价2项");
        assertEquals(
                new Headline(
                        13,
                        OptionalInt.of(11),
                        5,
                        5,
                        Set.of(Verdict.ON_COURSE),
                        Optional.of(new BigDecimal("45.5")),
                        third.quote()),
                third);
    }

    @Test
    void aPlanIsMadeOfTheTable() throws Problem {
        Plan plan =
                proof(
                                "《某市“十四五”规划》评估\n1.生产类指标1号、2号)快。甲产品产量预计2023年上半年达到16万件。\n某市“十四五”规划主要指标\n序号\t"
                                        + HEAD.strip()
                                        + "\t属性\n"
                                        + "1\t甲产品产量（万件）\t10\t20\t12\t14.26\t16\t约束性\n2\t每万人口床位（张）\t60\t50\t52\t55\t56\t预期性\n3\t乙合格率（%）\t98\t98\t99\t99.5\t99\t预期性\n")
                        .plan();
        assertEquals("某市“十四五”规划", plan.title());
        assertEquals(List.of("生产类", "指标"), plan.groups().stream().map(g -> g.name()).toList());
        assertEquals(
                List.of(IndicatorKind.STOCK, IndicatorKind.STOCK, IndicatorKind.HOLD),
                plan.indicators().stream().map(i -> i.kind()).toList());
        assertEquals(Property.BINDING, plan.indicators().getFirst().property());
        assertEquals(
                "≤",
                plumbline.words.Wording.relationSign(
                        plan.indicators().get(1).course().finalTarget().orElseThrow().relation()));
        assertEquals(
                List.of(Status.ACTUAL, Status.ACTUAL, Status.FORECAST),
                plan.indicators().getFirst().observations().stream().map(o -> o.status()).toList());
        assertEquals(
                "附表.txt · E5",
                plan.indicators().getFirst().observations().getFirst().source().document()
                        + " · "
                        + plan.indicators().getFirst().observations().getFirst().source().place());
    }

    @Test
    void aTextInANumbersPlaceIsNotTakenForOne() throws Problem {
        PrintedTable table = proof(HEAD + "甲\t1\t2\t3\t详见附件2\t——\n").table();
        assertEquals(
                List.of(PrintedCell.UnreadablePrint.class, PrintedCell.PrintedBlank.class),
                table.rows().getFirst().cells().subList(4, 6).stream()
                        .map(c -> c.content().getClass())
                        .toList());
    }
}
