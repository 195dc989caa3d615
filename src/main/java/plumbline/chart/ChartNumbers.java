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

    enum Form {
        BARS,
        STACKED_BARS,
        COLUMNS,
        RADAR
    }

    /**
     * Numbers over names.
     *
     * @param shares the numbers are fractions, to be shown as percentages
     */
    record ByName(Form form, String unit, boolean shares, List<String> names, List<Run> runs)
            implements ChartNumbers {
        public ByName {
            names = List.copyOf(names);
            runs = List.copyOf(runs);
            for (Run run : runs)
                if (run.amounts().size() != names.size())
                    throw new IllegalArgumentException("not a number for each name: " + run.name());
        }
    }

    /** One number for each name. */
    record Run(String name, Ink ink, List<Optional<BigDecimal>> amounts) {
        public Run {
            amounts = List.copyOf(amounts);
        }
    }

    /**
     * Numbers over days, each line with days of its own: a day that only another line has makes no
     * gap in it.
     */
    record ByDay(String unit, LocalDate from, LocalDate to, List<Curve> curves)
            implements ChartNumbers {
        public ByDay {
            curves = List.copyOf(curves);
        }
    }

    enum Look {
        SOLID,
        THIN,
        DASHED,
        MARKS
    }

    record Curve(String name, Ink ink, Look look, List<Spot> spots) {
        public Curve {
            spots = List.copyOf(spots);
        }
    }

    /** Without an amount the line is broken here. */
    record Spot(LocalDate on, Optional<BigDecimal> amount) {}
}
