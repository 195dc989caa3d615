package plumbline.exchange.table;

import plumbline.exchange.file.Cell;
import plumbline.exchange.file.CellRange;
import plumbline.exchange.file.Grid;
import plumbline.exchange.notation.BreakdownTerms;
import plumbline.exchange.notation.FigureParser;
import plumbline.exchange.notation.FootnoteMarks;
import plumbline.exchange.notation.TimeParser;
import plumbline.exchange.notation.TimeReference;
import plumbline.exchange.notation.UnitParser;
import plumbline.exchange.table.TableLayout.Column;
import plumbline.exchange.table.TableLayout.Rows;
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
final class TableReader {
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
    private final TableLayout layout;
    private final List<ReadFigure> figures = new ArrayList<>();
    private final List<ReadFinding> findings = new ArrayList<>();
    private final Map<Integer, String> over = new HashMap<>();
    private final List<String> units;
    private String group = "";
    private Heading heading = Heading.NONE;
    private RowLabel last = RowLabel.of("");

    /** A line between the rows that says something of those below. */
    private record Heading(String indicator, String breakdown, String unit, TimeReference when) {
        static final Heading NONE = new Heading("", "", "", TimeReference.UNSAID);
    }

    /** What the labels of one row say. */
    private record Row(
            String indicator,
            String breakdown,
            String unit,
            String group,
            TimeReference when,
            Optional<FigureRole> role,
            RowAsides asides) {
        /** What its group is told of, not the row alone. */
        Row asItsGroup() {
            return new Row(group, "", unit, "", when, role, asides);
        }
    }

    /**
     * What the cells of a row say of one another.
     *
     * @param timeByColumn the year a column beside names for a column of figures
     * @param unitInCells the one unit that stands at numbers of this row
     * @param isChange whether the row tells a change of the one above it: 同比增长
     */
    private record RowAsides(
            Map<Integer, TimeReference> timeByColumn, String unitInCells, boolean isChange) {}

    TableReader(String file, Grid grid, TableLayout layout) {
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
            read(r);
        layout.columns().forEach(this::findLeftOut);
        if (!figures.isEmpty() && figures.stream().noneMatch(f -> f.period().isPresent()))
            find(
                    figures.getFirst().place().cell(),
                    ReadFinding.Kind.NO_PERIOD,
                    layout.said().title());
        List<ReadFigure> checked = ContradictionCheck.withDoubts(figures);
        checked.stream()
                .filter(f -> !figures.contains(f))
                .findFirst()
                .ifPresent(f -> find(f.place().cell(), ReadFinding.Kind.DOUBTFUL, f.indicator()));
        return new TableReading(file, grid, layout, checked, findings);
    }

    /** No column that holds digits goes without a word. */
    private void findLeftOut(Column column) {
        if (column.use() != LabelRole.IGNORED) return;
        grid.rows().subList(layout.firstRow(), Math.min(layout.end(), grid.rows().size())).stream()
                .filter(row -> column.index() < row.size())
                .map(row -> row.get(column.index()))
                .filter(cell -> FigureCell.of(cell, "").map(FigureCell::number).orElse(false))
                .findFirst()
                .ifPresent(cell -> find(cell.address(), ReadFinding.Kind.LEFT_OUT, column.head()));
    }

    private void find(String cell, ReadFinding.Kind kind, String text) {
        findings.add(new ReadFinding(new CellAddress(file, layout.sheet(), cell), kind, text));
    }

    private void read(int r) {
        List<Cell> cells = grid.rows().get(r);
        List<String> texts = texts(cells);
        if (texts.isEmpty() || headAgain(cells) || counted(cells)) return;
        boolean alone = texts.size() == 1 && figureCells(cells) == 0;
        if (alone || labelOnly(cells)) head(texts.size() == 1 ? texts.getFirst() : labels(cells));
        else if (!note(texts)) figures(r);
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
        return column.index() < cells.size() ? CellKinds.text(cells.get(column.index())) : "";
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
                .filter(c -> FigureCell.of(cells.get(c.index()), "").isPresent())
                .count();
    }

