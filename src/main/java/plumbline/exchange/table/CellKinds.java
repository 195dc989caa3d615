package plumbline.exchange.table;

import plumbline.exchange.file.Cell;
import plumbline.exchange.file.Grid;
import plumbline.exchange.notation.HeaderTerm;
import plumbline.exchange.notation.TimeParser;
import plumbline.exchange.notation.UnitParser;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A grid seen from afar: what kind of thing stands in each cell. */
final class CellKinds {
    enum Kind {
        EMPTY,
        NUMBER,
        MISSING,
        /** Nothing but a time: 2021年, or the number 2021. */
        TIME,
        TEXT
    }

    private static final Pattern YEAR =
            Pattern.compile(
                    "(?:19[4-9]|20[0-9])\\d(?:\\.0+|\\s*[(]?[aefprAEFPR][)]?)?|(?:19|20)\\d\\d年?\\s*[-—–~～至]{1,2}\\s*(?:19|20)\\d\\d年?");
    private static final Pattern NOTE =
            Pattern.compile(
                    "(?si)[(（【\\[]?\\s*(注|备注|備註|附注|说明|說明|数据来源|资料来源|資料來源|附註|来源|填表说明|口径说明|指标说明|notes?|sources?|remarks?)\\s*\\d*\\s*[:：.、）)】\\]].*|\\*\\s?[^\\d].{12,}|填报?人.*[:：].*|(单位)?负责人.*[:：].*|(制|编)表人?\\s*[:：].*|审核人?\\s*[:：].*");

    /** A group of people, not a number of years. */
    private static final Pattern AGES =
            Pattern.compile("\\d{1,3}\\s*[-~～至—]\\s*\\d{1,3}[岁歲]|\\d{1,3}[岁歲](及)?以[上下]");

    private static final Pattern BARE_YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private static final Pattern KEYED = Pattern.compile("(?s)[(（]?[^:：]{1,12}[:：].*");

    private final Grid grid;
    private final Kind[][] kinds;
    private final String[][] texts;
    private final List<List<String>> rows = new ArrayList<>();

    CellKinds(Grid grid) {
        this.grid = grid;
        kinds = new Kind[grid.rows().size()][grid.width()];
        texts = new String[kinds.length][grid.width()];
        for (int r = 0; r < kinds.length; r++) {
            for (int c = 0; c < kinds[r].length; c++) {
                texts[r][c] = text(cell(r, c));
                kinds[r][c] = kind(cell(r, c), texts[r][c]);
            }
            rows.add(texts(r, 0, grid.width()));
        }
        for (int c = 0; c < grid.width(); c++) yearsAmongNumbers(c);
    }

    /**
     * 1985 in a column of numbers, in a row that a name begins and below a head, is a number like
     * the others.
     */
    private void yearsAmongNumbers(int c) {
        if (IntStream.range(0, kinds.length).noneMatch(r -> kinds[r][c] == Kind.NUMBER)) return;
        boolean headed = false;
        for (int r = 0; r < kinds.length; r++) {
            boolean number =
                    headed && kinds[r][c] == Kind.TIME && BARE_YEAR.matcher(texts[r][c]).matches();
            if (number && beginsWithName(r, c)) kinds[r][c] = Kind.NUMBER;
            headed |= kinds[r][c] != Kind.EMPTY;
        }
    }

    private boolean beginsWithName(int r, int before) {
        for (int c = 0; c < before; c++)
            if (!texts[r][c].isEmpty())
                return kinds[r][c] == Kind.TEXT && !facet(texts[r][c]).word().label();
        return false;
    }

    int height() {
        return kinds.length;
    }

    int width() {
        return grid.width();
    }

    Grid grid() {
        return grid;
    }

    Cell cell(int r, int c) {
        return grid.rows().get(r).get(c);
    }

    String text(int r, int c) {
        return texts[r][c];
    }

    Kind kind(int r, int c) {
        return kinds[r][c];
    }

    HeaderMeaning facet(String text) {
        return HeaderMeaning.of(text);
    }

    /** A day is told by its year and month, whatever the way it is shown. */
    static String text(Cell cell) {
        String shown = cell.shown().strip();
        if (cell.date().isEmpty()) return shown;
        String bare = shown.replace("\"", "");
        if (bare.matches("\\d{4}年?")) return bare;
        return cell.date().get().getYear() + "年" + cell.date().get().getMonthValue() + "月";
    }

    static Kind kind(Cell cell) {
        return kind(cell, text(cell));
    }

