package plumbline.exchange.table;

import plumbline.exchange.notation.BreakdownTerms;
import plumbline.exchange.notation.FootnoteMarks;
import plumbline.exchange.notation.HeaderTerm;
import plumbline.exchange.notation.PlanYears;
import plumbline.exchange.notation.TimeReference;
import plumbline.exchange.notation.UnitParser;
import plumbline.exchange.table.CellKinds.CellKind;
import plumbline.exchange.table.TableFinder.TableArea;
import plumbline.exchange.table.TableLayout.LayoutColumn;
import plumbline.exchange.table.TableLayout.RowMeaning;
import plumbline.exchange.table.TableLayout.TableSubject;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Guesses what the columns of a table are for, by their heads and by what stands in them. */
final class LayoutDetector {
    private static final double MOST = 0.6;
    private static final Pattern PERCENT =
            Pattern.compile("(?i)percent(age)?|pct|[(（]?[%％][)）]?|百分比|(%|percent) of target");
    private static final Pattern WANTED = Pattern.compile("(指标|标准|要求|应达|考核)值");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    /** What stands in a column below its heads. */
    private record ColumnContent(
            int numbers,
            int missing,
            int years,
            int times,
            int texts,
            int breakdowns,
            int places,
            int units,
            int properties,
            int departments,
            int distinct) {
        int filledCount() {
            return numbers + missing + years + times + texts;
        }

        boolean isMostly(int some) {
            return some > 0 && some >= MOST * (years + times + texts + numbers);
        }

        boolean isFigures() {
            return numbers > 0 && numbers + missing >= texts + times
                    || numbers == 0 && missing > 0 && texts == 0 && times == 0;
        }
    }

    private final CellKinds sketch;
    private final TableArea area;
    private final TableContext title;
    private final String sheet;
    private final int from;
    private final List<Integer> rows;
    private final ColumnContent[] contents;
    private final HeaderMeaning[] facets;
    private final ColumnRole[] uses;
    private final double[] sure;
    private final Optional<PlanYears> plan;

    LayoutDetector(CellKinds sketch, TableArea area, String file, String sheet) {
        this.sketch = sketch;
        this.area = area;
        this.sheet = sheet;
        this.from = area.left();
        this.title = TableContext.readContext(area.above(), sheet, file);
        this.rows =
                IntStream.range(area.first(), area.end())
                        .filter(
                                r ->
                                        sketch.textsBetween(r, area.left(), area.right()).size() > 1
                                                && !isRepeatedHead(r)
                                                && !sketch.isIndexRow(r))
                        .boxed()
                        .toList();
        int width = area.right() - from;
        contents = new ColumnContent[width];
        facets = new HeaderMeaning[width];
        uses = new ColumnRole[width];
        sure = new double[width];
        for (int c = 0; c < width; c++) {
            contents[c] = countContent(from + c);
            facets[c] = understoodHead(c);
            sure[c] = 0.95;
        }
        this.plan =
                PlanYears.findPlanYears(
                        String.join("\n", area.above())
                                + "\n"
                                + sheet
                                + "\n"
                                + file
                                + "\n"
                                + String.join(
                                        "\n",
                                        area.heads().stream()
                                                .flatMap(r -> sketch.textsOfRow(r).stream())
                                                .toList()));
    }

    private HeaderMeaning understoodHead(int c) {
        HeaderMeaning said = meaningOfPath(headPath(from + c));
        boolean labelOverFigures =
                (said.term() == HeaderTerm.BREAKDOWN || said.term() == HeaderTerm.GROUP)
                        && contents[c].isFigures();
        HeaderMeaning meaning =
                labelOverFigures ? said.meaningAsName(String.join("", headPath(from + c))) : said;
        return unitInHeads(from + c).map(meaning::withUnit).orElse(meaning);
    }

    private boolean isRepeatedHead(int r) {
        return area.heads().stream()
                .anyMatch(
                        h ->
                                sketch.textsBetween(h, area.left(), area.right())
                                        .equals(sketch.textsBetween(r, area.left(), area.right())));
    }

