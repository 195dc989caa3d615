package plumbline.screen.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import plumbline.desk.ScreenPlace;
import plumbline.plan.Countermeasure;
import plumbline.plan.Issue;
import plumbline.plan.Plan;
import plumbline.plan.Snapshot;
import plumbline.plan.Verdict;
import plumbline.screen.TestDesk;
import plumbline.screen.parts.field.QuantityText;
import plumbline.screen.problems.IssueViewModel.LinkChoice;
import plumbline.screen.problems.IssueViewModel.LinkKind;
import plumbline.screen.problems.ProblemsViewModel.ProblemFilter;
import plumbline.screen.problems.ProblemsViewModel.ProblemRow;
import plumbline.screen.problems.ProblemsViewModel.ProblemSelection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Problems with their countermeasures: what is shown, how it is arranged and changed. In the sample
 * c1 answers f1 and f2, c2 and c3 answer f3.
 */
class ProblemsViewModelTest {
    private TestDesk office = TestDesk.suizhou();
    private ProblemsViewModel model =
            new ProblemsViewModel(office.desk, office.dialogs, office.words);

    private void sit(TestDesk next) {
        office = next;
        model = new ProblemsViewModel(office.desk, office.dialogs, office.words);
    }

    private static UUID id(String name) {
        return TestDesk.id(name);
    }

    private Issue concern(String name) {
        return office.plan().findIssue(id(name)).orElseThrow();
    }

    private Countermeasure measure(String name) {
        return (Countermeasure) concern(name);
    }

    /**
     * The lines as {@code f1 .c1}: a dot before each measure under a problem. Of new ones the
     * title.
     */
    private String shown() {
        List<String> names = List.of("f1", "f2", "f3", "f4", "f5", "c1", "c2", "c3", "c4", "c5");
        return String.join(
                " ",
                model.treeRows().rowsProperty().get().stream()
                        .map(
                                r ->
                                        (r.findingId().isPresent() ? "." : "")
                                                + names.stream()
                                                        .filter(n -> id(n).equals(r.id()))
                                                        .findFirst()
                                                        .orElse(r.issue().title()))
                        .toList());
    }

    /** The first line of a problem or a measure. */
    private ProblemRow row(String name) {
        return model.treeRows().rowsProperty().get().stream()
                .filter(r -> r.id().equals(id(name)))
                .findFirst()
                .orElseThrow();
    }

    private ProblemRow row(String problem, String measure) {
        return model.treeRows().rowsProperty().get().stream()
                .filter(
                        r ->
                                r.id().equals(id(measure))
                                        && r.findingId().equals(Optional.of(id(problem))))
                .findFirst()
                .orElseThrow();
    }

    private void look(ProblemSelection show) {
        model.treeRows().filterProperty().set(new ProblemFilter(show, Optional.empty(), ""));
    }

    private void find(String text) {
        model.treeRows()
                .filterProperty()
                .set(new ProblemFilter(ProblemSelection.ALL, Optional.empty(), text));
    }

    // what is shown

    @Test
    void aMeasureStandsUnderEveryProblemItAnswers() {
        assertEquals("f1 .c1 f2 .c1 f3 .c2 .c3 f4 .c4 f5 .c5", shown());
    }

    @Test
    void aMeasureThatAnswersNoneComesLast() {
        model.issueModel().toggleLink(id("c2"), LinkKind.PROBLEM, id("f3"));
        assertEquals("f1 .c1 f2 .c1 f3 .c3 f4 .c4 f5 .c5 c2", shown());
    }

    @Test
    void aMeasureOfAProblemThatIsNotThereIsNotLost() {
        sit(TestDesk.with(TestDesk.sample().withChanges(d -> d.findings = List.of())));
        assertEquals("c1 c2 c3 c4 c5", shown());
    }

