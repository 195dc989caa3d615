package plumbline.exchange;

import plumbline.exchange.Layout.Column;
import plumbline.exchange.Layout.Rows;
import plumbline.plan.Period;
import plumbline.plan.Reading;
import plumbline.plan.Status;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the figures of a table whose layout is known, row by row; headings between the rows are
 * remembered for those below.
 */
final class LayoutReader {
    private static final Pattern DITTO = Pattern.compile("[〃″\"“”'’]{1,2}|同上|''");
    private static final Pattern FALLING_NAME = Pattern.compile(".*(下降|降低|减少|降幅|削减).*");
    private static final Pattern RATE =
            Pattern.compile(".*(率|比重|占比|比例|增长|增速|增幅|同比|环比|构成)(\\(.*\\))?$");
    private static final Pattern MONEY =
            Pattern.compile(".*(额|值|收入|支出|投资|贷款|存款|总产|利润|税收|GDP|资金|余额|产出|费用|预算|财政|工资).*");
    private static final Pattern PEOPLE = Pattern.compile(".*(人口|人数|人员|从业|就业|职工|学生|教师|医生|劳动力).*");
    private static final int SENTENCE = 40;

    private final String file;
    private final Grid grid;
    private final Layout layout;
    private final List<ReadFigure> figures = new ArrayList<>();
    private final List<ReadFinding> findings = new ArrayList<>();
    private final Map<Integer, String> over = new HashMap<>();
    private final List<String> units;
    private String group = "";
    private Heading heading = Heading.NONE;
    private RowName last = RowName.of("");

    /** A line between the rows that says something of those below. */
    private record Heading(String indicator, String breakdown, String unit, When when) {
        static final Heading NONE = new Heading("", "", "", When.UNSAID);
    }

    /** What the labels of one row say. */
    private record Row(
            String indicator,
            String breakdown,
            String unit,
            String group,
            When when,
            Optional<FigureRole> role,
            boolean beside) {}

    LayoutReader(String file, Grid grid, Layout layout) {
        this.file = file;
        this.grid = grid;
        this.layout = layout;
        this.units =
                layout.said().unit().isEmpty()
                        ? List.of()
                        : List.of(layout.said().unit().split("、"));
    }

    TableReading read() {
        for (int r = layout.firstRow(); r < Math.min(layout.end(), grid.rows().size()); r++)
            read(grid.rows().get(r));
        if (!figures.isEmpty() && figures.stream().noneMatch(f -> f.period().isPresent()))
            find(
                    figures.getFirst().place().cell(),
                    ReadFinding.Kind.NO_PERIOD,
                    layout.said().title());
        return new TableReading(file, grid, layout, figures, findings);
    }

    private void find(String cell, ReadFinding.Kind kind, String text) {
        findings.add(new ReadFinding(new CellPlace(file, layout.sheet(), cell), kind, text));
    }

    private void read(List<Cell> cells) {
        List<String> texts = texts(cells);
        if (texts.isEmpty() || headAgain(cells) || counted(cells)) return;
        boolean alone = texts.size() == 1 && figureCells(cells) == 0;
        if (alone || labelOnly(cells)) head(texts.size() == 1 ? texts.getFirst() : labels(cells));
        else if (!note(texts)) figures(cells);
    }

    private List<String> texts(List<Cell> cells) {
        List<String> texts = new ArrayList<>();
        for (Column column : layout.columns()) {
            String text = text(cells, column);
            if (!text.isEmpty() && !texts.contains(text)) texts.add(text);
        }
        return texts;
    }

    private static boolean note(List<String> texts) {
        return texts.getFirst()
                .matches("(?si)[(（]?(注|备注|说明|附注|数据来源|资料来源|资料來源|notes?|sources?)\\s*\\d*\\s*[:：].*");
    }

    private static String text(List<Cell> cells, Column column) {
        return column.index() < cells.size() ? Sketch.text(cells.get(column.index())) : "";
    }

