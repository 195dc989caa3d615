package plumbline.exchange.table;

import plumbline.exchange.notation.BreakdownTerms;
import plumbline.exchange.notation.FootnoteMarks;
import plumbline.exchange.notation.HeaderTerm;
import plumbline.exchange.notation.PlanYears;
import plumbline.exchange.notation.TimeReference;
import plumbline.exchange.notation.UnitParser;
import plumbline.exchange.table.CellKinds.Kind;
import plumbline.exchange.table.TableFinder.Area;
import plumbline.exchange.table.TableLayout.Column;
import plumbline.exchange.table.TableLayout.Rows;
import plumbline.exchange.table.TableLayout.Said;

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
    private record Content(
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
        int filled() {
            return numbers + missing + years + times + texts;
        }

        boolean mostly(int some) {
            return some > 0 && some >= MOST * (years + times + texts + numbers);
        }

        boolean figures() {
            return numbers > 0 && numbers + missing >= texts + times
                    || numbers == 0 && missing > 0 && texts == 0 && times == 0;
        }
    }

    private final CellKinds sketch;
    private final Area area;
    private final TableContext title;
    private final String sheet;
    private final int from;
    private final List<Integer> rows;
    private final Content[] contents;
    private final HeaderMeaning[] facets;
    private final ColumnRole[] uses;
    private final double[] sure;
    private final Optional<PlanYears> plan;

    LayoutDetector(CellKinds sketch, Area area, String file, String sheet) {
        this.sketch = sketch;
        this.area = area;
        this.sheet = sheet;
        this.from = area.left();
        this.title = TableContext.of(area.above(), sheet, file);
        this.rows =
                IntStream.range(area.first(), area.end())
                        .filter(
                                r ->
                                        sketch.texts(r, area.left(), area.right()).size() > 1
                                                && !again(r)
                                                && !sketch.index(r))
                        .boxed()
                        .toList();
        int width = area.right() - from;
        contents = new Content[width];
        facets = new HeaderMeaning[width];
        uses = new ColumnRole[width];
        sure = new double[width];
        for (int c = 0; c < width; c++) {
            contents[c] = content(from + c);
            facets[c] = understoodHead(c);
            sure[c] = 0.95;
        }
        this.plan =
                PlanYears.in(
                        String.join("\n", area.above())
                                + "\n"
                                + sheet
                                + "\n"
                                + file
                                + "\n"
                                + String.join(
                                        "\n",
                                        area.heads().stream()
                                                .flatMap(r -> sketch.texts(r).stream())
                                                .toList()));
    }

    private HeaderMeaning understoodHead(int c) {
        HeaderMeaning said = facet(path(from + c));
        boolean labelOverFigures =
                (said.word() == HeaderTerm.BREAKDOWN || said.word() == HeaderTerm.GROUP)
                        && contents[c].figures();
        HeaderMeaning meaning =
                labelOverFigures ? said.asName(String.join("", path(from + c))) : said;
        return unitInHeads(from + c).map(meaning::withUnit).orElse(meaning);
    }

    private boolean again(int r) {
        return area.heads().stream()
                .anyMatch(
                        h ->
                                sketch.texts(h, area.left(), area.right())
                                        .equals(sketch.texts(r, area.left(), area.right())));
    }

    /**
     * All different texts over a column, from the top. An upper head that is not merged stands over
     * the empty places to its right.
     */
    private List<String> path(int c) {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < area.heads().size(); i++) {
            if (i > 0 && isAsideByItsLabel(area.heads().get(i))) continue;
            String text = text(area.heads().get(i), c);
            if (text.isEmpty()
                    && i < area.heads().size() - 1
                    && !text(area.heads().getLast(), c).isEmpty()) text = spanning(i, c);
            if (!text.isEmpty() && !path.contains(text)) path.add(text);
        }
        return path;
    }

    /** 频率, 单位, 来源 in the first column: a row of heads that says what it is itself. */
    private boolean isAsideByItsLabel(int head) {
        return hasLabelledHeads()
                && switch (sketch.facet(text(head, from)).word()) {
                    case UNIT, NOTE, ASIDE, DAY -> true;
                    default -> false;
                };
    }

    /** Several rows of heads, each with a label of its own in the first column. */
    private boolean hasLabelledHeads() {
        List<String> labels = area.heads().stream().map(r -> text(r, from)).toList();
        return labels.size() > 1
                && labels.stream().noneMatch(String::isEmpty)
                && labels.stream().distinct().count() == labels.size()
                && labels.stream().allMatch(l -> sketch.facet(l).word().label());
    }

    /** What the row of units says of a column, where the heads have such a row. */
    private Optional<String> unitInHeads(int c) {
        if (!hasLabelledHeads()) return Optional.empty();
        return area.heads().stream()
                .filter(r -> sketch.facet(text(r, from)).word() == HeaderTerm.UNIT)
                .flatMap(r -> UnitParser.unit(text(r, c)).stream())
                .findFirst();
    }

    private String spanning(int head, int c) {
        int row = area.heads().get(head);
        for (int left = c - 1; left >= from; left--) {
            String text = text(row, left);
            if (text.isEmpty()) continue;
            String below = text(area.heads().get(head + 1), left);
            return below.isEmpty() || below.equals(text) ? "" : text;
        }
        return "";
    }

    private String text(int r, int c) {
        return sketch.index(r) ? "" : sketch.text(r, c);
    }

    private HeaderMeaning facet(List<String> path) {
        HeaderMeaning all = HeaderMeaning.NOTHING;
        for (String text : path) {
            HeaderMeaning own = sketch.facet(text);
            all = all == HeaderMeaning.NOTHING ? own : own.under(all);
        }
        HeaderMeaning joined = path.size() > 1 ? sketch.facet(String.join("", path)) : all;
        return all.word() == HeaderTerm.NONE && joined.word().label() ? joined : all;
    }

    private Content content(int c) {
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
            String text = sketch.text(r, c);
            switch (sketch.kind(r, c)) {
                case NUMBER -> numbers++;
                case MISSING -> missing++;
                case TIME -> {
                    if (sketch.year(r, c)) years++;
                    else times++;
                }
                case TEXT -> texts++;
                case EMPTY -> {}
            }
            if (text.isEmpty() || sketch.kind(r, c) == Kind.NUMBER) continue;
            distinct.add(text);
            String bare = FootnoteMarks.off(text);
            if (BreakdownTerms.any(bare)) breakdowns++;
            if (BreakdownTerms.place(bare) || BreakdownTerms.total(bare)) places++;
            if (UnitParser.unit(text).isPresent()) units++;
            if (text.matches("(约束|预期|預期|約束)性?(指标)?|binding|expected|指导性")) properties++;
            if (text.matches(".{1,30}(局|委|办|厅|处|中心|科|部|院|公司|委员会|集团|大队|支队|办公室|股|室|署)([、,，/\\s].*)?"))
                departments++;
        }
        return new Content(
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

    TableLayout layout() {
        meaningsInContext();
        for (int c = 0; c < uses.length; c++) uses[c] = byHead(c);
        byContent();
        names();
        unnamed();
        leaveOutUnknown();
        milestones();
        Rows stand = stand();
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < uses.length; c++) columns.add(column(c, stand, columns));
        if (stand != Rows.INDICATORS) columns = crossed(columns);
        int head = area.heads().isEmpty() ? area.first() : area.heads().getFirst();
        return new TableLayout(
                sheet,
                head,
                area.first(),
                area.end(),
                inTheMonths(columns),
                new Said(title.indicator(), "", unit(), when(columns), stand, title.title()));
    }

    /** Heads that say what they say only beside others. */
    private void meaningsInContext() {
        boolean done = hasRole(FigureRole.ACTUAL);
        boolean wanted = hasRole(FigureRole.TARGET);
        for (int c = 0; c < facets.length; c++) {
            String head = String.join("", path(from + c));
            if (done && wanted && PERCENT.matcher(head).matches())
                facets[c] = facets[c].as(FigureRole.ATTAINMENT, "%");
            if (done && !wanted && WANTED.matcher(head).matches())
                facets[c] = facets[c].as(FigureRole.TARGET, "");
        }
    }

    private boolean hasRole(FigureRole role) {
        return Arrays.stream(facets).anyMatch(f -> f.role().filter(role::equals).isPresent());
    }

    /**
     * Whole numbers under a head that says neither time nor role, beside columns that do: a code, a
     * page. They are no figures of the indicators.
     */
    private void leaveOutUnknown() {
        if (stand() != Rows.INDICATORS) return;
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
                facet.when().unsaid()
                        && facet.role().isEmpty()
                        && facet.unit().isEmpty()
                        && !facet.rest().isEmpty()
                        && !BreakdownTerms.any(facet.rest());
        return silent
                && rows.stream()
                        .map(r -> sketch.text(r, from + c))
                        .allMatch(t -> t.isEmpty() || WHOLE.matcher(t).matches());
    }

    private String unit() {
        return String.join("、", title.units());
    }

    /** 累计 in a title is said of the columns that name no months themselves. */
    private TimeReference when(List<Column> columns) {
        TimeReference when = title.when();
        boolean months = columns.stream().anyMatch(c -> c.figures() && c.when().hasMonths());
        return when.toDate() && months
                ? new TimeReference(
                        when.from(), when.to(), when.first(), when.last(), when.aside(), false)
                : when;
    }

    private ColumnRole byHead(int c) {
        HeaderMeaning facet = facets[c];
        Content content = contents[c];
        boolean words = content.texts > content.numbers;
        return switch (facet.word()) {
            case ASIDE -> LabelRole.IGNORED;
            case NUMBER ->
                    content.numbers + content.texts + content.years >= content.times
                            ? LabelRole.NUMBER
                            : null;
            case UNIT ->
                    departments(content)
                            ? LabelRole.DEPARTMENT
                            : content.places > content.units
                                    ? LabelRole.BREAKDOWN
                                    : content.figures() ? null : LabelRole.UNIT;
            case PROPERTY -> LabelRole.PROPERTY;
            case GROUP -> content.figures() ? null : LabelRole.GROUP;
            case DEPARTMENT -> content.figures() ? null : LabelRole.DEPARTMENT;
            case NOTE -> content.figures() && content.numbers > 2 ? null : LabelRole.NOTE;
            case DAY -> LabelRole.IGNORED;
            case PERIOD ->
                    isOfNumberedTimes(c)
                                    || content.years + content.times + content.texts
                                            >= content.numbers
                                    || content.numbers > 0 && c == 0
                            ? LabelRole.PERIOD
                            : null;
            case BREAKDOWN ->
                    content.figures()
                            ? null
                            : content.mostly(content.years + content.times)
                                    ? LabelRole.PERIOD
                                    : LabelRole.BREAKDOWN;
            case NAME -> content.figures() && !words ? null : LabelRole.NAME;
            default -> null;
        };
    }

    /** 1 to 12 under 月份, 1 to 4 under 季度. */
    private boolean isOfNumberedTimes(int c) {
        String head = String.join("", path(from + c));
        int most = TimeColumns.isOfMonths(head) ? 12 : TimeColumns.isOfQuarters(head) ? 4 : 0;
        return most > 0
                && contents[c].numbers > 0
                && rows.stream()
                        .map(r -> sketch.text(r, from + c))
                        .filter(t -> !t.isEmpty())
                        .allMatch(
                                t ->
                                        t.matches("\\d{1,2}")
                                                && Integer.parseInt(t) <= most
                                                && Integer.parseInt(t) > 0);
    }

    private static boolean departments(Content content) {
        return content.mostly(content.departments);
    }

    private void byContent() {
        yearsBesideFigures();
        constants();
        int firstFigures = firstFigures();
        for (int c = 0; c < uses.length; c++) {
            if (uses[c] != null) continue;
            Content content = contents[c];
            boolean headed = facets[c].role().isPresent() || !facets[c].when().unsaid();
            if (c < firstFigures && serial(c)) uses[c] = LabelRole.NUMBER;
            else if (content.figures() && !(c < firstFigures))
                uses[c] = facets[c].role().orElse(FigureRole.ACTUAL);
            else if (content.years > 0
                    && content.numbers > 0
                    && content.numbers + content.years >= content.texts)
                uses[c] = facets[c].role().orElse(FigureRole.ACTUAL);
            else if (content.filled() == 0)
                uses[c] = headed ? facets[c].role().orElse(FigureRole.ACTUAL) : LabelRole.IGNORED;
            else if (headed && c >= firstFigures)
                uses[c] = facets[c].role().orElse(FigureRole.ACTUAL);
            else if (headed
                    && facets[c].role().isPresent()
                    && content.numbers + content.missing > 0) uses[c] = facets[c].role().get();
            else uses[c] = label(c, c < firstFigures);
        }
    }

    /** 基期年份 | 基期值: years that belong to the figures on their right. */
    private void yearsBesideFigures() {
        for (int c = 0; c + 1 < uses.length; c++) {
            boolean years =
                    uses[c] == null
                            && contents[c].mostly(contents[c].years)
                            && TimeColumns.isYearOfSomething(String.join("", path(from + c)));
            if (years && contents[c + 1].figures() && facets[c + 1].when().unsaid())
                uses[c] = LabelRole.TIME_OF_NEXT;
        }
    }

    /** One word all the way down under a head that says nothing known: it tells nothing apart. */
    private void constants() {
        for (int c = 0; c < uses.length; c++) {
            boolean told = uses[c] != null || facets[c].saysSomething() || path(from + c).isEmpty();
            boolean constant =
                    contents[c].distinct == 1
                            && contents[c].texts >= 3
                            && contents[c].texts == rows.size();
            if (!told && constant) uses[c] = LabelRole.IGNORED;
        }
    }

    /** The first column of figures that is no serial number and no column of years. */
    private int firstFigures() {
        for (int c = 0; c < uses.length; c++) {
            if (uses[c] != null
                    || !contents[c].figures()
                            && !(contents[c].years > 0 && contents[c].numbers > 0)) continue;
            if (serial(c) && c < uses.length - 1) continue;
            return c;
        }
        for (int c = 0; c < uses.length; c++)
            if (uses[c] == null && (facets[c].role().isPresent() || !facets[c].when().unsaid()))
                return c;
        for (int c = 1; c < uses.length; c++)
            if (uses[c] == null && contents[c].years > 0 && contents[c].texts == 0) return c;
        return uses.length;
    }

    /** 1, 2, 3 … with a name beside it. */
    private boolean serial(int c) {
        if (contents[c].numbers == 0
                || !facets[c].when().unsaid()
                || facets[c].role().isPresent()
                || contents[c].texts > contents[c].numbers) return false;
        boolean labelled = c + 1 < uses.length && contents[c + 1].texts > contents[c + 1].numbers;
        int last = 0;
        int counted = 0;
        for (int r : rows) {
            if (sketch.kind(r, from + c) != Kind.NUMBER) continue;
            String text = sketch.text(r, from + c);
            if (!text.matches("\\d{1,3}(\\.0|\\.)?")) return false;
            int number = Integer.parseInt(text.replaceFirst("\\..*", ""));
            if (number != last + 1 && number != 1 && number != last) return false;
            last = number;
            counted++;
        }
        return labelled && counted > 0 && c <= 1;
    }

    private ColumnRole label(int c, boolean before) {
        Content content = contents[c];
        if (!before) {
            if (content.mostly(content.units)) return LabelRole.UNIT;
            return content.mostly(content.properties) ? LabelRole.PROPERTY : LabelRole.NOTE;
        }
        sure[c] = 0.8;
        if (content.mostly(content.units) && !content.mostly(content.places)) return LabelRole.UNIT;
        if (content.mostly(content.properties)) return LabelRole.PROPERTY;
        if (content.mostly(content.years + content.times) || content.mostly(milestones(c)))
            return LabelRole.PERIOD;
        if (content.mostly(content.breakdowns)) return LabelRole.BREAKDOWN;
        return LabelRole.NAME;
    }

    /** 2020年（基期）, 2025年目标, 2021年实际: times with a role. */
    private int milestones(int c) {
        return (int)
                rows.stream()
                        .map(r -> sketch.text(r, from + c))
                        .filter(t -> !t.isEmpty() && t.length() < 20)
                        .map(sketch::facet)
                        .filter(f -> f.bare() && (!f.when().unsaid() || f.role().isPresent()))
                        .count();
    }

    /** Of several columns of names one names, the others group, or break down. */
    private void names() {
        for (int c = 0; c < uses.length; c++)
            if (uses[c] == LabelRole.NAME && elsewhere(c))
                uses[c] =
                        contents[c].mostly(contents[c].years + contents[c].times)
                                ? LabelRole.PERIOD
                                : LabelRole.BREAKDOWN;
        int[] names =
                IntStream.range(0, uses.length).filter(c -> uses[c] == LabelRole.NAME).toArray();
        if (names.length < 2) {
            if (names.length == 0) namelessGroups();
            else if (indexOf(LabelRole.GROUP) >= 0
                    && contents[names[0]].mostly(contents[names[0]].breakdowns)
                    && !facets[names[0]].word().equals(HeaderTerm.NAME))
                uses[names[0]] = LabelRole.BREAKDOWN;
            return;
        }
        if (namedByItsHead(names)) return;
        int last = names[names.length - 1];
        int before = names[names.length - 2];
        boolean repeating =
                contents[last].distinct * 2 <= filled(last)
                        && contents[before].distinct > 1
                        && contents[before].distinct >= 1
                        && repeats(last, before);
        boolean parts =
                contents[last].mostly(contents[last].breakdowns)
                        || contents[last].mostly(milestones(last));
        if (repeating || parts) {
            uses[last] = LabelRole.SUB;
            uses[before] = LabelRole.NAME;
            for (int i = 0; i < names.length - 2; i++) uses[names[i]] = LabelRole.GROUP;
        } else
            for (int i = 0; i < names.length - 1; i++)
                uses[names[i]] =
                        departments(contents[names[i]]) ? LabelRole.DEPARTMENT : LabelRole.GROUP;
        if (departments(contents[last]) && !departments(contents[before])) {
            uses[last] = LabelRole.DEPARTMENT;
            uses[before] = LabelRole.NAME;
        }
    }

    /**
     * Of several columns of texts one is called 指标: the others only say something beside it.
     *
     * @return whether that settled what each of them is
     */
    private boolean namedByItsHead(int[] names) {
        List<Integer> called =
                Arrays.stream(names)
                        .filter(c -> facets[c].word() == HeaderTerm.NAME)
                        .boxed()
                        .toList();
        if (called.size() != 1) return false;
        int name = called.getFirst();
        boolean others =
                Arrays.stream(names)
                        .filter(c -> c > name)
                        .allMatch(
                                c ->
                                        !path(from + c).isEmpty()
                                                && !contents[c].mostly(contents[c].breakdowns)
                                                && !contents[c].mostly(milestones(c))
                                                && contents[name].distinct >= contents[c].distinct);
        if (!others || name == names[names.length - 1]) return false;
        for (int c : names) if (c != name) uses[c] = c < name ? LabelRole.GROUP : LabelRole.NOTE;
        return true;
    }

    /**
     * A head that is no 指标, one unit for all, and a title that tells of one thing: the rows are
     * parts of it.
     */
    private void unnamed() {
        int name = indexOf(LabelRole.NAME);
        if (name < 0 || indexOf(LabelRole.UNIT) >= 0 || indexOf(LabelRole.BREAKDOWN) >= 0) return;
        boolean told = title.units().size() == 1 && !title.indicator().isEmpty();
        if (!told && !headsMeasure()) return;
        boolean strange = !path(from + name).isEmpty() && facets[name].word() == HeaderTerm.NONE;
        boolean plain =
                rows.stream()
                        .map(r -> sketch.text(r, from + name))
                        .allMatch(t -> UnitParser.split(t).unit().isEmpty());
        if (strange && plain) uses[name] = LabelRole.BREAKDOWN;
    }

    /** 产量（吨）: heads that name a thing and its unit. */
    private boolean headsMeasure() {
        return IntStream.range(0, uses.length)
                .anyMatch(
                        c ->
                                uses[c] instanceof FigureRole
                                        && !facets[c].rest().isEmpty()
                                        && !facets[c].unit().isEmpty());
    }

    private int filled(int c) {
        return (int) rows.stream().filter(r -> !sketch.text(r, from + c).isEmpty()).count();
    }

    /** Each text of a column under different texts of the one before it. */
    private boolean repeats(int c, int before) {
        Set<String> pairs = new HashSet<>();
        Set<String> texts = new HashSet<>();
        String over = "";
        for (int r : rows) {
            if (!sketch.text(r, from + before).isEmpty()) over = sketch.text(r, from + before);
            if (sketch.text(r, from + c).isEmpty()) continue;
            pairs.add(over + "|" + sketch.text(r, from + c));
            texts.add(sketch.text(r, from + c));
        }
        return pairs.size() >= 2 * texts.size();
    }

    /** The names are counties or years, and what is told of them is named elsewhere. */
    private boolean elsewhere(int c) {
        Content content = contents[c];
        if (content.mostly(content.years + content.times)) return true;
        boolean parts =
                content.mostly(content.breakdowns)
                        && !(facets[c].word() == HeaderTerm.NAME
                                && !title.named()
                                && !content.mostly(content.places));
        return parts
                && (title.named()
                        || indexOf(LabelRole.NAME) == lastIndexOf(LabelRole.NAME)
                                && (headsName()
                                        || !title.indicator().isEmpty()
                                        || indexOf(LabelRole.GROUP) >= 0)
                        || content.mostly(content.places)
                                && indexOf(LabelRole.NAME) == lastIndexOf(LabelRole.NAME));
    }

    private boolean headsName() {
        return IntStream.range(0, uses.length)
                .anyMatch(c -> uses[c] instanceof FigureRole && !facets[c].rest().isEmpty());
    }

    /** Without a name a group names: 类别 | 地区 | 数值. */
    private void namelessGroups() {
        int group = indexOf(LabelRole.GROUP);
        if (group >= 0 && !headsName() && !title.named()) uses[group] = LabelRole.NAME;
        else if (group >= 0 && indexOf(LabelRole.BREAKDOWN) < 0 && indexOf(LabelRole.PERIOD) < 0)
            uses[group] = headsName() ? LabelRole.BREAKDOWN : LabelRole.NAME;
    }

    private int indexOf(ColumnRole use) {
        return Arrays.asList(uses).indexOf(use);
    }

    private int lastIndexOf(ColumnRole use) {
        return Arrays.asList(uses).lastIndexOf(use);
    }

    private Rows stand() {
        if (indexOf(LabelRole.NAME) >= 0) return Rows.INDICATORS;
        if (indexOf(LabelRole.BREAKDOWN) >= 0) return Rows.BREAKDOWNS;
        return indexOf(LabelRole.PERIOD) >= 0 ? Rows.PERIODS : Rows.INDICATORS;
    }

    /**
     * In the table of a plan the year before it is the baseline, and its last year the target,
     * where no head says otherwise.
     */
    private void milestones() {
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
            TimeReference when = facets[c].when();
            if (uses[c] != FigureRole.ACTUAL) continue;
            if (!based && when.equals(TimeReference.year(years.first() - 1)))
                uses[c] = FigureRole.BASELINE;
            if (facets[c].role().isPresent()) continue;
            if (split && when.hasYear() && uses[c] == FigureRole.ACTUAL)
                uses[c] = FigureRole.TARGET;
            if (!based && when.equals(TimeReference.year(years.first() - 1)))
                uses[c] = FigureRole.BASELINE;
            if (!aimed && when.equals(TimeReference.year(years.last())))
                uses[c] = FigureRole.TARGET;
            boolean spans =
                    when.from() >= years.first()
                                    && when.to() == years.last()
                                    && when.from() < when.to()
                            || when.unsaid() && five(c);
            if (spans && !aimed && indexOf(LabelRole.PROPERTY) >= 0) uses[c] = FigureRole.TARGET;
        }
        if (!aimed)
            for (int c = 0; c < uses.length; c++)
                if (uses[c] == FigureRole.OTHER && mean(c) && indexOf(LabelRole.PROPERTY) >= 0)
                    uses[c] = FigureRole.TARGET;
    }

    private boolean five(int c) {
        return String.join("", path(from + c)).matches(".*(年均|累计|五年).*");
    }

    private boolean mean(int c) {
        return String.join("", path(from + c)).matches(".*年均.*");
    }

    private PlanYears yearsOfHeads() {
        int[] years =
                Arrays.stream(facets)
                        .filter(f -> f.when().hasYear())
                        .mapToInt(f -> f.when().to())
                        .toArray();
        return years.length == 0
                ? new PlanYears(2021, 2025)
                : new PlanYears(
                        Math.max(years[years.length - 1] - 4, 1950), years[years.length - 1]);
    }

    private Column column(int c, Rows stand, List<Column> before) {
        HeaderMeaning facet = facets[c];
        String head = String.join(" ", path(from + c));
        if (!(uses[c] instanceof FigureRole role))
            return new Column(
                    from + c,
                    head,
                    uses[c],
                    TimeReference.UNSAID,
                    "",
                    "",
                    uses[c] == LabelRole.UNIT ? "" : facet.unit(),
                    sure[c]);
        Optional<Column> left = before.reversed().stream().filter(Column::figures).findFirst();
        TimeReference when = time(c, role, left, before);
        boolean known = facet.saysSomething() || stand != Rows.INDICATORS;
        String part =
                stand == Rows.INDICATORS
                                && (BreakdownTerms.any(facet.rest())
                                        || unknown() > 1 && facet.role().isEmpty())
                        ? facet.rest()
                        : "";
        String indicator =
                stand == Rows.INDICATORS
                        ? ""
                        : facet.rest().isEmpty() && facet.role().isPresent()
                                ? left.map(Column::indicator).orElse("")
                                : facet.rest();
        return new Column(
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
        if (role != FigureRole.OTHER || !facets[c].growth()) return false;
        if (String.join("", path(from + c)).matches(".*([%％率速幅]|百分点).*")) return false;
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
        Optional<BigDecimal> told = amount(r, change);
        Optional<BigDecimal> a = amount(r, one);
        Optional<BigDecimal> b = amount(r, other);
        return told.isPresent()
                && a.isPresent()
                && b.isPresent()
                && a.get().subtract(b.get()).abs().compareTo(told.get().abs()) == 0;
    }

    private Optional<BigDecimal> amount(int r, int c) {
        return FigureCell.of(sketch.cell(r, c), "").flatMap(f -> f.reading().findAmount());
    }

    /** How many columns of figures are called something that is neither time nor role. */
    private int unknown() {
        return (int)
                IntStream.range(0, uses.length)
                        .filter(c -> uses[c] instanceof FigureRole && !facets[c].rest().isEmpty())
                        .count();
    }

    /**
     * The time its head names; a share or a growth has that of the column it follows; a baseline or
     * a target that of its plan.
     */
    private TimeReference time(int c, FigureRole role, Optional<Column> left, List<Column> before) {
        TimeReference when = facets[c].when();
        if (when.aside() == TimeReference.Aside.YEAR_BEFORE
                && !when.hasMonths()
                && left.filter(
                                l ->
                                        l.when().hasMonths()
                                                || l.when().toDate()
                                                || l.when().aside() == TimeReference.Aside.MONTH)
                        .isPresent()) {
            TimeReference was = left.get().when();
            boolean month = was.aside() == TimeReference.Aside.MONTH;
            return new TimeReference(
                    was.hasYear() ? was.from() - 1 : 0,
                    was.hasYear() ? was.to() - 1 : 0,
                    was.first(),
                    was.last(),
                    was.hasYear()
                            ? TimeReference.Aside.NONE
                            : month
                                    ? TimeReference.Aside.YEAR_BEFORE_MONTH
                                    : TimeReference.Aside.YEAR_BEFORE,
                    was.toDate());
        }
        if (!when.unsaid()) return when;
        return switch (role) {
            case BASELINE ->
                    plan.map(y -> TimeReference.year(y.first() - 1)).orElse(TimeReference.UNSAID);
            case TARGET ->
                    title.when().hasMonths()
                            ? TimeReference.months(1, 12)
                            : five(c)
                                    ? plan.map(y -> TimeReference.years(y.first(), y.last()))
                                            .orElse(TimeReference.UNSAID)
                                    : plan.isPresent() && !title.when().hasYear()
                                            ? TimeReference.year(plan.get().last())
                                            : TimeReference.UNSAID;
            case MID_TERM -> plan.map(TimeReference::middle).orElse(TimeReference.UNSAID);
            case OTHER -> latest(before);
            case ATTAINMENT, PROGRESS, VERDICT ->
                    before.reversed().stream()
                            .filter(
                                    b ->
                                            b.use() == FigureRole.ACTUAL
                                                    && b.when().from() == b.when().to())
                            .map(Column::when)
                            .findFirst()
                            .orElse(TimeReference.UNSAID);
            case ACTUAL, FORECAST, WEIGHT -> TimeReference.UNSAID;
        };
    }

    /** A growth is that of the latest of the columns it follows: 2023年, 2022年, 同比. */
    private static TimeReference latest(List<Column> before) {
        List<Column> run =
                before.reversed().stream()
                        .takeWhile(Column::figures)
                        .dropWhile(c -> c.use() == FigureRole.OTHER)
                        .takeWhile(c -> c.use() != FigureRole.OTHER)
                        .toList();
        Optional<Column> near =
                run.stream()
                        .filter(c -> c.use() == FigureRole.ACTUAL || c.use() == FigureRole.FORECAST)
                        .findFirst();
        if (near.isEmpty())
            return before.reversed().stream()
                    .filter(Column::figures)
                    .findFirst()
                    .map(Column::when)
                    .orElse(TimeReference.UNSAID);
        Column nearest = near.get();
        boolean earlier =
                nearest.when().aside() == TimeReference.Aside.YEAR_BEFORE
                        || nearest.when().aside() == TimeReference.Aside.YEAR_BEFORE_MONTH
                        || nearest.when().aside() == TimeReference.Aside.WHOLE_YEAR_BEFORE
                        || nearest.when().aside() == TimeReference.Aside.MONTH_BEFORE;
        Optional<Column> over =
                run.stream()
                        .skip(run.indexOf(nearest) + 1L)
                        .filter(c -> c.use() == FigureRole.ACTUAL)
                        .findFirst();
        if (over.isEmpty()) return nearest.when();
        boolean older = nearest.when().hasYear() && nearest.when().to() < over.get().when().to();
        return earlier || older ? over.get().when() : nearest.when();
    }

    /** Counties in the heads, and the indicator in the title. */
    private List<Column> crossed(List<Column> columns) {
        List<Column> figures =
                columns.stream().filter(c -> c.figures() && !c.indicator().isEmpty()).toList();
        long parts = figures.stream().filter(c -> BreakdownTerms.any(c.indicator())).count();
        if (title.indicator().isEmpty() || figures.isEmpty() || parts < figures.size())
            return columns;
        return columns.stream()
                .map(
                        c ->
                                c.figures()
                                        ? new Column(
                                                c.index(),
                                                c.head(),
                                                c.use(),
                                                c.when(),
                                                "",
                                                c.indicator(),
                                                c.unit(),
                                                c.confidence())
                                        : c)
                .toList();
    }

    /** 2023年 and 2022年 in a table of 2023年1-9月 are these months of both years. */
    private List<Column> inTheMonths(List<Column> columns) {
        TimeReference said = title.when();
        List<Column> timed =
                columns.stream().filter(c -> c.figures() && !c.when().unsaid()).toList();
        boolean bare =
                said.hasYear()
                        && said.hasMonths()
                        && !timed.isEmpty()
                        && timed.stream()
                                .allMatch(
                                        c ->
                                                c.when().hasYear()
                                                        && !c.when().hasMonths()
                                                        && c.when().from() == c.when().to()
                                                        && !c.head().contains("全年"))
                        && timed.stream().anyMatch(c -> c.when().from() == said.from())
                        && timed.stream()
                                .allMatch(
                                        c ->
                                                c.use() == FigureRole.ACTUAL
                                                        || c.use() == FigureRole.OTHER)
                        && timed.stream().map(c -> c.when().from()).distinct().count() <= 2;
        if (!bare) return columns;
        return columns.stream()
                .map(
                        c ->
                                c.figures() && c.when().hasYear()
                                        ? new Column(
                                                c.index(),
                                                c.head(),
                                                c.use(),
                                                new TimeReference(
                                                        c.when().from(),
                                                        c.when().to(),
                                                        said.first(),
                                                        said.last(),
                                                        TimeReference.Aside.NONE,
                                                        false),
                                                c.indicator(),
                                                c.breakdown(),
                                                c.unit(),
                                                0.7)
                                        : c)
                .toList();
    }
}