    @Test
    void aLineTellsItsIndicatorsAndTheWorstOfThem() {
        assertEquals(
                List.of("5、10–11", Optional.of(Verdict.BEHIND), "慢于进度"),
                List.of(row("f4").linkedNumbers(), row("f4").worstVerdict(), row("f4").verdict()));
        assertEquals(
                List.of("", Optional.empty(), ""),
                List.of(row("f5").linkedNumbers(), row("f5").worstVerdict(), row("f5").verdict()));
    }

    @Test
    void aProblemWithoutAMeasureSaysSo() {
        assertEquals(List.of("", false), List.of(row("f3").charge(), row("f3").needsAttention()));
        model.setFolded(row("f3"), true);
        assertEquals(
                List.of("对策 2 条", false), List.of(row("f3").charge(), row("f3").needsAttention()));
        model.deleteRow(row("c5"));
        assertEquals(
                List.of("尚无对策", true), List.of(row("f5").charge(), row("f5").needsAttention()));
    }

    @ParameterizedTest
    @CsvSource({"2022-12-31, 2022年12月31日 · 注册科, false", "2022-12-30, 2022年12月30日已过 · 注册科, true"})
    void aMeasureSaysItsDayAndThatItHasPassed(LocalDate due, String charge, boolean wanting) {
        model.issueModel().setDueDay(id("c2"), Optional.of(due));
        model.issueModel().setLead(id("c2"), "注册科");
        assertEquals(
                List.of(charge, wanting), List.of(row("c2").charge(), row("c2").needsAttention()));
    }

    @Test
    void whatIsOpenIsShown() {
        model.deleteRow(row("c5"));
        look(ProblemSelection.OPEN);
        assertEquals("f5", shown());
    }

    @Test
    void aMeasureWhoseDayHasPassedIsShownWithItsProblems() {
        model.issueModel().setDueDay(id("c1"), Optional.of(LocalDate.of(2022, 6, 30)));
        look(ProblemSelection.PAST);
        assertEquals("f1 .c1 f2 .c1", shown());
    }

    @Test
    void whatIsAboutAnIndicatorThatIsBehindIsShown() {
        look(ProblemSelection.BEHIND);
        assertEquals("f4 .c4", shown());
    }

    @Test
    void whatNamesAnIndicatorIsShown() {
        model.treeRows()
                .filterProperty()
                .set(new ProblemFilter(ProblemSelection.ALL, Optional.of(id("i2")), ""));
        assertEquals("f1 .c1 f2 .c1", shown());
        model.treeRows()
                .filterProperty()
                .set(new ProblemFilter(ProblemSelection.ALL, Optional.of(id("i5")), ""));
        assertEquals("f4 .c4", shown());
    }

    @Test
    void aTextIsFoundInTitlesAndTexts() {
        find(" 三品一特 ");
        assertEquals("f3 .c3", shown());
        find("个体工商户占比");
        assertEquals("f1 .c1", shown());
        find("没有这个");
        assertEquals("", shown());
    }

    @Test
    void foldingHidesTheMeasuresUnlessAFilterLooksForThem() {
        model.setFolded(row("f3"), true);
        assertEquals("f1 .c1 f2 .c1 f3 f4 .c4 f5 .c5", shown());
        find("三品一特");
        assertEquals("f3 .c3", shown());
    }

    @Test
    void whoFoldsAProblemLooksAtIt() {
        model.treeRows().selectedProperty().set(Optional.of(id("c3")));
        model.setFolded(row("f3"), true);
        assertEquals(Optional.of(id("f3")), model.treeRows().selectedProperty().get());
    }

    @Test
    void whatIsGoneToIsShownWhateverIsFoldedOrAskedFor() {
        model.setFolded(row("f3"), true);
        model.treeRows().selectedProperty().set(Optional.of(id("c3")));
        assertEquals("f1 .c1 f2 .c1 f3 .c2 .c3 f4 .c4 f5 .c5", shown());
        find("个体工商户占比");
        model.treeRows().selectedProperty().set(Optional.of(id("f5")));
        assertEquals("f1 .c1 f5 .c5", shown());
    }

