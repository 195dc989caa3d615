package plumbline.exchange.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

import plumbline.base.Problem;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.notation.TimeReference;
import plumbline.exchange.review.FileReading;
import plumbline.plan.Period;

import java.util.List;
import java.util.Map;

/** A guess is corrected, remembered, and holds for the next quarter's file of the same heads. */
class TableLayoutTest {
    private static final String QUARTER =
            "单位上报表\n指标\t单位\t2023年一季度\t甲口径\n案件\t件\t35\t40\n投诉\t件\t12\t15\n";

    private static FileReading reading(String text, Map<String, TableLayout> remembered)
            throws Problem {
        return FileReading.readBlocks(DocumentReader.readPastedText(text), "表.txt", remembered);
    }

    private static List<String> told(List<ReadFigure> figures) {
        return figures.stream()
                .map(
                        f ->
                                f.indicator()
                                        + " "
                                        + f.role()
                                        + " "
                                        + f.period().map(Period::code).orElse("?")
                                        + " "
                                        + f.findValue().orElseThrow())
                .toList();
    }

    private static TableLayout corrected(TableReading table) {
        return table.layout()
                .withColumn(
                        table.layout()
                                .columns()
                                .get(3)
                                .withRole(FigureRole.FORECAST)
                                .withTime(TimeReference.referenceToPeriod(Period.parse("2023Q2"))));
    }

    @Test
    void aCorrectedColumnGivesItsFiguresAgain() throws Problem {
        TableReading table = reading(QUARTER, Map.of()).tables().getFirst();
        assertEquals(
                List.of(
                        "案件 ACTUAL 2023Q1 35",
                        "案件 FORECAST 2023Q2 40",
                        "投诉 ACTUAL 2023Q1 12",
                        "投诉 FORECAST 2023Q2 15"),
                told(table.readWithLayout(corrected(table)).figures()));
    }

    @Test
    void aCorrectionIsRememberedForTheNextQuarter() throws Problem {
        TableLayout layout = corrected(reading(QUARTER, Map.of()).tables().getFirst());
        List<ReadFigure> next =
                reading(QUARTER.replace("2023年", "2024年"), Map.of(layout.fingerprint(), layout))
                        .allFigures();
        assertEquals(
                List.of(FigureRole.ACTUAL, FigureRole.FORECAST),
                next.subList(0, 2).stream().map(ReadFigure::role).toList());
        assertEquals(Period.parse("2024Q1"), next.getFirst().period().orElseThrow());
    }

    @Test
    void otherHeadsAreAnotherLayout() throws Problem {
        TableLayout one = reading(QUARTER, Map.of()).tables().getFirst().layout();
        assertEquals(
                one.fingerprint(),
                reading(QUARTER.replace("2023年", "2024年"), Map.of())
                        .tables()
                        .getFirst()
                        .layout()
                        .fingerprint());
        assertNotEquals(
                one.fingerprint(),
                reading(QUARTER.replace("甲口径", "乙口径"), Map.of())
                        .tables()
                        .getFirst()
                        .layout()
                        .fingerprint());
    }
}
