package plumbline.exchange.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import plumbline.base.Problem;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.notation.PlanYears;
import plumbline.plan.Verdict;
import plumbline.plan.VerdictRule;
import plumbline.plan.VerdictRule.Anchor;
import plumbline.plan.VerdictRule.Band;
import plumbline.proofreading.PrintedNote;
import plumbline.proofreading.UncheckedReason;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways in which notes under a table tell of their classes. 2022 is 40 % of 2021 to 2025. */
class RuleSentenceReaderTest {
    private static final String FIVE = "AHEAD >1, FASTER >T, ON_COURSE ≥T, NEARLY ≥T-0.05, BEHIND";

    private static PrintedNote note(String notes) {
        return new NoteReader("注：以2022年数据计算。" + notes, new PlanYears(2021, 2025)).readNote();
    }

    private static String written(VerdictRule rule) {
        return rule.bands().stream()
                .map(RuleSentenceReaderTest::written)
                .collect(Collectors.joining(", "));
    }

    private static String written(Band band) {
        return band.verdict()
                + band.lowerBound()
                        .map(
                                b ->
                                        (b.inclusive() ? " ≥" : " >")
                                                + (b.anchor() == Anchor.ZERO
                                                        ? b.offset().toPlainString()
                                                        : "T"
                                                                + (b.offset().signum() == 0
                                                                        ? ""
                                                                        : (b.offset().signum() > 0
                                                                                        ? "+"
                                                                                        : "")
                                                                                + b.offset()
                                                                                        .toPlainString())))
                        .orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The condition first.
                "完成进度大于100%的为‘提前完成’，大于时间进度40%的为‘快于进度’，等于40%的为‘符合进度’，接近40%的为‘基本符合’，小于40%的为‘慢于进度’。 | PROGRESS | "
                        + FIVE,
                "完成进度大于100%的为“提前完成”，大于时间进度40%的为“快于进度”，等于或接近40%的为“符合进度”，低于的不评。小于40%的为“慢于进度”。 | PROGRESS | AHEAD >1, FASTER >T, ON_COURSE ≥T-0.05, BEHIND",
                "＞100%为提前完成；40%—100%为快于进度；35%—40%为基本符合；＜35%为慢于进度。 | PROGRESS | AHEAD >1, FASTER ≥T, NEARLY ≥T-0.05, BEHIND",
                "完成进度在100%以上（含100%）的评为提前完成，40%（含）至100%的评为快于进度，低于40%的评为慢于进度。 | PROGRESS | AHEAD ≥1, FASTER ≥T, BEHIND",
                "完成率达到或超过100%的，为提前完成；达到80%不足100%的，为基本完成；不足80%的，为滞后。 | ATTAINMENT | AHEAD ≥1, NEARLY ≥0.8, BEHIND",
                "完成程度100%及以上为提前完成，80%及以上为达到进度，80%以下为未达到进度。 | ATTAINMENT | AHEAD ≥1, ON_COURSE ≥0.8, BEHIND",
                "高于时间进度5个百分点以上为快于进度，与时间进度上下浮动5个百分点以内为符合进度，低于时间进度5个百分点以上为慢于进度。 | PROGRESS | FASTER ≥T+0.05, ON_COURSE ≥T-0.05, BEHIND",
                "高于序时进度（40%）5%以上为快于进度，低于序时进度5%以内为符合进度，低于序时进度5%以上为慢于进度。 | PROGRESS | FASTER ≥T+0.05, ON_COURSE ≥T-0.05, BEHIND",
                "完成进度与时间进度之比大于1.05的快于进度，0.95～1.05的符合进度，0.8～0.95的基本符合进度，其余为慢于进度。 | PACE | FASTER >1.05, ON_COURSE ≥0.95, NEARLY ≥0.8, BEHIND",
                "≥100%，提前完成；≥时间进度，符合进度；<时间进度，慢于进度。 | PROGRESS | AHEAD ≥1, ON_COURSE ≥T, BEHIND",
                "进度评价分为提前完成、快于进度、慢于进度三类，完成进度超过100%的为提前完成，超过40%的为快于进度，其他为慢于进度。 | PROGRESS | AHEAD >1, FASTER >T, BEHIND",
                // The name first.
                "“提前完成”指完成进度超过100%；“快于进度”指完成进度高于时间进度；“符合进度”指完成进度等于时间进度；“慢于进度”指完成进度低于时间进度。 | PROGRESS | AHEAD >1, FASTER >T, ON_COURSE ≥T, BEHIND",
                "提前完成：完成进度≥100%；快于进度：40%＜完成进度＜100%；符合进度：完成进度=40%；慢于进度：完成进度＜40%。 | PROGRESS | AHEAD ≥1, FASTER >T, ON_COURSE ≥T, BEHIND",
                "绿灯：完成率≥95%；黄灯：85%≤完成率＜95%；红灯：完成率＜85%。 | ATTAINMENT | ON_COURSE ≥0.95, NEARLY ≥0.85, BEHIND",
                "按完成进度评价：进度超前（45%以上）、进度正常（40%～45%）、进度滞后（40%以下）。 | PROGRESS | FASTER ≥0.45, ON_COURSE ≥T, BEHIND",
                "评价标准：提前完成是指完成进度达到100%，符合进度是指达到时间进度，基本符合是指低于时间进度5个百分点以内，慢于进度是指低于时间进度5个百分点以上。 | PROGRESS | AHEAD ≥1, ON_COURSE ≥T, NEARLY ≥T-0.05, BEHIND"
            })
    void theUsualWordingsAreUnderstood(String notes, VerdictRule.Basis basis, String bands) {
        VerdictRule rule = note(notes).rule().orElseThrow();
        assertEquals(bands, written(rule));
        assertEquals(basis, rule.basis());
        assertEquals(Optional.empty(), note(notes).unreadSentence());
    }

    @Test
    void theClassThatIsNearIsOpen() {
        assertEquals(
                Set.of(Verdict.ON_COURSE),
                note("完成进度大于40%的为快于进度，等于或接近40%的为符合进度，小于40%的为慢于进度。").classesOfOpenWidth());
    }

    /** They name classes, but there are gaps, overlaps, or no bounds at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "提前完成、快于进度、符合进度、慢于进度由评估组评定。",
                "完成进度大于100%的为提前完成，小于40%的为慢于进度。",
                "完成进度大于40%的为提前完成，大于60%的为符合进度，小于40%的为慢于进度。",
                "完成进度大于100%的为提前完成，大于40%的为快于进度。",
                "约束性指标完成进度大于100%的为提前完成，小于100%的为慢于进度；预期性指标大于40%的为提前完成，小于40%的为慢于进度。"
            })
    void whatWasNotUnderstoodIsQuoted(String notes) {
        PrintedNote note = note(notes);
        assertEquals(Optional.empty(), note.rule());
        assertTrue(note.unreadSentence().orElseThrow().length() > 5, () -> "" + note);
    }

    @ParameterizedTest
    @ValueSource(strings = {"完成进度＝（实际值－基期值）÷（目标值－基期值）×100%。", "时间进度为40%。百分比保留两位小数。", "提前完成情况见正文。"})
    void whereNoClassesAreNamedNothingIsQuoted(String notes) {
        assertEquals(Optional.empty(), note(notes).rule());
        assertEquals(Optional.empty(), note(notes).unreadSentence());
    }

    private static Optional<UncheckedReason> unchecked(String notes, Optional<VerdictRule> chosen)
            throws Problem {
        return TableProof.fromBlocks(
                        DocumentReader.readPastedText(
                                "指标\t基期\t目标\t2022年\t进度评价\n甲\t0\t100\t50\t提前完成\n" + notes),
                        chosen,
                        "附表")
                .uncheckedReason();
    }

    /** 50 % is not early by any rule; that nobody looked must be told. */
    @Test
    void aProofTellsThatClassesWereNotChecked() throws Problem {
        assertEquals(
                Optional.of(new UncheckedReason.NoClassesInNotes()),
                unchecked("注：以2022年数据计算", Optional.empty()));
        assertEquals(
                Optional.of(new UncheckedReason.NotesNotUnderstood("提前完成、快于进度由评估组评定")),
                unchecked("注：提前完成、快于进度由评估组评定", Optional.empty())
                        .map(
                                u ->
                                        u
                                                        instanceof
                                                        UncheckedReason.NotesNotUnderstood(
                                                                String sentence)
                                                ? new UncheckedReason.NotesNotUnderstood(
                                                        sentence.replaceFirst("^注:", ""))
                                                : u));
        assertEquals(
                Optional.empty(),
                unchecked("注：以2022年数据计算", Optional.of(VerdictRule.suizhouRule())));
        assertEquals(Optional.empty(), unchecked("注：完成进度大于100%的为提前完成，其余为慢于进度", Optional.empty()));
        assertEquals(
                Optional.empty(),
                TableProof.fromBlocks(
                                DocumentReader.readPastedText(
                                        "指标\t基期\t目标\t2022年\n甲\t0\t100\t50\n注：以2022年数据计算"),
                                Optional.empty(),
                                "附表")
                        .uncheckedReason());
    }
}