    @Test
    void aFilterForAnIndicatorThatGoesIsGivenUp() {
        model.treeRows()
                .filterProperty()
                .set(new ProblemFilter(ProblemSelection.BEHIND, Optional.of(id("i5")), ""));
        office.desk.openPlan(
                TestDesk.sample().withoutIndicator(office.indicator("i5")), TestDesk.END_2022);
        assertEquals(
                new ProblemFilter(ProblemSelection.BEHIND, Optional.empty(), ""),
                model.treeRows().filterProperty().get());
        assertEquals("f4 .c4", shown());
    }

    // arranging

    @Test
    void aNewProblemStandsAfterTheOneThatIsLookedAt() {
        UUID added = model.addFinding(Optional.of(row("f2", "c1")));
        assertEquals("f1 .c1 f2 .c1 新问题 f3 .c2 .c3 f4 .c4 f5 .c5", shown());
        assertEquals(Optional.of(added), model.treeRows().selectedProperty().get());
        office.desk.undo();
        assertEquals(TestDesk.sample(), office.plan());
    }

    @Test
    void theFirstProblemOfAPlan() {
        sit(TestDesk.empty());
        model.addFinding(Optional.empty());
        assertEquals("新问题", shown());
    }

    @Test
    void aNewProblemIsAboutTheIndicatorThatIsAskedFor() {
        model.treeRows()
                .filterProperty()
                .set(new ProblemFilter(ProblemSelection.ALL, Optional.of(id("i5")), ""));
        UUID added = model.addFinding(Optional.empty());
        assertEquals(
                List.of(id("i5")), office.plan().findIssue(added).orElseThrow().indicatorIds());
    }

    @Test
    void whatIsNewStaysWhateverTheFilterAsksUntilItIsChosenAnew() {
        find("三品一特");
        model.addFinding(Optional.of(row("f3")));
        assertEquals("f3 .c3 新问题", shown());
        find("三品");
        assertEquals("f3 .c3", shown());
    }

    @Test
    void aNewMeasureAnswersTheProblemThatIsLookedAt() {
        model.setFolded(row("f3"), true);
        UUID added = model.addCountermeasure(Optional.of(row("f3")));
        assertEquals("f1 .c1 f2 .c1 f3 .c2 .c3 .新对策 f4 .c4 f5 .c5", shown());
        assertEquals(Optional.of(added), model.treeRows().selectedProperty().get());
    }

    @Test
    void aNewMeasureStandsAfterTheOneThatIsLookedAt() {
        model.addCountermeasure(Optional.of(row("f3", "c2")));
        assertEquals("f1 .c1 f2 .c1 f3 .c2 .新对策 .c3 f4 .c4 f5 .c5", shown());
    }

    @Test
    void aMeasureMayAnswerNone() {
        model.addCountermeasure(Optional.empty());
        assertTrue(shown().endsWith("f5 .c5 新对策"));
    }

    @Test
    void aProblemMovesWithItsMeasures() {
        model.moveRow(row("f3"), -1);
        assertEquals("f1 .c1 f3 .c2 .c3 f2 .c1 f4 .c4 f5 .c5", shown());
        model.moveRow(row("f3"), 1);
        assertEquals(TestDesk.sample(), office.plan());
    }

    @Test
    void aMeasureMovesAmongThoseOfItsProblem() {
        model.moveRow(row("c3"), -1);
        assertEquals("f1 .c1 f2 .c1 f3 .c3 .c2 f4 .c4 f5 .c5", shown());
    }

    @ParameterizedTest
    @CsvSource({"f1, -1", "f5, 1", "c2, -1", "c3, 1"})
    void theFirstAndTheLastStay(String name, int by) {
        model.moveRow(row(name), by);
        assertEquals(Optional.empty(), office.step());
    }