    private static Kind kind(Cell cell, String text) {
        if (text.isEmpty()) return Kind.EMPTY;
        if (cell.date().isPresent()) return Kind.TIME;
        if (YEAR.matcher(text).matches()) return Kind.TIME;
        if (AGES.matcher(text).matches()) return Kind.TEXT;
        Optional<FigureCell> figure = FigureCell.of(cell, "");
        if (figure.isPresent()) return figure.get().number() ? Kind.NUMBER : Kind.MISSING;
        return text.length() <= 24
                        && TimeParser.find(text).filter(TimeParser.Found::whole).isPresent()
                ? Kind.TIME
                : Kind.TEXT;
    }

    boolean year(int r, int c) {
        return YEAR.matcher(text(r, c)).matches();
    }

    /** The texts of a row between two columns, each once, without the empty ones. */
    List<String> texts(int r, int left, int right) {
        Set<String> texts = new LinkedHashSet<>();
        for (int c = left; c < right; c++) if (!text(r, c).isEmpty()) texts.add(text(r, c));
        return List.copyOf(texts);
    }

    List<String> texts(int r) {
        return rows.get(r);
    }

    boolean blank(int r) {
        return texts(r).isEmpty();
    }

    int count(int r, Kind kind) {
        int count = 0;
        for (int c = 0; c < width(); c++) if (kinds[r][c] == kind) count++;
        return count;
    }

    boolean note(int r) {
        List<String> texts = texts(r);
        return !texts.isEmpty()
                && NOTE.matcher(texts.getFirst()).matches()
                && count(r, Kind.NUMBER) == 0;
    }

    /** A row of 单位：亿元, 填报单位：…, a title, or several of them. */
    boolean preamble(int r) {
        List<String> texts = texts(r);
        if (texts.isEmpty() || count(r, Kind.NUMBER) > 0 && !texts.getFirst().matches(".*[:：]"))
            return false;
        if (texts.size() == 1) return true;
        boolean keyed = texts.stream().anyMatch(t -> KEYED.matcher(t).matches());
        return keyed
                && texts.stream()
                        .allMatch(
                                t ->
                                        KEYED.matcher(t).matches()
                                                || t.length() > 12
                                                || t.matches("[(（].*[)）]")
                                                || TimeParser.find(t)
                                                        .filter(TimeParser.Found::whole)
                                                        .isPresent()
                                                || UnitParser.unit(t).isPresent()
                                                || texts.getFirst().matches(".*[:：]\\s*"));
    }

    /** 甲 乙 1 2 3 under the heads: the columns counted. */
    boolean index(int r) {
        int next = -1;
        int counted = 0;
        for (int c = 0; c < width(); c++) {
            String text = text(r, c).replaceAll("[()（）<>《》]", "").replaceFirst("=.*", "");
            if (text.isEmpty() || text.matches("[甲乙丙丁戊A-Z]|栏次|列次")) continue;
            if (!text.matches("\\d{1,2}")) return false;
            int number = Integer.parseInt(text);
            if (next >= 0 && number != next || next < 0 && number > 1) return false;
            next = number + 1;
            counted++;
        }
        return counted >= 2;
    }

    /** Figures, and something that says what they are. */
    boolean data(int r) {
        if (count(r, Kind.NUMBER) == 0 && count(r, Kind.MISSING) == 0 || index(r) || note(r))
            return false;
        List<String> texts = texts(r);
        if (texts.getFirst().matches(".*(电话|传真|邮编|文号|表号|编号|代码).*") && texts.size() <= 3)
            return false;
        if (count(r, Kind.NUMBER) == 0) return texts.size() >= 2 && recognised(r) < 2;
        return texts.size() >= 2
                        && !(texts.getFirst().endsWith(":") || texts.getFirst().endsWith("："))
                || count(r, Kind.NUMBER) >= 2;
    }

    /** How many different heads of a table stand in a row. */
    int recognised(int r) {
        List<String> seen = new ArrayList<>();
        int times = 0;
        for (String text : texts(r)) {
            if (text.length() > 30) continue;
            HeaderMeaning facet = facet(text);
            if (facet.word() != HeaderTerm.NONE && !facet.word().equals(HeaderTerm.NOTE)
                    || facet.growth()
                    || !facet.when().unsaid() && facet.bare()) seen.add(text);
            else if (!facet.unit().isEmpty()) times++;
        }
        return seen.size() + times / 2;
    }

    /** Several texts, no figures but years, and at least two of them known as heads. */
    boolean head(int r) {
        List<String> texts = texts(r);
        return texts.size() >= 2
                && count(r, Kind.NUMBER) == 0
                && count(r, Kind.MISSING) == 0
                && recognised(r) >= 2
                && !note(r)
                && !preamble(r);
    }
}
