package plumbline.exchange;

import static plumbline.exchange.SeedRow.Column.ACTUAL;
import static plumbline.exchange.SeedRow.Column.BASELINE;
import static plumbline.exchange.SeedRow.Column.FORECAST;
import static plumbline.exchange.SeedRow.Column.TARGET;

import plumbline.base.Problem;
import plumbline.exchange.SeedRow.Column;
import plumbline.exchange.SeedRow.When;
import plumbline.exchange.notation.AmountParser;
import plumbline.plan.Countermeasure;
import plumbline.plan.Course;
import plumbline.plan.Finding;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Quantity;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.Task;
import plumbline.plan.TaskEntry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Every figure of a sample, wherever it stands, and whether it is the one that a row of the
 * transcription tells.
 */
final class SampleFigures {

    /**
     * @param names what it may be called
     * @param fits the columns of the transcription it can stand for
     */
    private record Figure(
            Set<String> names,
            String unit,
            Reading reading,
            Set<Column> fits,
            Optional<Period> period,
            Optional<LocalDate> on,
            Optional<Relation> relation,
            Optional<BigDecimal> bound) {}

    private static final Map<String, Relation> RELATIONS =
            Map.of(
                    ">=",
                    Relation.AT_LEAST,
                    "<=",
                    Relation.AT_MOST,
                    ">",
                    Relation.ABOVE,
                    "range",
                    Relation.BETWEEN);
    private static final Reading BLANK = Reading.missing(MissingReason.NOT_REPORTED);
    private final Plan plan;
    private final List<Figure> figures = new ArrayList<>();

    SampleFigures(Plan plan) {
        this.plan = plan;
        plan.indicators().forEach(this::indicator);
        for (Task task : plan.taskTree().tasksInOrder()) {
            for (TaskEntry entry : task.entries())
                entry.quantities().forEach(q -> quantity(q, Optional.of(entry.day())));
        }
        for (Finding finding : plan.findings())
            finding.quantities().forEach(q -> quantity(q, Optional.empty()));
        for (Countermeasure measure : plan.countermeasures())
            measure.quantities().forEach(q -> quantity(q, Optional.empty()));
    }

    private void indicator(Indicator i) {
        series(Set.of(SeedRow.plain(i.name())), i.unit(), i.course(), i.observations());
        for (Part part : i.parts()) {
            Set<String> names =
                    Set.of(
                            SeedRow.plain(part.name()),
                            SeedRow.plain(i.name() + "(" + part.name() + ")"));
            series(names, i.unit(), part.course(), part.observations());
        }
    }

    private void series(
            Set<String> names, String unit, Course course, List<Observation> observations) {
        for (Milestone m : course.milestones()) {
            Set<Column> fits =
                    m.role() == Milestone.Role.BASELINE ? Set.of(BASELINE, ACTUAL) : Set.of(TARGET);
            figures.add(
                    new Figure(
                            names,
                            unit,
                            Reading.ofAmount(m.amount()),
                            fits,
                            Optional.empty(),
                            Optional.of(m.day()),
                            Optional.of(m.relation()),
                            m.bound()));
        }
        for (Observation o : observations) {
            figures.add(
                    new Figure(
                            names,
                            unit,
                            o.reading(),
                            Set.of(o.isForecast() ? FORECAST : ACTUAL),
                            Optional.of(o.period()),
                            Optional.of(o.lastCoveredDay()),
                            Optional.empty(),
                            Optional.empty()));
        }
    }

    private void quantity(Quantity q, Optional<LocalDate> told) {
        Optional<LocalDate> on = q.period().map(Period::lastDay).or(() -> told);
        Set<Column> fits = q.name().contains("目标") ? Set.of(ACTUAL, TARGET) : Set.of(ACTUAL);
        Set<String> names = Set.of(SeedRow.plain(q.name()));
        figures.add(
                new Figure(
                        names,
                        q.unit(),
                        q.reading(),
                        fits,
                        q.period(),
                        on,
                        Optional.empty(),
                        Optional.empty()));
        q.formerReading()
                .ifPresent(
                        before ->
                                figures.add(
                                        new Figure(
                                                names,
                                                q.unit(),
                                                before,
                                                Set.of(BASELINE),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.empty())));
    }