    /**
     * All different texts over a column, from the top. An upper head that is not merged stands over
     * the empty places to its right.
     */
    private List<String> headPath(int c) {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < area.heads().size(); i++) {
            if (i > 0 && isAsideByItsLabel(area.heads().get(i))) continue;
            String text = headText(area.heads().get(i), c);
            if (text.isEmpty()
                    && i < area.heads().size() - 1
                    && !headText(area.heads().getLast(), c).isEmpty()) text = spanningHead(i, c);
            if (!text.isEmpty() && !path.contains(text)) path.add(text);
        }
        return path;
    }

    /** 频率, 单位, 来源 in the first column: a row of heads that says what it is itself. */
    private boolean isAsideByItsLabel(int head) {
        return hasLabelledHeads()
                && switch (sketch.headerMeaning(headText(head, from)).term()) {
                    case UNIT, NOTE, ASIDE, DAY -> true;
                    default -> false;
                };
    }

    /** Several rows of heads, each with a label of its own in the first column. */
    private boolean hasLabelledHeads() {
        List<String> labels = area.heads().stream().map(r -> headText(r, from)).toList();
        return labels.size() > 1
                && labels.stream().noneMatch(String::isEmpty)
                && labels.stream().distinct().count() == labels.size()
                && labels.stream().allMatch(l -> sketch.headerMeaning(l).term().isLabel());
    }

    /** What the row of units says of a column, where the heads have such a row. */
    private Optional<String> unitInHeads(int c) {
        if (!hasLabelledHeads()) return Optional.empty();
        return area.heads().stream()
                .filter(r -> sketch.headerMeaning(headText(r, from)).term() == HeaderTerm.UNIT)
                .flatMap(r -> UnitParser.parseUnit(headText(r, c)).stream())
                .findFirst();
    }

    private String spanningHead(int head, int c) {
        int row = area.heads().get(head);
        for (int left = c - 1; left >= from; left--) {
            String text = headText(row, left);
            if (text.isEmpty()) continue;
            String below = headText(area.heads().get(head + 1), left);
            return below.isEmpty() || below.equals(text) ? "" : text;
        }
        return "";
    }

    private String headText(int r, int c) {
        return sketch.isIndexRow(r) ? "" : sketch.textAt(r, c);
    }

    private HeaderMeaning meaningOfPath(List<String> path) {
        HeaderMeaning all = HeaderMeaning.NOTHING;
        for (String text : path) {
            HeaderMeaning own = sketch.headerMeaning(text);
            all = all == HeaderMeaning.NOTHING ? own : own.completedFrom(all);
        }
        HeaderMeaning joined = path.size() > 1 ? sketch.headerMeaning(String.join("", path)) : all;
        return all.term() == HeaderTerm.NONE && joined.term().isLabel() ? joined : all;
    }

    private ColumnContent countContent(int c) {
        int numbers = 0,
                missing = 0,
                years = 0,
                times = 0,
                texts = 0,
                breakdowns = 0,
                places = 0,
                units = 0,
                properties = 0,
                departments = 0;
        Set<String> distinct = new HashSet<>();
        for (int r : rows) {
            String text = sketch.textAt(r, c);
            switch (sketch.kindAt(r, c)) {
                case NUMBER -> numbers++;
                case MISSING -> missing++;
                case TIME -> {
                    if (sketch.isYear(r, c)) years++;
                    else times++;
                }
                case TEXT -> texts++;
                case EMPTY -> {}
            }
            if (text.isEmpty() || sketch.kindAt(r, c) == CellKind.NUMBER) continue;
            distinct.add(text);
            String bare = FootnoteMarks.withoutMarks(text);
            if (BreakdownTerms.isBreakdownTerm(bare)) breakdowns++;
            if (BreakdownTerms.isPlace(bare) || BreakdownTerms.isTotal(bare)) places++;
            if (UnitParser.parseUnit(text).isPresent()) units++;
            if (text.matches("(约束|预期|預期|約束)性?(指标)?|binding|expected|指导性")) properties++;
            if (text.matches(".{1,30}(局|委|办|厅|处|中心|科|部|院|公司|委员会|集团|大队|支队|办公室|股|室|署)([、,，/\\s].*)?"))
                departments++;
        }
        return new ColumnContent(
                numbers,
                missing,
                years,
                times,
                texts,
                breakdowns,
                places,
                units,
                properties,
                departments,
                distinct.size());
    }

    TableLayout detectLayout() {
        settleMeaningsInContext();
        for (int c = 0; c < uses.length; c++) uses[c] = roleByHead(c);
        assignRolesByContent();
        assignNameColumns();
        useNamesAsBreakdowns();
        leaveOutUnknownColumns();
        assignMilestoneRoles();
        RowMeaning stand = meaningOfRows();
        List<LayoutColumn> columns = new ArrayList<>();
        for (int c = 0; c < uses.length; c++) columns.add(createColumn(c, stand, columns));
        if (stand != RowMeaning.INDICATORS) columns = withHeadsAsBreakdowns(columns);
        int head = area.heads().isEmpty() ? area.first() : area.heads().getFirst();
        return new TableLayout(
                sheet,
                head,
                area.first(),
                area.end(),
                withMonthsOfTitle(columns),
                new TableSubject(
                        title.indicator(),
                        "",
                        titleUnits(),
                        timeOfTable(columns),
                        stand,
                        title.title()));
    }

    /** Heads that say what they say only beside others. */
    private void settleMeaningsInContext() {
        boolean done = hasRole(FigureRole.ACTUAL);
        boolean wanted = hasRole(FigureRole.TARGET);
        for (int c = 0; c < facets.length; c++) {
            String head = String.join("", headPath(from + c));
            if (done && wanted && PERCENT.matcher(head).matches())
                facets[c] = facets[c].withRole(FigureRole.ATTAINMENT, "%");
            if (done && !wanted && WANTED.matcher(head).matches())
                facets[c] = facets[c].withRole(FigureRole.TARGET, "");
        }
    }

    private boolean hasRole(FigureRole role) {
        return Arrays.stream(facets).anyMatch(f -> f.role().filter(role::equals).isPresent());
    }

    /**
     * Whole numbers under a head that says neither time nor role, beside columns that do: a code, a
     * page. They are no figures of the indicators.
     */
    private void leaveOutUnknownColumns() {
        if (meaningOfRows() != RowMeaning.INDICATORS) return;
        boolean known =
                IntStream.range(0, uses.length)
                        .anyMatch(
                                c -> uses[c] instanceof FigureRole && facets[c].role().isPresent());
        if (!known) return;
        for (int c = 0; c < uses.length; c++)
            if (uses[c] == FigureRole.ACTUAL && isOfUnknownKind(c)) uses[c] = LabelRole.IGNORED;
    }

    private boolean isOfUnknownKind(int c) {
        HeaderMeaning facet = facets[c];
        boolean silent =
                facet.time().isUnsaid()
                        && facet.role().isEmpty()
                        && facet.unit().isEmpty()
                        && !facet.rest().isEmpty()
                        && !BreakdownTerms.isBreakdownTerm(facet.rest());
        return silent
                && rows.stream()
                        .map(r -> sketch.textAt(r, from + c))
                        .allMatch(t -> t.isEmpty() || WHOLE.matcher(t).matches());
    }

    private String titleUnits() {
        return String.join("、", title.units());
    }

    /** 累计 in a title is said of the columns that name no months themselves. */
    private TimeReference timeOfTable(List<LayoutColumn> columns) {
        TimeReference when = title.time();
        boolean months = columns.stream().anyMatch(c -> c.holdsFigures() && c.time().hasMonths());
        return when.toDate() && months
                ? new TimeReference(
                        when.fromYear(),
                        when.toYear(),
                        when.firstMonth(),
                        when.lastMonth(),
                        when.aside(),
                        false)
                : when;
    }

    private ColumnRole roleByHead(int c) {
        HeaderMeaning facet = facets[c];
        ColumnContent content = contents[c];
        boolean words = content.texts > content.numbers;
        return switch (facet.term()) {
            case ASIDE -> LabelRole.IGNORED;
            case NUMBER ->
                    content.numbers + content.texts + content.years >= content.times
                            ? LabelRole.NUMBER
                            : null;
            case UNIT ->
                    areDepartments(content)
                            ? LabelRole.DEPARTMENT
                            : content.places > content.units
                                    ? LabelRole.BREAKDOWN
                                    : content.isFigures() ? null : LabelRole.UNIT;
            case PROPERTY -> LabelRole.PROPERTY;
            case GROUP -> content.isFigures() ? null : LabelRole.GROUP;
            case DEPARTMENT -> content.isFigures() ? null : LabelRole.DEPARTMENT;
            case NOTE -> content.isFigures() && content.numbers > 2 ? null : LabelRole.NOTE;
            case DAY -> LabelRole.IGNORED;
            case PERIOD ->
                    isOfNumberedTimes(c)
                                    || content.years + content.times + content.texts
                                            >= content.numbers
                                    || content.numbers > 0 && c == 0
                            ? LabelRole.PERIOD
                            : null;
            case BREAKDOWN ->
                    content.isFigures()
                            ? null
                            : content.isMostly(content.years + content.times)
                                    ? LabelRole.PERIOD
                                    : LabelRole.BREAKDOWN;
            case NAME -> content.isFigures() && !words ? null : LabelRole.NAME;
            default -> null;
        };
    }

    /** 1 to 12 under 月份, 1 to 4 under 季度. */
    private boolean isOfNumberedTimes(int c) {
        String head = String.join("", headPath(from + c));
        int most = TimeColumns.isOfMonths(head) ? 12 : TimeColumns.isOfQuarters(head) ? 4 : 0;
        return most > 0
                && contents[c].numbers > 0
                && rows.stream()
                        .map(r -> sketch.textAt(r, from + c))
                        .filter(t -> !t.isEmpty())
                        .allMatch(
                                t ->
                                        t.matches("\\d{1,2}")
                                                && Integer.parseInt(t) <= most
                                                && Integer.parseInt(t) > 0);
    }

    private static boolean areDepartments(ColumnContent content) {
        return content.isMostly(content.departments);
    }

    private void assignRolesByContent() {
        assignYearsBesideFigures();
        ignoreConstantColumns();
        int firstFigures = firstFigureColumn();
        for (int c = 0; c < uses.length; c++) {
            if (uses[c] != null) continue;
            ColumnContent content = contents[c];
            boolean headed = facets[c].role().isPresent() || !facets[c].time().isUnsaid();
            if (c < firstFigures && isSerialColumn(c)) uses[c] = LabelRole.NUMBER;
            else if (content.isFigures() && !(c < firstFigures))
                uses[c] = facets[c].role().orElse(FigureRole.ACTUAL);
            else if (content.years > 0
                    && content.numbers > 0
                    && content.numbers + content.years >= content.texts)
                uses[c] = facets[c].role().orElse(FigureRole.ACTUAL);
            else if (content.filledCount() == 0)
                uses[c] = headed ? facets[c].role().orElse(FigureRole.ACTUAL) : LabelRole.IGNORED;
            else if (headed && c >= firstFigures)
                uses[c] = facets[c].role().orElse(FigureRole.ACTUAL);
            else if (headed
                    && facets[c].role().isPresent()
                    && content.numbers + content.missing > 0) uses[c] = facets[c].role().get();
            else uses[c] = labelRoleOf(c, c < firstFigures);
        }
    }

    /** 基期年份 | 基期值: years that belong to the figures on their right. */
    private void assignYearsBesideFigures() {
        for (int c = 0; c + 1 < uses.length; c++) {
            boolean years =
                    uses[c] == null
                            && contents[c].isMostly(contents[c].years)
                            && TimeColumns.isYearOfSomething(String.join("", headPath(from + c)));
            if (years && contents[c + 1].isFigures() && facets[c + 1].time().isUnsaid())
                uses[c] = LabelRole.TIME_OF_NEXT;
        }
    }

    /** One word all the way down under a head that says nothing known: it tells nothing apart. */
    private void ignoreConstantColumns() {
        for (int c = 0; c < uses.length; c++) {
            boolean told =
                    uses[c] != null || facets[c].saysSomething() || headPath(from + c).isEmpty();
            boolean constant =
                    contents[c].distinct == 1
                            && contents[c].texts >= 3
                            && contents[c].texts == rows.size();
            if (!told && constant) uses[c] = LabelRole.IGNORED;
        }
    }

    /** The first column of figures that is no serial number and no column of years. */
    private int firstFigureColumn() {
        for (int c = 0; c < uses.length; c++) {
            if (uses[c] != null
                    || !contents[c].isFigures()
                            && !(contents[c].years > 0 && contents[c].numbers > 0)) continue;
            if (isSerialColumn(c) && c < uses.length - 1) continue;
            return c;
        }
        for (int c = 0; c < uses.length; c++)
            if (uses[c] == null && (facets[c].role().isPresent() || !facets[c].time().isUnsaid()))
                return c;
        for (int c = 1; c < uses.length; c++)
            if (uses[c] == null && contents[c].years > 0 && contents[c].texts == 0) return c;
        return uses.length;
    }

    /** 1, 2, 3 … with a name beside it. */
    private boolean isSerialColumn(int c) {
        if (contents[c].numbers == 0
                || !facets[c].time().isUnsaid()
                || facets[c].role().isPresent()
                || contents[c].texts > contents[c].numbers) return false;
        boolean labelled = c + 1 < uses.length && contents[c + 1].texts > contents[c + 1].numbers;
        int last = 0;
        int counted = 0;
        for (int r : rows) {
            if (sketch.kindAt(r, from + c) != CellKind.NUMBER) continue;
            String text = sketch.textAt(r, from + c);
            if (!text.matches("\\d{1,3}(\\.0|\\.)?")) return false;
            int number = Integer.parseInt(text.replaceFirst("\\..*", ""));
            if (number != last + 1 && number != 1 && number != last) return false;
            last = number;
            counted++;
        }
        return labelled && counted > 0 && c <= 1;
    }

    private ColumnRole labelRoleOf(int c, boolean before) {
        ColumnContent content = contents[c];
        if (!before) {
            if (content.isMostly(content.units)) return LabelRole.UNIT;
            return content.isMostly(content.properties) ? LabelRole.PROPERTY : LabelRole.NOTE;
        }
        sure[c] = 0.8;
        if (content.isMostly(content.units) && !content.isMostly(content.places))
            return LabelRole.UNIT;
        if (content.isMostly(content.properties)) return LabelRole.PROPERTY;
        if (content.isMostly(content.years + content.times)
                || content.isMostly(countTimesWithRole(c))) return LabelRole.PERIOD;
        if (content.isMostly(content.breakdowns)) return LabelRole.BREAKDOWN;
        return LabelRole.NAME;
    }

    /** 2020年（基期）, 2025年目标, 2021年实际: times with a role. */
    private int countTimesWithRole(int c) {
        return (int)
                rows.stream()
                        .map(r -> sketch.textAt(r, from + c))
                        .filter(t -> !t.isEmpty() && t.length() < 20)
                        .map(sketch::headerMeaning)
                        .filter(
                                f ->
                                        f.isWithoutName()
                                                && (!f.time().isUnsaid() || f.role().isPresent()))
                        .count();
    }

    /** Of several columns of names one names, the others group, or break down. */
    private void assignNameColumns() {
        for (int c = 0; c < uses.length; c++)
            if (uses[c] == LabelRole.NAME && isNamedElsewhere(c))
                uses[c] =
                        contents[c].isMostly(contents[c].years + contents[c].times)
                                ? LabelRole.PERIOD
                                : LabelRole.BREAKDOWN;
        int[] names =
                IntStream.range(0, uses.length).filter(c -> uses[c] == LabelRole.NAME).toArray();
        if (names.length < 2) {
            if (names.length == 0) useGroupsAsNames();
            else if (indexOf(LabelRole.GROUP) >= 0
                    && contents[names[0]].isMostly(contents[names[0]].breakdowns)
                    && !facets[names[0]].term().equals(HeaderTerm.NAME))
                uses[names[0]] = LabelRole.BREAKDOWN;
            return;
        }
        if (assignNameByHead(names)) return;
        int last = names[names.length - 1];
        int before = names[names.length - 2];
        boolean repeating =
                contents[last].distinct * 2 <= countFilledRows(last)
                        && contents[before].distinct > 1
                        && contents[before].distinct >= 1
                        && isRepeatedPair(last, before);
        boolean parts =
                contents[last].isMostly(contents[last].breakdowns)
                        || contents[last].isMostly(countTimesWithRole(last));
        if (repeating || parts) {
            uses[last] = LabelRole.SUB;
            uses[before] = LabelRole.NAME;
            for (int i = 0; i < names.length - 2; i++) uses[names[i]] = LabelRole.GROUP;
        } else
            for (int i = 0; i < names.length - 1; i++)
                uses[names[i]] =
                        areDepartments(contents[names[i]]) ? LabelRole.DEPARTMENT : LabelRole.GROUP;
        if (areDepartments(contents[last]) && !areDepartments(contents[before])) {
            uses[last] = LabelRole.DEPARTMENT;
            uses[before] = LabelRole.NAME;
        }
    }

    /**
     * Of several columns of texts one is called 指标: the others only say something beside it.
     *
     * @return whether that settled what each of them is
     */
    private boolean assignNameByHead(int[] names) {
        List<Integer> called =
                Arrays.stream(names)
                        .filter(c -> facets[c].term() == HeaderTerm.NAME)
                        .boxed()
                        .toList();
        if (called.size() != 1) return false;
        int name = called.getFirst();
        boolean others =
                Arrays.stream(names)
                        .filter(c -> c > name)
                        .allMatch(
                                c ->
                                        !headPath(from + c).isEmpty()
                                                && !contents[c].isMostly(contents[c].breakdowns)
                                                && !contents[c].isMostly(countTimesWithRole(c))
                                                && contents[name].distinct >= contents[c].distinct);
        if (!others || name == names[names.length - 1]) return false;
        for (int c : names) if (c != name) uses[c] = c < name ? LabelRole.GROUP : LabelRole.NOTE;
        return true;
    }

    /**
     * A head that is no 指标, one unit for all, and a title that tells of one thing: the rows are
     * parts of it.
     */
    private void useNamesAsBreakdowns() {
        int name = indexOf(LabelRole.NAME);
        if (name < 0 || indexOf(LabelRole.UNIT) >= 0 || indexOf(LabelRole.BREAKDOWN) >= 0) return;
        boolean told = title.units().size() == 1 && !title.indicator().isEmpty();
        if (!told && !hasMeasuringHeads()) return;
        boolean strange =
                !headPath(from + name).isEmpty() && facets[name].term() == HeaderTerm.NONE;
        boolean plain =
                rows.stream()
                        .map(r -> sketch.textAt(r, from + name))
                        .allMatch(t -> UnitParser.splitNameAndUnit(t).unit().isEmpty());
        if (strange && plain) uses[name] = LabelRole.BREAKDOWN;
    }

    /** 产量（吨）: heads that name a thing and its unit. */
    private boolean hasMeasuringHeads() {
        return IntStream.range(0, uses.length)
                .anyMatch(
                        c ->
                                uses[c] instanceof FigureRole
                                        && !facets[c].rest().isEmpty()
                                        && !facets[c].unit().isEmpty());
    }

    private int countFilledRows(int c) {
        return (int) rows.stream().filter(r -> !sketch.textAt(r, from + c).isEmpty()).count();
    }

    /** Each text of a column under different texts of the one before it. */
    private boolean isRepeatedPair(int c, int before) {
        Set<String> pairs = new HashSet<>();
        Set<String> texts = new HashSet<>();
        String over = "";
        for (int r : rows) {
            if (!sketch.textAt(r, from + before).isEmpty()) over = sketch.textAt(r, from + before);
            if (sketch.textAt(r, from + c).isEmpty()) continue;
            pairs.add(over + "|" + sketch.textAt(r, from + c));
            texts.add(sketch.textAt(r, from + c));
        }
        return pairs.size() >= 2 * texts.size();
    }

    /** The names are counties or years, and what is told of them is named elsewhere. */
    private boolean isNamedElsewhere(int c) {
        ColumnContent content = contents[c];
        if (content.isMostly(content.years + content.times)) return true;
        boolean parts =
                content.isMostly(content.breakdowns)
                        && !(facets[c].term() == HeaderTerm.NAME
                                && !title.isNamed()
                                && !content.isMostly(content.places));
        return parts
                && (title.isNamed()
                        || indexOf(LabelRole.NAME) == lastIndexOf(LabelRole.NAME)
                                && (hasNamingHeads()
                                        || !title.indicator().isEmpty()
                                        || indexOf(LabelRole.GROUP) >= 0)
                        || content.isMostly(content.places)
                                && indexOf(LabelRole.NAME) == lastIndexOf(LabelRole.NAME));
    }

    private boolean hasNamingHeads() {
        return IntStream.range(0, uses.length)
                .anyMatch(c -> uses[c] instanceof FigureRole && !facets[c].rest().isEmpty());
    }

    /** Without a name a group names: 类别 | 地区 | 数值. */
    private void useGroupsAsNames() {
        int group = indexOf(LabelRole.GROUP);
        if (group >= 0 && !hasNamingHeads() && !title.isNamed()) uses[group] = LabelRole.NAME;
        else if (group >= 0 && indexOf(LabelRole.BREAKDOWN) < 0 && indexOf(LabelRole.PERIOD) < 0)
            uses[group] = hasNamingHeads() ? LabelRole.BREAKDOWN : LabelRole.NAME;
    }

    private int indexOf(ColumnRole use) {
        return Arrays.asList(uses).indexOf(use);
    }

    private int lastIndexOf(ColumnRole use) {
        return Arrays.asList(uses).lastIndexOf(use);
    }

    private RowMeaning meaningOfRows() {
        if (indexOf(LabelRole.NAME) >= 0) return RowMeaning.INDICATORS;
        if (indexOf(LabelRole.BREAKDOWN) >= 0) return RowMeaning.BREAKDOWNS;
        return indexOf(LabelRole.PERIOD) >= 0 ? RowMeaning.PERIODS : RowMeaning.INDICATORS;
    }

    /**
     * In the table of a plan the year before it is the baseline, and its last year the target,
     * where no head says otherwise.
     */
    private void assignMilestoneRoles() {
        boolean planned =
                indexOf(LabelRole.PROPERTY) >= 0
                        || title.title().matches(".*(规划|目标|专栏|指标体系|plan|target).*")
                                && !title.title().matches(".*(完成情况|统计).*");
        boolean told =
                plan.isPresent()
                        && (indexOf(FigureRole.TARGET) >= 0 || indexOf(FigureRole.MID_TERM) >= 0);
        if (!planned && !told) return;
        PlanYears years = plan.orElseGet(this::yearsOfHeads);
        boolean split = title.title().matches(".*(目标分解|年度目标|分年度|任务分解|目标值分解).*");
        boolean based = indexOf(FigureRole.BASELINE) >= 0;
        boolean aimed = indexOf(FigureRole.TARGET) >= 0;
        for (int c = 0; c < uses.length; c++) {
            TimeReference when = facets[c].time();
            if (uses[c] != FigureRole.ACTUAL) continue;
            if (!based && when.equals(TimeReference.yearReference(years.firstYear() - 1)))
                uses[c] = FigureRole.BASELINE;
            if (facets[c].role().isPresent()) continue;
            if (split && when.hasYear() && uses[c] == FigureRole.ACTUAL)
                uses[c] = FigureRole.TARGET;
            if (!based && when.equals(TimeReference.yearReference(years.firstYear() - 1)))
                uses[c] = FigureRole.BASELINE;
            if (!aimed && when.equals(TimeReference.yearReference(years.lastYear())))
                uses[c] = FigureRole.TARGET;
            boolean spans =
                    when.fromYear() >= years.firstYear()
                                    && when.toYear() == years.lastYear()
                                    && when.fromYear() < when.toYear()
                            || when.isUnsaid() && isOfFiveYears(c);
            if (spans && !aimed && indexOf(LabelRole.PROPERTY) >= 0) uses[c] = FigureRole.TARGET;
        }
        if (!aimed)
            for (int c = 0; c < uses.length; c++)
                if (uses[c] == FigureRole.OTHER
                        && isAnnualMean(c)
                        && indexOf(LabelRole.PROPERTY) >= 0) uses[c] = FigureRole.TARGET;
    }

    private boolean isOfFiveYears(int c) {
        return String.join("", headPath(from + c)).matches(".*(年均|累计|五年).*");
    }

    private boolean isAnnualMean(int c) {
        return String.join("", headPath(from + c)).matches(".*年均.*");
    }

    private PlanYears yearsOfHeads() {
        int[] years =
                Arrays.stream(facets)
                        .filter(f -> f.time().hasYear())
                        .mapToInt(f -> f.time().toYear())
                        .toArray();
        return years.length == 0
                ? new PlanYears(2021, 2025)
                : new PlanYears(
                        Math.max(years[years.length - 1] - 4, 1950), years[years.length - 1]);
    }

    private LayoutColumn createColumn(int c, RowMeaning stand, List<LayoutColumn> before) {
        HeaderMeaning facet = facets[c];
        String head = String.join(" ", headPath(from + c));
        if (!(uses[c] instanceof FigureRole role))
            return new LayoutColumn(
                    from + c,
                    head,
                    uses[c],
                    TimeReference.UNSAID,
                    "",
                    "",
                    uses[c] == LabelRole.UNIT ? "" : facet.unit(),
                    sure[c]);
        Optional<LayoutColumn> left =
                before.reversed().stream().filter(LayoutColumn::holdsFigures).findFirst();
        TimeReference when = timeOfColumn(c, role, left, before);
        boolean known = facet.saysSomething() || stand != RowMeaning.INDICATORS;
        String part =
                stand == RowMeaning.INDICATORS
                                && (BreakdownTerms.isBreakdownTerm(facet.rest())
                                        || countUnknownColumns() > 1 && facet.role().isEmpty())
                        ? facet.rest()
                        : "";
        String indicator =
                stand == RowMeaning.INDICATORS
                        ? ""
                        : facet.rest().isEmpty() && facet.role().isPresent()
                                ? left.map(LayoutColumn::indicator).orElse("")
                                : facet.rest();
        return new LayoutColumn(
                from + c,
                head,
                role,
                when,
                indicator,
                part,
                isChangeAsAmount(c, role) ? HeaderMeaning.UNIT_OF_ROW : facet.unit(),
                known ? sure[c] : area.heads().isEmpty() ? 0.6 : 0.7);
    }

    /** True where a column of changes holds the differences of the two columns of values before. */
    private boolean isChangeAsAmount(int c, FigureRole role) {
        if (role != FigureRole.OTHER || !facets[c].isGrowth()) return false;
        if (String.join("", headPath(from + c)).matches(".*([%％率速幅]|百分点).*")) return false;
        List<Integer> values =
                IntStream.range(0, c)
                        .filter(b -> uses[b] == FigureRole.ACTUAL)
                        .boxed()
                        .toList()
                        .reversed();
        if (values.size() < 2) return false;
        int one = from + values.get(0);
        int other = from + values.get(1);
        long told = rows.stream().filter(r -> isDifference(r, from + c, one, other)).count();
        return told * 2 > rows.size();
    }

    private boolean isDifference(int r, int change, int one, int other) {
        Optional<BigDecimal> told = findAmount(r, change);
        Optional<BigDecimal> a = findAmount(r, one);
        Optional<BigDecimal> b = findAmount(r, other);
        return told.isPresent()
                && a.isPresent()
                && b.isPresent()
                && a.get().subtract(b.get()).abs().compareTo(told.get().abs()) == 0;
    }

    private Optional<BigDecimal> findAmount(int r, int c) {
        return FigureCell.parseCell(sketch.cellAt(r, c), "").flatMap(f -> f.reading().findAmount());
    }

    /** How many columns of figures are called something that is neither time nor role. */
    private int countUnknownColumns() {
        return (int)
                IntStream.range(0, uses.length)
                        .filter(c -> uses[c] instanceof FigureRole && !facets[c].rest().isEmpty())
                        .count();
    }

    /**
     * The time its head names; a share or a growth has that of the column it follows; a baseline or
     * a target that of its plan.
     */
    private TimeReference timeOfColumn(
            int c, FigureRole role, Optional<LayoutColumn> left, List<LayoutColumn> before) {
        TimeReference when = facets[c].time();
        if (when.aside() == TimeReference.TimeAside.YEAR_BEFORE
                && !when.hasMonths()
                && left.filter(
                                l ->
                                        l.time().hasMonths()
                                                || l.time().toDate()
                                                || l.time().aside()
                                                        == TimeReference.TimeAside.MONTH)
                        .isPresent()) {
            TimeReference was = left.get().time();
            boolean month = was.aside() == TimeReference.TimeAside.MONTH;
            return new TimeReference(
                    was.hasYear() ? was.fromYear() - 1 : 0,
                    was.hasYear() ? was.toYear() - 1 : 0,
                    was.firstMonth(),
                    was.lastMonth(),
                    was.hasYear()
                            ? TimeReference.TimeAside.NONE
                            : month
                                    ? TimeReference.TimeAside.YEAR_BEFORE_MONTH
                                    : TimeReference.TimeAside.YEAR_BEFORE,
                    was.toDate());
        }
        if (!when.isUnsaid()) return when;
        return switch (role) {
            case BASELINE ->
                    plan.map(y -> TimeReference.yearReference(y.firstYear() - 1))
                            .orElse(TimeReference.UNSAID);
            case TARGET ->
                    title.time().hasMonths()
                            ? TimeReference.monthsReference(1, 12)
                            : isOfFiveYears(c)
                                    ? plan.map(
                                                    y ->
                                                            TimeReference.yearsReference(
                                                                    y.firstYear(), y.lastYear()))
                                            .orElse(TimeReference.UNSAID)
                                    : plan.isPresent() && !title.time().hasYear()
                                            ? TimeReference.yearReference(plan.get().lastYear())
                                            : TimeReference.UNSAID;
            case MID_TERM -> plan.map(TimeReference::middleOfPlan).orElse(TimeReference.UNSAID);
            case OTHER -> latestTime(before);
            case ATTAINMENT, PROGRESS, VERDICT ->
                    before.reversed().stream()
                            .filter(
                                    b ->
                                            b.role() == FigureRole.ACTUAL
                                                    && b.time().fromYear() == b.time().toYear())
                            .map(LayoutColumn::time)
                            .findFirst()
                            .orElse(TimeReference.UNSAID);
            case ACTUAL, FORECAST, WEIGHT -> TimeReference.UNSAID;
        };
    }

    /** A growth is that of the latest of the columns it follows: 2023年, 2022年, 同比. */
    private static TimeReference latestTime(List<LayoutColumn> before) {
        List<LayoutColumn> run =
                before.reversed().stream()
                        .takeWhile(LayoutColumn::holdsFigures)
                        .dropWhile(c -> c.role() == FigureRole.OTHER)
                        .takeWhile(c -> c.role() != FigureRole.OTHER)
                        .toList();
        Optional<LayoutColumn> near =
                run.stream()
                        .filter(
                                c ->
                                        c.role() == FigureRole.ACTUAL
                                                || c.role() == FigureRole.FORECAST)
                        .findFirst();
        if (near.isEmpty())
            return before.reversed().stream()
                    .filter(LayoutColumn::holdsFigures)
                    .findFirst()
                    .map(LayoutColumn::time)
                    .orElse(TimeReference.UNSAID);
        LayoutColumn nearest = near.get();
        boolean earlier =
                nearest.time().aside() == TimeReference.TimeAside.YEAR_BEFORE
                        || nearest.time().aside() == TimeReference.TimeAside.YEAR_BEFORE_MONTH
                        || nearest.time().aside() == TimeReference.TimeAside.WHOLE_YEAR_BEFORE
                        || nearest.time().aside() == TimeReference.TimeAside.MONTH_BEFORE;
        Optional<LayoutColumn> over =
                run.stream()
                        .skip(run.indexOf(nearest) + 1L)
                        .filter(c -> c.role() == FigureRole.ACTUAL)
                        .findFirst();
        if (over.isEmpty()) return nearest.time();
        boolean older =
                nearest.time().hasYear() && nearest.time().toYear() < over.get().time().toYear();
        return earlier || older ? over.get().time() : nearest.time();
    }

    /** Counties in the heads, and the indicator in the title. */
    private List<LayoutColumn> withHeadsAsBreakdowns(List<LayoutColumn> columns) {
        List<LayoutColumn> figures =
                columns.stream().filter(c -> c.holdsFigures() && !c.indicator().isEmpty()).toList();
        long parts =
                figures.stream().filter(c -> BreakdownTerms.isBreakdownTerm(c.indicator())).count();
        if (title.indicator().isEmpty() || figures.isEmpty() || parts < figures.size())
            return columns;
        return columns.stream()
                .map(
                        c ->
                                c.holdsFigures()
                                        ? new LayoutColumn(
                                                c.index(),
                                                c.head(),
                                                c.role(),
                                                c.time(),
                                                "",
                                                c.indicator(),
                                                c.unit(),
                                                c.confidence())
                                        : c)
                .toList();
    }

    /** 2023年 and 2022年 in a table of 2023年1-9月 are these months of both years. */
    private List<LayoutColumn> withMonthsOfTitle(List<LayoutColumn> columns) {
        TimeReference said = title.time();
        List<LayoutColumn> timed =
                columns.stream().filter(c -> c.holdsFigures() && !c.time().isUnsaid()).toList();
        boolean bare =
                said.hasYear()
                        && said.hasMonths()
                        && !timed.isEmpty()
                        && timed.stream()
                                .allMatch(
                                        c ->
                                                c.time().hasYear()
                                                        && !c.time().hasMonths()
                                                        && c.time().fromYear() == c.time().toYear()
                                                        && !c.head().contains("全年"))
                        && timed.stream().anyMatch(c -> c.time().fromYear() == said.fromYear())
                        && timed.stream()
                                .allMatch(
                                        c ->
                                                c.role() == FigureRole.ACTUAL
                                                        || c.role() == FigureRole.OTHER)
                        && timed.stream().map(c -> c.time().fromYear()).distinct().count() <= 2;
        if (!bare) return columns;
        return columns.stream()
                .map(
                        c ->
                                c.holdsFigures() && c.time().hasYear()
                                        ? new LayoutColumn(
                                                c.index(),
                                                c.head(),
                                                c.role(),
                                                new TimeReference(
                                                        c.time().fromYear(),
                                                        c.time().toYear(),
                                                        said.firstMonth(),
                                                        said.lastMonth(),
                                                        TimeReference.TimeAside.NONE,
                                                        false),
                                                c.indicator(),
                                                c.breakdown(),
                                                c.unit(),
                                                0.7)
                                        : c)
                .toList();
    }
}
