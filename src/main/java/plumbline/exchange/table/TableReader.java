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
import plumbline.exchange.table.TableLayout.LayoutColumn;
import plumbline.exchange.table.TableLayout.RowMeaning;
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
    private ActiveHeading heading = ActiveHeading.NONE;
    private RowLabel last = RowLabel.parseLabel("");

    /** A line between the rows that says something of those below. */
    private record ActiveHeading(
            String indicator, String breakdown, String unit, TimeReference time) {
        static final ActiveHeading NONE = new ActiveHeading("", "", "", TimeReference.UNSAID);
    }

    /** What the labels of one row say. */
    private record ReadRow(
            String indicator,
            String breakdown,
            String unit,
            String group,
            TimeReference time,
            Optional<FigureRole> role,
            RowAsides asides) {
        /** What its group is told of, not the row alone. */
        ReadRow toGroupRow() {
            return new ReadRow(group, "", unit, "", time, role, asides);
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
                layout.subject().unit().isEmpty()
                        ? List.of()
                        : List.of(layout.subject().unit().split("、"));
    }

    TableReading readTable() {
        for (int r = layout.firstRow(); r < Math.min(layout.end(), grid.rows().size()); r++)
            readRow(r);
        layout.columns().forEach(this::findLeftOutColumn);
        if (!figures.isEmpty() && figures.stream().noneMatch(f -> f.period().isPresent()))
            addFinding(
                    figures.getFirst().address().cell(),
                    ReadFinding.Kind.NO_PERIOD,
                    layout.subject().title());
        List<ReadFigure> checked = ContradictionCheck.withDoubts(figures);
        checked.stream()
                .filter(f -> !figures.contains(f))
                .findFirst()
                .ifPresent(
                        f ->
                                addFinding(
                                        f.address().cell(),
                                        ReadFinding.Kind.DOUBTFUL,
                                        f.indicator()));
        return new TableReading(file, grid, layout, checked, findings);
    }

    /** No column that holds digits goes without a word. */
    private void findLeftOutColumn(LayoutColumn column) {
        if (column.role() != LabelRole.IGNORED) return;
        grid.rows().subList(layout.firstRow(), Math.min(layout.end(), grid.rows().size())).stream()
                .filter(row -> column.index() < row.size())
                .map(row -> row.get(column.index()))
                .filter(
                        cell ->
                                FigureCell.parseCell(cell, "")
                                        .map(FigureCell::isNumber)
                                        .orElse(false))
                .findFirst()
                .ifPresent(
                        cell ->
                                addFinding(
                                        cell.address(), ReadFinding.Kind.LEFT_OUT, column.head()));
    }

    private void addFinding(String cell, ReadFinding.Kind kind, String text) {
        findings.add(new ReadFinding(new CellAddress(file, layout.sheet(), cell), kind, text));
    }

    private void readRow(int r) {
        List<Cell> cells = grid.rows().get(r);
        List<String> texts = rowTexts(cells);
        if (texts.isEmpty() || isRepeatedHead(cells) || isCountingRow(cells)) return;
        boolean alone = texts.size() == 1 && countFigureCells(cells) == 0;
        if (alone || hasOnlyLabels(cells))
            startHeading(texts.size() == 1 ? texts.getFirst() : joinedLabels(cells));
        else if (!isNoteRow(texts)) readFiguresOfRow(r);
    }

    private List<String> rowTexts(List<Cell> cells) {
        List<String> texts = new ArrayList<>();
        for (LayoutColumn column : layout.columns()) {
            String text = columnText(cells, column);
            if (!text.isEmpty() && !texts.contains(text)) texts.add(text);
        }
        return texts;
    }

    private static boolean isNoteRow(List<String> texts) {
        return texts.getFirst()
                .matches("(?si)[(（]?(注|备注|说明|附注|数据来源|资料来源|资料來源|notes?|sources?)\\s*\\d*\\s*[:：].*");
    }

    private static String columnText(List<Cell> cells, LayoutColumn column) {
        return column.index() < cells.size() ? CellKinds.cellText(cells.get(column.index())) : "";
    }

    private boolean isRepeatedHead(List<Cell> cells) {
        int same = 0;
        int filled = 0;
        for (LayoutColumn column : layout.columns()) {
            String text = columnText(cells, column);
            if (text.isEmpty()) continue;
            filled++;
            if (column.head().equals(text)
                    || (" " + column.head() + " ").contains(" " + text + " ")) same++;
        }
        return filled >= 2 && same == filled;
    }

    /** 甲 乙 1 2 3 */
    private boolean isCountingRow(List<Cell> cells) {
        int next = -1;
        int counted = 0;
        for (LayoutColumn column : layout.columns()) {
            String text = columnText(cells, column).replaceAll("[()（）]", "");
            if (text.isEmpty() || text.matches("[甲乙丙丁A-Z]|栏次")) continue;
            if (!text.matches("\\d{1,2}")
                    || next >= 0 && Integer.parseInt(text) != next
                    || next < 0 && Integer.parseInt(text) > 1) return false;
            next = Integer.parseInt(text) + 1;
            counted++;
        }
        return counted >= 3;
    }

    private long countFigureCells(List<Cell> cells) {
        return layout.columns().stream()
                .filter(LayoutColumn::holdsFigures)
                .filter(c -> !columnText(cells, c).isEmpty())
                .filter(c -> FigureCell.parseCell(cells.get(c.index()), "").isPresent())
                .count();
    }

    /** Nothing but the one name and perhaps a number before it. */
    private boolean hasOnlyLabels(List<Cell> cells) {
        boolean named = false;
        for (LayoutColumn column : layout.columns()) {
            String text = columnText(cells, column);
            if (text.isEmpty()
                    || column.role() == LabelRole.NOTE
                    || column.role() == LabelRole.IGNORED) continue;
            boolean heading =
                    column.role() == LabelRole.NAME
                            || column.role() == LabelRole.BREAKDOWN
                            || column.role() == LabelRole.GROUP
                            || column.role() == LabelRole.SUB
                            || column.role() == LabelRole.PERIOD;
            if (column.role() == LabelRole.NUMBER && text.matches("[(（]?[一二三四五六七八九十]+[)）]?[、.]?"))
                continue;
            if (!heading) return false;
            named = true;
        }
        return named
                && layout.columns().stream()
                        .filter(LayoutColumn::holdsFigures)
                        .allMatch(c -> columnText(cells, c).isEmpty())
                && countDistinctLabels(cells) == 1;
    }

    private long countDistinctLabels(List<Cell> cells) {
        return layout.columns().stream()
                .filter(
                        c ->
                                !c.holdsFigures()
                                        && c.role() != LabelRole.NUMBER
                                        && c.role() != LabelRole.NOTE)
                .map(c -> columnText(cells, c))
                .filter(t -> !t.isEmpty())
                .distinct()
                .count();
    }

    private String joinedLabels(List<Cell> cells) {
        return layout.columns().stream()
                .filter(c -> !c.holdsFigures() && c.role() != LabelRole.NUMBER)
                .map(c -> columnText(cells, c))
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void startHeading(String written) {
        if (written.matches("[(（]?续.{0,3}表?.{0,4}[)）]?|.{0,30}[(（]续[)）]|(?i).*\\(?continued\\)?")
                || written.length() > SENTENCE
                || written.matches("(?s).*[。；].*")
                || isNoteRow(List.of(written))) return;
        String text = RowLabel.bareLabel(written);
        UnitParser.NameAndUnit named =
                UnitParser.splitNameAndUnit(
                        text.replaceFirst("[(（][单單]位\\s*[:：]([^)）]*)[)）]", "($1)"));
        Optional<TimeParser.FoundTime> found = TimeParser.findTime(named.name());
        if (text.matches("[(（]?[单單]位\\s*[:：].*")) {
            heading =
                    new ActiveHeading(
                            heading.indicator,
                            heading.breakdown,
                            UnitParser.findFirstUnit(
                                            text.replaceFirst(".*[:：]", "")
                                                    .replaceFirst("[)）]$", ""))
                                    .orElse(heading.unit),
                            heading.time);
            return;
        }
        if (found.filter(TimeParser.FoundTime::isWholeText).isPresent())
            heading =
                    new ActiveHeading(
                            heading.indicator, heading.breakdown, heading.unit, found.get().time());
        else if (layout.subject().rowMeaning() == RowMeaning.INDICATORS
                        && !text.equals(written.strip())
                || layout.subject().rowMeaning() == RowMeaning.INDICATORS && !isPlace(named.name()))
            startGroup(named);
        else if (isPlace(named.name()) && layout.subject().rowMeaning() != RowMeaning.BREAKDOWNS)
            heading =
                    new ActiveHeading(heading.indicator, named.name(), heading.unit, heading.time);
        else if (doColumnsNameIndicators()) group = named.name();
        else
            heading =
                    new ActiveHeading(
                            subjectWithTime(named, found),
                            "",
                            named.unit(),
                            found.map(TimeParser.FoundTime::time)
                                    .filter(TimeReference::hasYear)
                                    .orElse(TimeReference.UNSAID));
    }

    private static String subjectWithTime(
            UnitParser.NameAndUnit named, Optional<TimeParser.FoundTime> found) {
        return found.filter(f -> f.time().hasYear())
                .map(TimeParser.FoundTime::rest)
                .orElse(named.name());
    }

    private void startGroup(UnitParser.NameAndUnit named) {
        group = named.name();
        heading =
                new ActiveHeading(heading.indicator, heading.breakdown, named.unit(), heading.time);
        last =
                RowLabel.parseLabel(
                        named.unit().isEmpty()
                                ? named.name()
                                : named.name() + "(" + named.unit() + ")");
        over.clear();
    }

    private static boolean isPlace(String text) {
        return BreakdownTerms.isPlace(text);
    }

    private boolean doColumnsNameIndicators() {
        return layout.columns().stream()
                .anyMatch(c -> c.holdsFigures() && !c.indicator().isEmpty());
    }

    private void readFiguresOfRow(int r) {
        List<Cell> cells = grid.rows().get(r);
        ReadRow row = createRow(cells);
        for (LayoutColumn column : layout.columns()) {
            if (column.role() instanceof FigureRole role && !columnText(cells, column).isEmpty())
                readFigureOfColumn(r, column, role, row);
        }
    }

    /**
     * A weight that is merged over several rows is one: of what those rows stand under, and read
     * once.
     */
    private void readFigureOfColumn(int r, LayoutColumn column, FigureRole role, ReadRow row) {
        Cell cell = grid.rows().get(r).get(column.index());
        Optional<CellRange> over =
                role == FigureRole.WEIGHT ? rowsMergedAt(r, column.index()) : Optional.empty();
        if (over.isPresent() && over.get().top() != r) return;
        boolean ofTheGroup = over.isPresent() && !row.group.isEmpty();
        addFigureCell(cell, column, role, ofTheGroup ? row.toGroupRow() : row);
    }

    private Optional<CellRange> rowsMergedAt(int r, int c) {
        return grid.mergedRanges().stream()
                .filter(m -> m.top() <= r && r <= m.bottom() && m.left() <= c && c <= m.right())
                .filter(m -> m.bottom() > m.top())
                .findFirst();
    }

    /**
     * What the columns of a use say, the nearest to the figures; an empty one says what stands
     * above it.
     */
    private Optional<String> findLabel(List<Cell> cells, LabelRole use) {
        Optional<String> found = Optional.empty();
        for (LayoutColumn column : layout.columns()) {
            if (column.role() != use) continue;
            String text = columnText(cells, column);
            if (text.isEmpty() && (use == LabelRole.BREAKDOWN || use == LabelRole.NAME))
                text = totalLabel(cells);
            if (text.isEmpty()
                    && use == LabelRole.BREAKDOWN
                    && isLabelEmpty(cells, LabelRole.NAME)
                    && isLabelEmpty(cells, LabelRole.PERIOD)) continue;
            if (!text.isEmpty() && !DITTO.matcher(text).matches()) over.put(column.index(), text);
            if (over.containsKey(column.index())) found = Optional.of(over.get(column.index()));
        }
        return found;
    }

    /** 合计 stands where others have their serial number. */
    private String totalLabel(List<Cell> cells) {
        return layout.columns().stream()
                .filter(c -> c.role() == LabelRole.NUMBER)
                .map(c -> columnText(cells, c))
                .filter(BreakdownTerms::isTotal)
                .findFirst()
                .orElse("");
    }

    private boolean isLabelEmpty(List<Cell> cells, LabelRole use) {
        return layout.columns().stream()
                .filter(c -> c.role() == use)
                .allMatch(c -> columnText(cells, c).isEmpty());
    }

    private RowLabel parseName(String written) {
        return RowLabel.parseLabel(written);
    }

    private ReadRow createRow(List<Cell> cells) {
        Optional<String> written = findLabel(cells, LabelRole.NAME);
        String grouped = findLabel(cells, LabelRole.GROUP).map(RowLabel::bareLabel).orElse(group);
        Optional<RowLabel> named = written.map(this::parseName);
        if (named.isPresent() && named.get().hasName()) last = named.get();
        RowLabel name =
                named.isPresent() && !named.get().hasName()
                        ? last
                        : named.orElse(RowLabel.parseLabel(""));
        HeaderMeaning beside =
                named.filter(n -> !n.hasName())
                        .map(RowLabel::meaning)
                        .orElse(HeaderMeaning.NOTHING);
        Optional<String> sub = findLabel(cells, LabelRole.SUB);
        HeaderMeaning subFacet =
                sub.filter(s -> !s.equals(written.orElse("")))
                        .map(RowLabel::bareLabel)
                        .map(HeaderMeaning::parseHeader)
                        .orElse(HeaderMeaning.NOTHING);
        HeaderMeaning period = periodOfRow(cells);
        String part =
                findLabel(cells, LabelRole.BREAKDOWN)
                        .map(RowLabel::bareLabel)
                        .map(FootnoteMarks::withoutMarks)
                        .orElse("");
        boolean same = part.equals(written.map(RowLabel::bareLabel).orElse("-"));
        if (!subFacet.rest().isEmpty())
            part =
                    sub.map(RowLabel::bareLabel)
                            .map(s -> UnitParser.splitNameAndUnit(s).name())
                            .orElse("");
        TimeReference when =
                subFacet.time()
                        .completedFrom(beside.time())
                        .completedFrom(period.time())
                        .completedFrom(name.time());
        Optional<FigureRole> role = subFacet.role().or(beside::role).or(period::role);
        String own =
                isLabelEmpty(cells, LabelRole.UNIT) && !isUnitSpanned(cells)
                        ? ""
                        : findLabel(cells, LabelRole.UNIT)
                                .flatMap(TableReader::findUnit)
                                .orElse("");
        boolean growth = role.filter(r -> r == FigureRole.OTHER).isPresent();
        String unit = firstNonEmpty(own, subFacet.unit(), beside.unit(), growth ? "" : name.unit());
        String indicator = name.name();
        return new ReadRow(
                indicator,
                same ? "" : firstNonEmpty(part, heading.breakdown, layout.subject().breakdown()),
                unit,
                grouped.equals(indicator) && written.isEmpty() ? "" : grouped,
                when,
                role,
                new RowAsides(timesBesideFigures(cells), unitInCells(cells), growth));
    }

    /** 基期年份 | 基期值: the year stands in the column before the figure. */
    private Map<Integer, TimeReference> timesBesideFigures(List<Cell> cells) {
        Map<Integer, TimeReference> times = new HashMap<>();
        for (LayoutColumn column : layout.columns()) {
            if (column.role() != LabelRole.TIME_OF_NEXT) continue;
            TimeParser.findTime(columnText(cells, column))
                    .ifPresent(found -> times.put(column.index() + 1, found.time()));
        }
        return times;
    }

    /** ≥50公里 beside a bare 52: one unit for target and actual, where only one is written. */
    private String unitInCells(List<Cell> cells) {
        List<String> units =
                layout.columns().stream()
                        .filter(c -> c.role() instanceof FigureRole role && role.isAmount())
                        .flatMap(c -> FigureCell.parseCell(cells.get(c.index()), "").stream())
                        .map(FigureCell::unit)
                        .filter(u -> !u.isEmpty())
                        .distinct()
                        .toList();
        return units.size() == 1 ? units.getFirst() : "";
    }

    /** Of several columns of times each says its part: the year, the month. */
    private HeaderMeaning periodOfRow(List<Cell> cells) {
        HeaderMeaning whole = HeaderMeaning.NOTHING;
        for (LayoutColumn column : layout.columns()) {
            if (column.role() != LabelRole.PERIOD) continue;
            String text = columnText(cells, column);
            if (!text.isEmpty() && !DITTO.matcher(text).matches()) over.put(column.index(), text);
            if (!over.containsKey(column.index())) continue;
            HeaderMeaning said =
                    HeaderMeaning.parseHeader(timeText(over.get(column.index()), column.head()));
            whole = whole == HeaderMeaning.NOTHING ? said : said.completedFrom(whole);
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
    private boolean isUnitSpanned(List<Cell> cells) {
        return isLabelEmpty(cells, LabelRole.NAME)
                && layout.subject().rowMeaning() == RowMeaning.INDICATORS;
    }

    private static Optional<String> findUnit(String text) {
        String bare = FootnoteMarks.withoutMarks(text).replaceAll("\\s+", "");
        if (bare.matches("[-—–―/\\\\]*|无")) return Optional.empty();
        return Optional.of(UnitParser.parseUnit(bare).orElse(text.strip()));
    }

    private static String firstNonEmpty(String... texts) {
        for (String text : texts) if (!text.isEmpty()) return text;
        return "";
    }

    private void addFigureCell(Cell cell, LayoutColumn column, FigureRole columnRole, ReadRow row) {
        FigureRole role =
                row.role
                        .filter(
                                _ ->
                                        columnRole == FigureRole.ACTUAL
                                                || columnRole == FigureRole.FORECAST)
                        .orElse(columnRole);
        String indicator =
                firstNonEmpty(
                        column.indicator(),
                        row.indicator,
                        heading.indicator,
                        layout.subject().indicator());
        String unit = unitOfFigure(column, row, role, indicator);
        Optional<FigureCell> read = FigureCell.parseCell(cell, unit);
        if (read.isEmpty()) {
            addWordCell(cell, column, role, row, indicator, unit);
            return;
        }
        FigureCell figure = read.get();
        if (figure.isNumber()
                && !figure.unit().isEmpty()
                && !unit.isEmpty()
                && !figure.unit().equals(unit))
            addFinding(cell.address(), ReadFinding.Kind.UNIT_DIFFERS, cell.shownText().strip());
        if (role == FigureRole.VERDICT && !figure.isNumber()) return;
        boolean forecast = figure.status() == Status.FORECAST && role == FigureRole.ACTUAL;
        FigureRole said = forecast ? FigureRole.FORECAST : role;
        Status status = said == FigureRole.FORECAST ? Status.FORECAST : figure.status();
        Reading reading =
                figure.isFalling() && !FALLING_NAME.matcher(indicator).matches()
                        ? negateReading(figure.reading())
                        : figure.reading();
        addFigure(
                cell,
                column,
                row,
                indicator,
                firstNonEmpty(figure.unit(), unit),
                said,
                Optional.of(reading),
                status,
                figure);
    }

    private static Reading negateReading(Reading reading) {
        return reading instanceof Reading.Value(BigDecimal amount, boolean about, String raw)
                ? new Reading.Value(amount.negate(), about, raw)
                : reading;
    }

    private void addWordCell(
            Cell cell,
            LayoutColumn column,
            FigureRole role,
            ReadRow row,
            String indicator,
            String unit) {
        boolean figure = role == FigureRole.ACTUAL || role == FigureRole.FORECAST;
        Optional<Status> milestone =
                figure ? FigureParser.parseMilestoneStatus(cell.shownText()) : Optional.empty();
        if (milestone.isPresent()) {
            boolean forecast = role == FigureRole.FORECAST || milestone.get() == Status.FORECAST;
            addFigure(
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
        boolean day = CellKinds.kindOfCell(cell) == CellKinds.CellKind.TIME;
        if (day) {
            addFinding(cell.address(), ReadFinding.Kind.UNREADABLE, cell.shownText().strip());
            return;
        }
        if (role == FigureRole.TARGET
                || role == FigureRole.MID_TERM
                || role == FigureRole.VERDICT
                || role == FigureRole.BASELINE)
            addFigure(
                    cell,
                    column,
                    row,
                    indicator,
                    unit,
                    role,
                    Optional.empty(),
                    Status.ACTUAL,
                    null);
        if (role != FigureRole.VERDICT)
            addFinding(cell.address(), ReadFinding.Kind.UNREADABLE, cell.shownText().strip());
    }

    private void addFigure(
            Cell cell,
            LayoutColumn column,
            ReadRow row,
            String indicator,
            String unit,
            FigureRole role,
            Optional<Reading> reading,
            Status status,
            FigureCell figure) {
        Optional<Period> period = timeOfFigure(column, row).findPeriod();
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
        String raw =
                cell.storedNumber().map(BigDecimal::toPlainString).orElse(cell.shownText().strip());
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

    private TimeReference timeOfFigure(LayoutColumn column, ReadRow row) {
        TimeReference beside =
                row.asides.timeByColumn().getOrDefault(column.index(), TimeReference.UNSAID);
        return beside.completedFrom(column.time())
                .completedFrom(row.time)
                .completedFrom(heading.time)
                .completedFrom(layout.subject().time());
    }

    private String unitOfFigure(
            LayoutColumn column, ReadRow row, FigureRole role, String indicator) {
        boolean beside =
                role == FigureRole.OTHER
                        || role == FigureRole.ATTAINMENT
                        || role == FigureRole.PROGRESS
                        || role == FigureRole.WEIGHT
                        || role == FigureRole.VERDICT;
        if (column.unit().equals(HeaderMeaning.UNIT_OF_ROW))
            return firstNonEmpty(
                    row.unit, heading.unit, unitFittingName(indicator), row.asides.unitInCells());
        if (beside)
            return row.asides.isChange() ? firstNonEmpty(row.unit, column.unit()) : column.unit();
        if (layout.subject().rowMeaning() == RowMeaning.INDICATORS)
            return firstNonEmpty(
                    row.unit,
                    column.unit(),
                    heading.unit,
                    unitOfNames(),
                    unitFittingName(indicator),
                    row.asides.unitInCells());
        return firstNonEmpty(
                column.unit(),
                row.unit,
                heading.unit,
                unitFittingName(indicator),
                row.asides.unitInCells());
    }

    /** 项目资金（万元） over the names. */
    private String unitOfNames() {
        return layout.columns().stream()
                .filter(c -> !c.holdsFigures() && c.role() != LabelRole.UNIT)
                .map(LayoutColumn::unit)
                .filter(u -> !u.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Of several units over a table the one that suits the name. */
    private String unitFittingName(String indicator) {
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
