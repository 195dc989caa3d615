package plumbline.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import plumbline.comparison.ChangeCause;
import plumbline.plan.Direction;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Property;
import plumbline.plan.Reporting;
import plumbline.plan.RollUp;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What moved a verdict, in a sentence. */
class ComparisonWordingTest {
    private static final ChangeCause.FigureChange CAME =
            new ChangeCause.FigureChange(
                    Period.ofYear(2022),
                    Optional.empty(),
                    Optional.of(Observation.actual(Period.ofYear(2022), "250")));

    static Stream<Arguments> movers() {
        return Stream.of(
                Arguments.of(CAME, "2022年新报 250", "2022: 250 was reported"),
                Arguments.of(
                        new ChangeCause.PartFigureChange("乙区", CAME),
                        "乙区2022年新报 250",
                        "乙区, 2022: 250 was reported"),
                Arguments.of(new ChangeCause.PartAdded("乙区"), "新增分项乙区", "part 乙区 is new"),
                Arguments.of(new ChangeCause.PartRemoved("乙区"), "删除分项乙区", "part 乙区 was deleted"),
                Arguments.of(
                        new ChangeCause.MeaningChange(RollUp.NONE, RollUp.SUM),
                        "分项汇总方式由“不汇总”改为“相加”",
                        "parts rolled up: None → Sum"),
                Arguments.of(
                        new ChangeCause.MeaningChange(IndicatorKind.STOCK, IndicatorKind.HOLD),
                        "由“时点值”改为“每年保持”",
                        "read as \"Hold every year\" instead of \"End-of-period value\""),
                Arguments.of(
                        new ChangeCause.MeaningChange(Reporting.TO_DATE, Reporting.PER_PERIOD),
                        "",
                        ""),
                Arguments.of(
                        new ChangeCause.MeaningChange(Direction.HIGHER, Direction.LOWER), "", ""),
                Arguments.of(
                        new ChangeCause.MeaningChange(Property.BINDING, Property.EXPECTED),
                        "",
                        ""));
    }

    @ParameterizedTest
    @MethodSource("movers")
    void whatMovedIsSaid(ChangeCause mover, String chinese, String english) {
        Indicator indicator = Indicator.createNamed(new UUID(0, 1), new UUID(0, 2), "指标");
        String zh =
                new ComparisonWording(Messages.forLocale(Messages.CHINESE))
                        .causeSentence(mover, indicator);
        String en =
                new ComparisonWording(Messages.forLocale(Messages.ENGLISH))
                        .causeSentence(mover, indicator);
        assertEquals(chinese.isEmpty() ? zh : chinese, zh);
        assertEquals(english.isEmpty() ? en : english, en);
    }
}