    @Test
    void underAFilterOneMovesPastWhatIsShown() {
        find("不");
        assertEquals("f1 .c1 f2 .c1 f3 .c2 .c3 f5 .c5", shown());
        model.moveRow(row("f5"), -1);
        assertEquals("f1 .c1 f2 .c1 f5 .c5 f3 .c2 .c3", shown());
    }

    @Test
    void aProblemIsDeletedAfterAskingAndItsMeasuresStay() {
        model.deleteRow(row("f3"));
        assertEquals(List.of("删除问题“多方共治尚未成形”？它的对策（2 条）会保留。可以撤销。"), office.dialogs.asked);
        assertEquals("f1 .c1 f2 .c1 f4 .c4 f5 .c5 c2 c3", shown());
        assertEquals(Optional.of(id("f4")), model.treeRows().selectedProperty().get());
        office.desk.undo();
        assertEquals(TestDesk.sample(), office.plan());
    }

    @Test
    void whoSaysNoKeepsIt() {
        office.dialogs.agrees = false;
        model.deleteRow(row("c1"));
        assertEquals(List.of("删除对策“以改革激发经营主体活力”？它针对的问题（2 个）会保留。可以撤销。"), office.dialogs.asked);
        assertEquals(TestDesk.sample(), office.plan());
    }

    @Test
    void whatIsStillEmptyIsDeletedWithoutAsking() {
        model.deleteRow(row(model.addCountermeasure(Optional.of(row("f5")))));
        assertEquals(List.of(), office.dialogs.asked);
        assertEquals(TestDesk.sample(), office.plan());
    }

    private ProblemRow row(UUID id) {
        return model.treeRows().rowsProperty().get().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLastLineIsLookedAtWhenTheLastWasDeleted() {
        model.deleteRow(row("c5"));
        assertEquals(Optional.of(id("f5")), model.treeRows().selectedProperty().get());
    }

    // what is said

    @Test
    void editsHaveNames() {
        model.renameRow(id("f1"), " 结构不优 ");
        assertEquals(
                List.of("结构不优", "改名问题“市场主体结构不优”"),
                List.of(
                        concern("f1").title(),
                        office.desk.nextUndoProperty().get().orElseThrow().nameIn(office.words)));
        model.issueModel().setDescription(id("c2"), "说明\n");
        assertEquals(
                List.of("说明", "修改对策“以监管维护公平竞争”"),
                List.of(
                        concern("c2").description(),
                        office.desk.nextUndoProperty().get().orElseThrow().nameIn(office.words)));
    }

    @Test
    void anEmptyTitleIsNotTaken() {
        model.renameRow(id("f1"), "  ");
        assertEquals(Optional.empty(), office.step());
    }

    @Test
    void aTitleThatIsAnEssayIsToldAndNotTaken() {
        model.renameRow(id("f1"), "长".repeat(1001));
        assertEquals(Optional.empty(), office.step());
        assertEquals(1, office.dialogs.told.size());
    }

    @Test
    void aNewLeadIsMadeADepartmentAndAnEmptyOneTakesItAway() {
        Plan before = office.plan();
        assertEquals(Optional.empty(), model.issueModel().setLead(id("c1"), " 注册科 "));
        assertEquals(
                List.of("注册科", Optional.of("注册科")),
                List.of(row("c1").charge(), model.issueModel().findLeadName(id("c1"))));
        model.issueModel().setLead(id("c1"), "");
        assertEquals(Optional.empty(), measure("c1").leadDepartment());
        office.desk.undo();
        office.desk.undo();
        assertEquals(before, office.plan());
    }

    @Test
    void aLeadThatIsAnEssayIsRefusedWithASentence() {
        assertTrue(model.issueModel().setLead(id("c1"), "长".repeat(501)).isPresent());
        assertEquals(Optional.empty(), office.step());
    }

    @Test
    void aDayIsSetAndTakenAway() {
        model.issueModel().setDueDay(id("c1"), Optional.of(LocalDate.of(2023, 12, 31)));
        assertEquals("2023年12月31日", row("c1").charge());
        model.issueModel().setDueDay(id("c1"), Optional.empty());
        assertEquals("", row("c1").charge());
    }

    @Test
    void whatIsGoneIsNotChanged() {
        UUID gone = UUID.randomUUID();
        model.issueModel().setDescription(gone, "说明");
        model.issueModel().setDueDay(gone, Optional.of(TestDesk.END_2022));
        model.issueModel().toggleLink(gone, LinkKind.TASK, id("t1"));
        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(
                        office.step(),
                        model.issueModel().findDescription(gone),
                        model.issueModel().findLeadName(gone)));
    }