    /** Nothing but the one name and perhaps a number before it. */
    private boolean labelOnly(List<Cell> cells) {
        boolean named = false;
        for (Column column : layout.columns()) {
            String text = text(cells, column);
            if (text.isEmpty()
                    || column.use() == LabelRole.NOTE
                    || column.use() == LabelRole.IGNORED) continue;
            boolean heading =
                    column.use() == LabelRole.NAME
                            || column.use() == LabelRole.BREAKDOWN
                            || column.use() == LabelRole.GROUP
                            || column.use() == LabelRole.SUB
                            || column.use() == LabelRole.PERIOD;
            if (column.use() == LabelRole.NUMBER && text.matches("[(（]?[一二三四五六七八九十]+[)）]?[、.]?"))
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
                .filter(
                        c ->
                                !c.figures()
                                        && c.use() != LabelRole.NUMBER
                                        && c.use() != LabelRole.NOTE)
                .map(c -> text(cells, c))
                .filter(t -> !t.isEmpty())
                .distinct()
                .count();
    }

    private String labels(List<Cell> cells) {
        return layout.columns().stream()
                .filter(c -> !c.figures() && c.use() != LabelRole.NUMBER)
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
        String text = RowLabel.bare(written);
        UnitParser.Named named =
                UnitParser.split(text.replaceFirst("[(（][单單]位\\s*[:：]([^)）]*)[)）]", "($1)"));
        Optional<TimeParser.Found> found = TimeParser.find(named.name());
        if (text.matches("[(（]?[单單]位\\s*[:：].*")) {
            heading =
                    new Heading(
                            heading.indicator,
                            heading.breakdown,
                            UnitParser.first(
                                            text.replaceFirst(".*[:：]", "")
                                                    .replaceFirst("[)）]$", ""))
                                    .orElse(heading.unit),
                            heading.when);
            return;
        }
        if (found.filter(TimeParser.Found::whole).isPresent())
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
                            found.map(TimeParser.Found::when)
                                    .filter(TimeReference::hasYear)
                                    .orElse(TimeReference.UNSAID));
    }

    private static String subject(UnitParser.Named named, Optional<TimeParser.Found> found) {
        return found.filter(f -> f.when().hasYear())
                .map(TimeParser.Found::rest)
                .orElse(named.name());
    }

    private void grouped(UnitParser.Named named) {
        group = named.name();
        heading = new Heading(heading.indicator, heading.breakdown, named.unit(), heading.when);
        last =
                RowLabel.of(
                        named.unit().isEmpty()
                                ? named.name()
                                : named.name() + "(" + named.unit() + ")");
        over.clear();
    }

    private static boolean place(String text) {
        return BreakdownTerms.place(text);
    }

    private boolean columnsName() {
        return layout.columns().stream().anyMatch(c -> c.figures() && !c.indicator().isEmpty());
    }

    private void figures(int r) {
        List<Cell> cells = grid.rows().get(r);
        Row row = row(cells);
        for (Column column : layout.columns()) {
            if (column.use() instanceof FigureRole role && !text(cells, column).isEmpty())
                figureOfRow(r, column, role, row);
        }
    }

    /**
     * A weight that is merged over several rows is one: of what those rows stand under, and read
     * once.
     */
    private void figureOfRow(int r, Column column, FigureRole role, Row row) {
        Cell cell = grid.rows().get(r).get(column.index());
        Optional<CellRange> over =
                role == FigureRole.WEIGHT ? rowsMergedAt(r, column.index()) : Optional.empty();
        if (over.isPresent() && over.get().top() != r) return;
        boolean ofTheGroup = over.isPresent() && !row.group.isEmpty();
        figure(cell, column, role, ofTheGroup ? row.asItsGroup() : row);
    }

    private Optional<CellRange> rowsMergedAt(int r, int c) {
        return grid.merged().stream()
                .filter(m -> m.top() <= r && r <= m.bottom() && m.left() <= c && c <= m.right())
                .filter(m -> m.bottom() > m.top())
                .findFirst();
    }