    /**
     * @param name what the sample calls it
     */
    boolean has(SeedRow row, Column column, String name) throws Problem {
        if (column == TARGET && redacted(row.target())) return redactedTarget(name);
        for (Figure figure : figures) if (tells(figure, row, column, name)) return true;
        return false;
    }

    /** The figures of the sample that no row tells; a blank is none. */
    List<String> untold(List<SeedRow> rows, Function<SeedRow, String> nameOf) throws Problem {
        List<String> untold = new ArrayList<>();
        for (Figure figure : figures)
            if (!figure.reading.equals(BLANK) && !told(figure, rows, nameOf))
                untold.add(figure.names + " " + figure.reading);
        return untold;
    }

    private static boolean told(Figure figure, List<SeedRow> rows, Function<SeedRow, String> nameOf)
            throws Problem {
        for (SeedRow row : rows) {
            for (Column column : row.filled())
                if (tells(figure, row, column, nameOf.apply(row))) return true;
        }
        return false;
    }

    private static boolean tells(Figure figure, SeedRow row, Column column, String name)
            throws Problem {
        boolean same =
                figure.names.contains(name)
                        && figure.fits.contains(column)
                        && speaksOf(figure, row.when(column));
        return same
                && sameReading(figure, row, column)
                && (column != TARGET || sameRelation(figure, row));
    }

    private static boolean redacted(String text) {
        return text.matches("X+");
    }

    /** A target that cannot be read is no milestone; the note says why there is none. */
    private boolean redactedTarget(String name) {
        return plan.indicators().stream()
                .anyMatch(
                        i ->
                                SeedRow.plain(i.name()).equals(name)
                                        && i.course().finalTarget().isEmpty()
                                        && i.note().contains("脱敏"));
    }

    private static boolean speaksOf(Figure figure, When when) {
        return switch (when) {
            case When.Unsaid() -> true;
            case When.Within(int year) -> figure.on.map(d -> d.getYear() == year).orElse(false);
            case When.On(LocalDate day) ->
                    figure.on.equals(Optional.of(day))
                            || figure.fits.contains(TARGET) && figure.relation.isEmpty();
            case When.Of(Period period) ->
                    figure.period
                            .map(period::equals)
                            .orElse(figure.on.equals(Optional.of(period.lastDay())));
        };
    }

    private static boolean sameReading(Figure figure, SeedRow row, Column column) throws Problem {
        Reading told =
                column == ACTUAL && row.notCarriedOut()
                        ? Reading.missing(MissingReason.NOT_CARRIED_OUT)
                        : read(row, column);
        return switch (told) {
            case Reading.Missing missing -> missing.equals(figure.reading);
            case Reading.Value value ->
                    figure.reading instanceof Reading.Value stands
                            && sameUnit(figure, row)
                            && sameAmount(
                                    value.amount(),
                                    stands.amount()
                                            .scaleByPowerOfTen(
                                                    power(figure.unit) - power(row.unit())),
                                    row.repeated())
                            && (column != ACTUAL || !row.approximate() || stands.approximate());
        };
    }

    /** A goal in words, such as “forbidden”, is 1 when it is reached. */
    private static Reading read(SeedRow row, Column column) throws Problem {
        String text = row.figure(column);
        boolean inWords = column == TARGET && text.chars().noneMatch(Character::isDigit);
        return inWords
                ? Reading.ofAmount(BigDecimal.ONE)
                : AmountParser.parseAmount(text, row.unit()).reading();
    }

    private static boolean sameAmount(BigDecimal told, BigDecimal stands, boolean rounded) {
        BigDecimal compared =
                rounded ? stands.setScale(told.scale(), RoundingMode.HALF_UP) : stands;
        return compared.compareTo(told) == 0;
    }

    private static boolean sameRelation(Figure figure, SeedRow row) throws Problem {
        Relation told = RELATIONS.get(row.relation());
        boolean inWords = row.target().chars().noneMatch(Character::isDigit);
        if (told == null || inWords || figure.relation.isEmpty()) return true;
        return figure.relation.get() == told
                && figure.bound.equals(AmountParser.parseAmount(row.target(), row.unit()).bound());
    }

    private static boolean sameUnit(Figure figure, SeedRow row) {
        return base(figure.unit).equals(base(row.unit()));
    }

    private static String base(String unit) {
        return unit.replaceFirst("^[万亿]+", "");
    }

    private static int power(String unit) {
        return unit.startsWith("亿") ? 8 : unit.startsWith("万") ? 4 : 0;
    }
}