    private boolean headAgain(List<Cell> cells) {
        int same = 0;
        int filled = 0;
        for (Column column : layout.columns()) {
            String text = text(cells, column);
            if (text.isEmpty()) continue;
            filled++;
            if (column.head().equals(text)
                    || (" " + column.head() + " ").contains(" " + text + " ")) same++;
        }
        return filled >= 2 && same == filled;
    }

    /** 甲 乙 1 2 3 */
    private boolean counted(List<Cell> cells) {
        int next = -1;
        int counted = 0;
        for (Column column : layout.columns()) {
            String text = text(cells, column).replaceAll("[()（）]", "");
            if (text.isEmpty() || text.matches("[甲乙丙丁A-Z]|栏次")) continue;
            if (!text.matches("\\d{1,2}")
                    || next >= 0 && Integer.parseInt(text) != next
                    || next < 0 && Integer.parseInt(text) > 1) return false;
            next = Integer.parseInt(text) + 1;
            counted++;
        }
        return counted >= 3;
    }

    private long figureCells(List<Cell> cells) {
        return layout.columns().stream()
                .filter(Column::figures)
                .filter(c -> !text(cells, c).isEmpty())
                .filter(c -> FigureText.of(cells.get(c.index()), "").isPresent())
                .count();
    }

    /** Nothing but the one name and perhaps a number before it. */
    private boolean labelOnly(List<Cell> cells) {
        boolean named = false;
        for (Column column : layout.columns()) {
            String text = text(cells, column);
            if (text.isEmpty() || column.use() == LabelUse.NOTE || column.use() == LabelUse.IGNORED)
                continue;
            boolean heading =
                    column.use() == LabelUse.NAME
                            || column.use() == LabelUse.BREAKDOWN
                            || column.use() == LabelUse.GROUP
                            || column.use() == LabelUse.SUB
                            || column.use() == LabelUse.PERIOD;
            if (column.use() == LabelUse.NUMBER && text.matches("[(（]?[一二三四五六七八九十]+[)）]?[、.]?"))
                continue;
            if (!heading) return false;
            named = true;
        }
        return named
                && layout.columns().stream()
                        .filter(Column::figures)
                        .allMatch(c -> text(cells, c).isEmpty())
                && distinctLabels(cells) == 1;
    }

    private long distinctLabels(List<Cell> cells) {
        return layout.columns().stream()
                .filter(c -> !c.figures() && c.use() != LabelUse.NUMBER && c.use() != LabelUse.NOTE)
                .map(c -> text(cells, c))
                .filter(t -> !t.isEmpty())
                .distinct()
                .count();
    }