    /**
     * What the columns of a use say, the nearest to the figures; an empty one says what stands
     * above it.
     */
    private Optional<String> label(List<Cell> cells, LabelRole use) {
        Optional<String> found = Optional.empty();
        for (Column column : layout.columns()) {
            if (column.use() != use) continue;
            String text = text(cells, column);
            if (text.isEmpty() && (use == LabelRole.BREAKDOWN || use == LabelRole.NAME))
                text = total(cells);
            if (text.isEmpty()
                    && use == LabelRole.BREAKDOWN
                    && empty(cells, LabelRole.NAME)
                    && empty(cells, LabelRole.PERIOD)) continue;
            if (!text.isEmpty() && !DITTO.matcher(text).matches()) over.put(column.index(), text);
            if (over.containsKey(column.index())) found = Optional.of(over.get(column.index()));
        }
        return found;
    }

    /** 合计 stands where others have their serial number. */
    private String total(List<Cell> cells) {
        return layout.columns().stream()
                .filter(c -> c.use() == LabelRole.NUMBER)
                .map(c -> text(cells, c))
                .filter(BreakdownTerms::total)
                .findFirst()
                .orElse("");
    }

    private boolean empty(List<Cell> cells, LabelRole use) {
        return layout.columns().stream()
                .filter(c -> c.use() == use)
                .allMatch(c -> text(cells, c).isEmpty());
    }

    private RowLabel name(String written) {
        return RowLabel.of(written);
    }

