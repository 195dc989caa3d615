package plumbline.chart;

import plumbline.chart.drawing.Ink;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of a chart as a spreadsheet draws them: what its data sheet holds. Absent numbers are
 * blank cells.
 */
public sealed interface ChartNumbers {
    /** What is written on the axis of the numbers: a unit; empty if there is none. */
    String unit();

    enum CategoryForm {
        BARS,
        STACKED_BARS,
        COLUMNS,
        RADAR
    }

    /**
     * Numbers over names.
     *
     * @param areShares the numbers are fractions, to be shown as percentages
     */
    record NumbersByName(
            CategoryForm form,
            String unit,
            boolean areShares,
            List<String> names,
            List<NumberSeries> series)
            implements ChartNumbers {
        public NumbersByName {
            names = List.copyOf(names);
            series = List.copyOf(series);
            for (NumberSeries run : series)
                if (run.amounts().size() != names.size())
                    throw new IllegalArgumentException("not a number for each name: " + run.name());
        }
    }

    /** One number for each name. */
    record NumberSeries(String name, Ink ink, List<Optional<BigDecimal>> amounts) {
        public NumberSeries {
            amounts = List.copyOf(amounts);
        }
    }

    /**
     * Numbers over days, each line with days of its own: a day that only another line has makes no
     * gap in it.
     */
    record NumbersByDay(String unit, LocalDate from, LocalDate to, List<DatedSeries> curves)
            implements ChartNumbers {
        public NumbersByDay {
            curves = List.copyOf(curves);
        }
    }

    enum LineStyle {
        SOLID,
        THIN,
        DASHED,
        MARKS
    }

    record DatedSeries(String name, Ink ink, LineStyle lineStyle, List<DatedNumber> numbers) {
        public DatedSeries {
            numbers = List.copyOf(numbers);
        }
    }

    /** Without an amount the line is broken here. */
    record DatedNumber(LocalDate day, Optional<BigDecimal> amount) {}
}