    // quantities

    private Optional<String> take(String value, String before, String period) {
        return model.issueModel()
                .saveQuantity(
                        id("f5"),
                        Optional.empty(),
                        new QuantityText("人均监管主体", value, "户", before, period));
    }

    @Test
    void aQuantityIsKeptAsItIsToldAndTypedAgain() {
        assertEquals(Optional.empty(), take("约120", "95", "2022年"));
        assertEquals(
                "人均监管主体 95 → 约120 户（2022年）",
                model.issueModel().quantityText(concern("f5").quantities().getFirst()));
        assertEquals(
                new QuantityText("人均监管主体", "约120", "户", "95", "2022"),
                model.issueModel().toQuantityText(concern("f5").quantities().getFirst()));
    }

    @Test
    void aQuantityIsChangedInItsPlace() {
        var first = concern("f1").quantities().getFirst();
        QuantityText typed = model.issueModel().toQuantityText(first);
        assertEquals(
                Optional.empty(),
                model.issueModel()
                        .saveQuantity(
                                id("f1"),
                                Optional.of(first),
                                new QuantityText(typed.name(), "80.1", typed.unit(), "82.7", "")));
        assertEquals(
                List.of("个体工商户占市场主体总量比重 82.7 → 80.1 %", "企业占市场主体总量比重 15.5 %"),
                concern("f1").quantities().stream().map(model.issueModel()::quantityText).toList());
    }

    @Test
    void aQuantityIsTakenAway() {
        model.issueModel().removeQuantity(id("f1"), concern("f1").quantities().getFirst());
        assertEquals(
                List.of("企业占市场主体总量比重 15.5 %"),
                concern("f1").quantities().stream().map(model.issueModel()::quantityText).toList());
    }

    @ParameterizedTest
    @CsvSource({"很多,,", "3-5,,", "预计5,,", "5,很多,", "5,,去年"})
    void aRefusedQuantityChangesNothingAndSaysWhy(String value, String before, String period) {
        assertTrue(take(value, plain(before), plain(period)).isPresent());
        assertEquals(Optional.empty(), office.step());
    }

    @Test
    void aQuantityWithoutANameOrAnythingIsRefused() {
        assertTrue(
                model.issueModel()
                        .saveQuantity(id("f5"), Optional.empty(), QuantityText.BLANK)
                        .isPresent());
        assertTrue(
                model.issueModel()
                        .saveQuantity(
                                id("f5"), Optional.empty(), new QuantityText(" ", "5", "户", "", ""))
                        .orElseThrow()
                        .contains("5 户"));
        assertTrue(
                model.issueModel()
                        .saveQuantity(
                                id("f5"),
                                Optional.empty(),
                                new QuantityText("长".repeat(1001), "5", "户", "", ""))
                        .isPresent());
        assertEquals(Optional.empty(), office.step());
    }

    private static String plain(String text) {
        return text == null ? "" : text;
    }

    // links

    private List<String> chosen(String name, LinkKind touch) {
        return model.issueModel().linkChoices(id(name), touch).stream()
                .filter(LinkChoice::isChosen)
                .map(LinkChoice::name)
                .toList();
    }