    private Row row(List<Cell> cells) {
        Optional<String> written = label(cells, LabelRole.NAME);
        String grouped = label(cells, LabelRole.GROUP).map(RowLabel::bare).orElse(group);
        Optional<RowLabel> named = written.map(this::name);
        if (named.isPresent() && named.get().names()) last = named.get();
        RowLabel name =
                named.isPresent() && !named.get().names() ? last : named.orElse(RowLabel.of(""));
        HeaderMeaning beside =
                named.filter(n -> !n.names()).map(RowLabel::facet).orElse(HeaderMeaning.NOTHING);
        Optional<String> sub = label(cells, LabelRole.SUB);
        HeaderMeaning subFacet =
                sub.filter(s -> !s.equals(written.orElse("")))
                        .map(RowLabel::bare)
                        .map(HeaderMeaning::of)
                        .orElse(HeaderMeaning.NOTHING);
        HeaderMeaning period = period(cells);
        String part =
                label(cells, LabelRole.BREAKDOWN)
                        .map(RowLabel::bare)
                        .map(FootnoteMarks::off)
                        .orElse("");
        boolean same = part.equals(written.map(RowLabel::bare).orElse("-"));
        if (!subFacet.rest().isEmpty())
            part = sub.map(RowLabel::bare).map(s -> UnitParser.split(s).name()).orElse("");
        TimeReference when =
                subFacet.when().within(beside.when()).within(period.when()).within(name.when());
        Optional<FigureRole> role = subFacet.role().or(beside::role).or(period::role);
        String own =
                empty(cells, LabelRole.UNIT) && !spannedUnit(cells)
                        ? ""
                        : label(cells, LabelRole.UNIT).flatMap(TableReader::unitOf).orElse("");
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
                new RowAsides(timesBeside(cells), unitInCells(cells), growth));
    }

    /** 基期年份 | 基期值: the year stands in the column before the figure. */
    private Map<Integer, TimeReference> timesBeside(List<Cell> cells) {
        Map<Integer, TimeReference> times = new HashMap<>();
        for (Column column : layout.columns()) {
            if (column.use() != LabelRole.TIME_OF_NEXT) continue;
            TimeParser.find(text(cells, column))
                    .ifPresent(found -> times.put(column.index() + 1, found.when()));
        }
        return times;
    }

    /** ≥50公里 beside a bare 52: one unit for target and actual, where only one is written. */
    private String unitInCells(List<Cell> cells) {
        List<String> units =
                layout.columns().stream()
                        .filter(c -> c.use() instanceof FigureRole role && role.isAmount())
                        .flatMap(c -> FigureCell.of(cells.get(c.index()), "").stream())
                        .map(FigureCell::unit)
                        .filter(u -> !u.isEmpty())
                        .distinct()
                        .toList();
        return units.size() == 1 ? units.getFirst() : "";
    }

    /** Of several columns of times each says its part: the year, the month. */
    private HeaderMeaning period(List<Cell> cells) {
        HeaderMeaning whole = HeaderMeaning.NOTHING;
        for (Column column : layout.columns()) {
            if (column.use() != LabelRole.PERIOD) continue;
            String text = text(cells, column);
            if (!text.isEmpty() && !DITTO.matcher(text).matches()) over.put(column.index(), text);
            if (!over.containsKey(column.index())) continue;
            HeaderMeaning said =
                    HeaderMeaning.of(timeText(over.get(column.index()), column.head()));
            whole = whole == HeaderMeaning.NOTHING ? said : said.under(whole);
        }
        return whole;
    }

    /** A bare 3 under the head 月份 is March, under 季度 the third quarter. */
    private static String timeText(String text, String head) {
        if (!text.matches("\\d{1,2}")) return text;
        if (TimeColumns.isOfMonths(head)) return text + "月";
        return TimeColumns.isOfQuarters(head) ? "第" + text + "季度" : text;
    }

    /**
     * A unit merged down over several rows stands in each; an empty one belongs to the row above
     * only where the name is empty too.
     */
    private boolean spannedUnit(List<Cell> cells) {
        return empty(cells, LabelRole.NAME) && layout.said().rows() == Rows.INDICATORS;
    }

    private static Optional<String> unitOf(String text) {
        String bare = FootnoteMarks.off(text).replaceAll("\\s+", "");
        if (bare.matches("[-—–―/\\\\]*|无")) return Optional.empty();
        return Optional.of(UnitParser.unit(bare).orElse(text.strip()));
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
        Optional<FigureCell> read = FigureCell.of(cell, unit);
        if (read.isEmpty()) {
            words(cell, column, role, row, indicator, unit);
            return;
        }
        FigureCell figure = read.get();
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
                figure ? FigureParser.doneOrNot(cell.shown()) : Optional.empty();
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
        boolean day = CellKinds.kind(cell) == CellKinds.Kind.TIME;
        if (day) {
            find(cell.address(), ReadFinding.Kind.UNREADABLE, cell.shown().strip());
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
            FigureCell figure) {
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
                        new CellAddress(file, layout.sheet(), cell.address()),
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

    private TimeReference when(Column column, Row row) {
        TimeReference beside =
                row.asides.timeByColumn().getOrDefault(column.index(), TimeReference.UNSAID);
        return beside.within(column.when())
                .within(row.when)
                .within(heading.when)
                .within(layout.said().when());
    }

    private String unit(Column column, Row row, FigureRole role, String indicator) {
        boolean beside =
                role == FigureRole.OTHER
                        || role == FigureRole.ATTAINMENT
                        || role == FigureRole.PROGRESS
                        || role == FigureRole.WEIGHT
                        || role == FigureRole.VERDICT;
        if (column.unit().equals(HeaderMeaning.UNIT_OF_ROW))
            return first(row.unit, heading.unit, said(indicator), row.asides.unitInCells());
        if (beside) return row.asides.isChange() ? first(row.unit, column.unit()) : column.unit();
        if (layout.said().rows() == Rows.INDICATORS)
            return first(
                    row.unit,
                    column.unit(),
                    heading.unit,
                    unitOfNames(),
                    said(indicator),
                    row.asides.unitInCells());
        return first(
                column.unit(), row.unit, heading.unit, said(indicator), row.asides.unitInCells());
    }

    /** 项目资金（万元） over the names. */
    private String unitOfNames() {
        return layout.columns().stream()
                .filter(c -> !c.figures() && c.use() != LabelRole.UNIT)
                .map(Column::unit)
                .filter(u -> !u.isEmpty())
                .findFirst()
                .orElse("");
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