    private String labels(List<Cell> cells) {
        return layout.columns().stream()
                .filter(c -> !c.figures() && c.use() != LabelUse.NUMBER)
                .map(c -> text(cells, c))
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void head(String written) {
        if (written.matches("[(（]?续.{0,3}表?.{0,4}[)）]?|.{0,30}[(（]续[)）]|(?i).*\\(?continued\\)?")
                || written.length() > SENTENCE
                || written.matches("(?s).*[。；].*")
                || note(List.of(written))) return;
        String text = RowName.bare(written);
        UnitWords.Named named =
                UnitWords.split(text.replaceFirst("[(（][单單]位\\s*[:：]([^)）]*)[)）]", "($1)"));
        Optional<WhenWords.Found> found = WhenWords.find(named.name());
        if (text.matches("[(（]?[单單]位\\s*[:：].*")) {
            heading =
                    new Heading(
                            heading.indicator,
                            heading.breakdown,
                            UnitWords.first(
                                            text.replaceFirst(".*[:：]", "")
                                                    .replaceFirst("[)）]$", ""))
                                    .orElse(heading.unit),
                            heading.when);
            return;
        }
        if (found.filter(WhenWords.Found::whole).isPresent())
            heading =
                    new Heading(
                            heading.indicator, heading.breakdown, heading.unit, found.get().when());
        else if (layout.said().rows() == Rows.INDICATORS && !text.equals(written.strip())
                || layout.said().rows() == Rows.INDICATORS && !place(named.name())) grouped(named);
        else if (place(named.name()) && layout.said().rows() != Rows.BREAKDOWNS)
            heading = new Heading(heading.indicator, named.name(), heading.unit, heading.when);
        else if (columnsName()) group = named.name();
        else
            heading =
                    new Heading(
                            subject(named, found),
                            "",
                            named.unit(),
                            found.map(WhenWords.Found::when)
                                    .filter(When::hasYear)
                                    .orElse(When.UNSAID));
    }

    private static String subject(UnitWords.Named named, Optional<WhenWords.Found> found) {
        return found.filter(f -> f.when().hasYear())
                .map(WhenWords.Found::rest)
                .orElse(named.name());
    }

    private void grouped(UnitWords.Named named) {
        group = named.name();
        heading = new Heading(heading.indicator, heading.breakdown, named.unit(), heading.when);
        last =
                RowName.of(
                        named.unit().isEmpty()
                                ? named.name()
                                : named.name() + "(" + named.unit() + ")");
        over.clear();
    }

    private static boolean place(String text) {
        return BreakdownWords.place(text);
    }

    private boolean columnsName() {
        return layout.columns().stream().anyMatch(c -> c.figures() && !c.indicator().isEmpty());
    }

    private void figures(List<Cell> cells) {
        Row row = row(cells);
        for (Column column : layout.columns()) {
            if (column.use() instanceof FigureRole role && !text(cells, column).isEmpty())
                figure(cells.get(column.index()), column, role, row);
        }
    }

    /**
     * What the columns of a use say, the nearest to the figures; an empty one says what stands
     * above it.
     */
    private Optional<String> label(List<Cell> cells, LabelUse use) {
        Optional<String> found = Optional.empty();
        for (Column column : layout.columns()) {
            if (column.use() != use) continue;
            String text = text(cells, column);
            if (text.isEmpty() && (use == LabelUse.BREAKDOWN || use == LabelUse.NAME))
                text = total(cells);
            if (text.isEmpty()
                    && use == LabelUse.BREAKDOWN
                    && empty(cells, LabelUse.NAME)
                    && empty(cells, LabelUse.PERIOD)) continue;
            if (!text.isEmpty() && !DITTO.matcher(text).matches()) over.put(column.index(), text);
            if (over.containsKey(column.index())) found = Optional.of(over.get(column.index()));
        }
        return found;
    }

    /** 合计 stands where others have their serial number. */
    private String total(List<Cell> cells) {
        return layout.columns().stream()
                .filter(c -> c.use() == LabelUse.NUMBER)
                .map(c -> text(cells, c))
                .filter(BreakdownWords::total)
                .findFirst()
                .orElse("");
    }

    private boolean empty(List<Cell> cells, LabelUse use) {
        return layout.columns().stream()
                .filter(c -> c.use() == use)
                .allMatch(c -> text(cells, c).isEmpty());
    }

    private RowName name(String written) {
        return RowName.of(written);
    }

    private Row row(List<Cell> cells) {
        Optional<String> written = label(cells, LabelUse.NAME);
        String grouped = label(cells, LabelUse.GROUP).map(RowName::bare).orElse(group);
        Optional<RowName> named = written.map(this::name);
        if (named.isPresent() && named.get().names()) last = named.get();
        RowName name =
                named.isPresent() && !named.get().names() ? last : named.orElse(RowName.of(""));
        Facet beside = named.filter(n -> !n.names()).map(RowName::facet).orElse(Facet.NOTHING);
        Optional<String> sub = label(cells, LabelUse.SUB);
        Facet subFacet =
                sub.filter(s -> !s.equals(written.orElse("")))
                        .map(RowName::bare)
                        .map(Facet::of)
                        .orElse(Facet.NOTHING);
        Facet period = label(cells, LabelUse.PERIOD).map(Facet::of).orElse(Facet.NOTHING);
        String part =
                label(cells, LabelUse.BREAKDOWN).map(RowName::bare).map(FootMarks::off).orElse("");
        boolean same = part.equals(written.map(RowName::bare).orElse("-"));
        if (!subFacet.rest().isEmpty())
            part = sub.map(RowName::bare).map(s -> UnitWords.split(s).name()).orElse("");
        When when = subFacet.when().within(beside.when()).within(period.when()).within(name.when());
        Optional<FigureRole> role = subFacet.role().or(beside::role).or(period::role);
        String own =
                empty(cells, LabelUse.UNIT) && !spannedUnit(cells)
                        ? ""
                        : label(cells, LabelUse.UNIT).flatMap(LayoutReader::unitOf).orElse("");
        boolean growth = role.filter(r -> r == FigureRole.OTHER).isPresent();
        String unit = first(own, subFacet.unit(), beside.unit(), growth ? "" : name.unit());
        String indicator = name.name();
        return new Row(
                indicator,
                same ? "" : first(part, heading.breakdown, layout.said().breakdown()),
                unit,
                grouped.equals(indicator) && written.isEmpty() ? "" : grouped,
                when,
                role,
                growth);
    }

    /**
     * A unit merged down over several rows stands in each; an empty one belongs to the row above
     * only where the name is empty too.
     */
    private boolean spannedUnit(List<Cell> cells) {
        return empty(cells, LabelUse.NAME) && layout.said().rows() == Rows.INDICATORS;
    }

    private static Optional<String> unitOf(String text) {
        String bare = FootMarks.off(text).replaceAll("\\s+", "");
        if (bare.matches("[-—–―/\\\\]*|无")) return Optional.empty();
        return Optional.of(UnitWords.unit(bare).orElse(text.strip()));
    }

    private static String first(String... texts) {
        for (String text : texts) if (!text.isEmpty()) return text;
        return "";
    }

    private void figure(Cell cell, Column column, FigureRole columnRole, Row row) {
        FigureRole role =
                row.role
                        .filter(
                                _ ->
                                        columnRole == FigureRole.ACTUAL
                                                || columnRole == FigureRole.FORECAST)
                        .orElse(columnRole);
        String indicator =
                first(
                        column.indicator(),
                        row.indicator,
                        heading.indicator,
                        layout.said().indicator());
        String unit = unit(column, row, role, indicator);
        Optional<FigureText> read = FigureText.of(cell, unit);
        if (read.isEmpty()) {
            words(cell, column, role, row, indicator, unit);
            return;
        }
        FigureText figure = read.get();
        if (figure.number()
                && !figure.unit().isEmpty()
                && !unit.isEmpty()
                && !figure.unit().equals(unit))
            find(cell.address(), ReadFinding.Kind.UNIT_DIFFERS, cell.shown().strip());
        if (role == FigureRole.VERDICT && !figure.number()) return;
        boolean forecast = figure.status() == Status.FORECAST && role == FigureRole.ACTUAL;
        FigureRole said = forecast ? FigureRole.FORECAST : role;
        Status status = said == FigureRole.FORECAST ? Status.FORECAST : figure.status();
        Reading reading =
                figure.falling() && !FALLING_NAME.matcher(indicator).matches()
                        ? negative(figure.reading())
                        : figure.reading();
        add(
                cell,
                column,
                row,
                indicator,
                first(figure.unit(), unit),
                said,
                Optional.of(reading),
                status,
                figure);
    }

    private static Reading negative(Reading reading) {
        return reading instanceof Reading.Value(BigDecimal amount, boolean about, String raw)
                ? new Reading.Value(amount.negate(), about, raw)
                : reading;
    }

    private void words(
            Cell cell, Column column, FigureRole role, Row row, String indicator, String unit) {
        boolean figure = role == FigureRole.ACTUAL || role == FigureRole.FORECAST;
        Optional<Status> milestone =
                figure ? FigureReader.doneOrNot(cell.shown()) : Optional.empty();
        if (milestone.isPresent()) {
            boolean forecast = role == FigureRole.FORECAST || milestone.get() == Status.FORECAST;
            add(
                    cell,
                    column,
                    row,
                    indicator,
                    unit,
                    forecast ? FigureRole.FORECAST : role,
                    Optional.empty(),
                    forecast ? Status.FORECAST : milestone.get(),
                    null);
            return;
        }
        if (role == FigureRole.TARGET
                || role == FigureRole.MID_TERM
                || role == FigureRole.VERDICT
                || role == FigureRole.BASELINE)
            add(cell, column, row, indicator, unit, role, Optional.empty(), Status.ACTUAL, null);
        if (role != FigureRole.VERDICT)
            find(cell.address(), ReadFinding.Kind.UNREADABLE, cell.shown().strip());
    }

    private void add(
            Cell cell,
            Column column,
            Row row,
            String indicator,
            String unit,
            FigureRole role,
            Optional<Reading> reading,
            Status status,
            FigureText figure) {
        Optional<Period> period = when(column, row).period();
        String part =
                column.breakdown().isEmpty()
                        ? row.breakdown
                        : row.breakdown.isEmpty()
                                ? column.breakdown()
                                : row.breakdown + "/" + column.breakdown();
        double sure =
                column.confidence()
                        * (period.isPresent() ? 1 : 0.8)
                        * (indicator.isEmpty() ? 0.5 : 1);
        String raw = cell.raw().map(BigDecimal::toPlainString).orElse(cell.shown().strip());
        figures.add(
                new ReadFigure(
                        new CellPlace(file, layout.sheet(), cell.address()),
                        indicator,
                        part,
                        unit,
                        row.group,
                        role,
                        period,
                        reading,
                        status,
                        figure == null ? Optional.empty() : figure.relation(),
                        figure == null ? Optional.empty() : figure.bound(),
                        raw,
                        BigDecimal.valueOf(sure).setScale(2, RoundingMode.HALF_UP)));
    }

    private When when(Column column, Row row) {
        return column.when().within(row.when).within(heading.when).within(layout.said().when());
    }

    private String unit(Column column, Row row, FigureRole role, String indicator) {
        boolean beside =
                role == FigureRole.OTHER
                        || role == FigureRole.ATTAINMENT
                        || role == FigureRole.PROGRESS
                        || role == FigureRole.WEIGHT
                        || role == FigureRole.VERDICT;
        if (beside) return row.beside ? first(row.unit, column.unit()) : column.unit();
        if (layout.said().rows() == Rows.INDICATORS)
            return first(row.unit, column.unit(), heading.unit, said(indicator));
        return first(column.unit(), row.unit, heading.unit, said(indicator));
    }

    /** Of several units over a table the one that suits the name. */
    private String said(String indicator) {
        if (units.isEmpty()) return "";
        if (units.size() == 1) return units.getFirst();
        String name = indicator.replaceAll("\\s+", "");
        if (RATE.matcher(name).matches() && units.contains("%")) return "%";
        Optional<String> counted =
                units.stream()
                        .filter(
                                u ->
                                        name.matches(
                                                ".*"
                                                        + Pattern.quote(u.substring(u.length() - 1))
                                                        + "[数數]?$"))
                        .findFirst();
        if (counted.isPresent()) return counted.get();
        Optional<String> people = units.stream().filter(u -> u.endsWith("人")).findFirst();
        if (PEOPLE.matcher(name).matches() && people.isPresent()) return people.get();
        Optional<String> money = units.stream().filter(u -> u.matches(".*元$")).findFirst();
        if (MONEY.matcher(name).matches() && money.isPresent()) return money.get();
        return units.stream().filter(u -> !u.equals("%")).findFirst().orElse("");
    }
}