    @Test
    void linksAreShownInTheirOrder() {
        assertEquals(List.of("市场主体结构不优", "商事制度改革还需深化"), chosen("c1", LinkKind.PROBLEM));
        assertEquals(List.of(office.task("t1").title()), chosen("c1", LinkKind.TASK));
        assertEquals(List.of(), chosen("f1", LinkKind.PROBLEM));
        assertEquals(13, model.issueModel().linkChoices(id("f1"), LinkKind.INDICATOR).size());
        assertEquals(
                Optional.of(Verdict.BEHIND),
                model.issueModel().linkChoices(id("f1"), LinkKind.INDICATOR).get(4).verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "PROBLEM, c2, f5",
        "INDICATOR, f2, i2",
        "INDICATOR, c2, i2",
        "TASK, f2, t3",
        "TASK, c2, t3"
    })
    void aLinkIsMadeAndTakenAway(LinkKind touch, String name, String target) {
        int before = chosen(name, touch).size();
        model.issueModel().toggleLink(id(name), touch, id(target));
        assertEquals(before + 1, chosen(name, touch).size());
        model.issueModel().toggleLink(id(name), touch, id(target));
        assertEquals(TestDesk.sample(), office.plan());
    }

    @Test
    void aLinkLeadsToItsPlace() {
        model.issueModel().openLinked(LinkKind.INDICATOR, id("i5"));
        assertEquals(
                List.of(ScreenPlace.INDICATORS, Optional.of(id("i5"))),
                List.of(
                        office.desk.placeProperty().get(),
                        office.desk.selectedIndicatorProperty().get()));
        model.issueModel().openLinked(LinkKind.TASK, id("t4"));
        assertEquals(
                List.of(ScreenPlace.TASKS, Optional.of(id("t4"))),
                List.of(
                        office.desk.placeProperty().get(),
                        office.desk.selectedTaskProperty().get()));
        model.issueModel().openLinked(LinkKind.PROBLEM, id("f4"));
        assertEquals(Optional.of(id("f4")), model.treeRows().selectedProperty().get());
    }

    // as text, and frozen

    @Test
    void whatIsShownIsCopiedAsLinesAndTabs() {
        model.issueModel().setLead(id("c4"), "质量科");
        model.issueModel().setDueDay(id("c4"), Optional.of(LocalDate.of(2025, 12, 31)));
        model.issueModel().setDescription(id("c4"), "第一行\n第二行");
        model.renameRow(id("f4"), "=质量");
        find("=质量");
        String[] lines = model.copyText().split("\n");
        assertTrue(lines[0].startsWith("'=质量\t问题\t"), lines[0]);
        assertTrue(lines[0].contains("\t5. ") && lines[0].contains("；10. "), lines[0]);
        assertTrue(
                lines[1].startsWith("  系统建设质量品牌高地\t对策\t第一行 第二行\t3. ")
                        && lines[1].endsWith("\t质量科\t2025年12月31日"),
                lines[1]);
        assertEquals(2, lines.length);
    }

    @Test
    void underASnapshotNothingIsChangedOrAsked() {
        Plan before = office.plan();
        office.desk.showSnapshot(
                new Snapshot(
                        new UUID(7, 7),
                        "定稿",
                        TestDesk.END_2022,
                        TestDesk.CLOCK.instant(),
                        "",
                        before));
        model.addFinding(Optional.empty());
        model.deleteRow(row("f1"));
        model.renameRow(id("f1"), "x");
        assertEquals(
                List.of(before, List.of(), "f1 .c1 f2 .c1 f3 .c2 .c3 f4 .c4 f5 .c5", 3),
                List.of(
                        office.plan(),
                        office.dialogs.asked,
                        shown(),
                        office.dialogs.failures.size()));
        assertFalse(model.treeRows().frozenProperty().get().isEmpty());
    }
}
