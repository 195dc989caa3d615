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
    enum CellKind {
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
    private final CellKind[][] kinds;
    private final String[][] texts;
    private final List<List<String>> rows = new ArrayList<>();

    CellKinds(Grid grid) {
        this.grid = grid;
        kinds = new CellKind[grid.rows().size()][grid.columnCount()];
        texts = new String[kinds.length][grid.columnCount()];
        for (int r = 0; r < kinds.length; r++) {
            for (int c = 0; c < kinds[r].length; c++) {
                texts[r][c] = cellText(cellAt(r, c));
                kinds[r][c] = kindOfText(cellAt(r, c), texts[r][c]);
            }
            rows.add(textsBetween(r, 0, grid.columnCount()));
        }
        for (int c = 0; c < grid.columnCount(); c++) markYearsAmongNumbers(c);
    }

    /**
     * 1985 in a column of numbers, in a row that a name begins and below a head, is a number like
     * the others.
     */
    private void markYearsAmongNumbers(int c) {
        if (IntStream.range(0, kinds.length).noneMatch(r -> kinds[r][c] == CellKind.NUMBER)) return;
        boolean headed = false;
        for (int r = 0; r < kinds.length; r++) {
            boolean number =
                    headed
                            && kinds[r][c] == CellKind.TIME
                            && BARE_YEAR.matcher(texts[r][c]).matches();
            if (number && beginsWithName(r, c)) kinds[r][c] = CellKind.NUMBER;
            headed |= kinds[r][c] != CellKind.EMPTY;
        }
    }

    private boolean beginsWithName(int r, int before) {
        for (int c = 0; c < before; c++)
            if (!texts[r][c].isEmpty())
                return kinds[r][c] == CellKind.TEXT && !headerMeaning(texts[r][c]).term().isLabel();
        return false;
    }

    int rowCount() {
        return kinds.length;
    }

    int columnCount() {
        return grid.columnCount();
    }

    Grid grid() {
        return grid;
    }

    Cell cellAt(int r, int c) {
        return grid.rows().get(r).get(c);
    }

    String textAt(int r, int c) {
        return texts[r][c];
    }

    CellKind kindAt(int r, int c) {
        return kinds[r][c];
    }

    HeaderMeaning headerMeaning(String text) {
        return HeaderMeaning.parseHeader(text);
    }

    /** A day is told by its year and month, whatever the way it is shown. */
    static String cellText(Cell cell) {
        String shown = cell.shownText().strip();
        if (cell.date().isEmpty()) return shown;
        String bare = shown.replace("\"", "");
        if (bare.matches("\\d{4}年?")) return bare;
        return cell.date().get().getYear() + "年" + cell.date().get().getMonthValue() + "月";
    }

    static CellKind kindOfCell(Cell cell) {
        return kindOfText(cell, cellText(cell));
    }

    private static CellKind kindOfText(Cell cell, String text) {
        if (text.isEmpty()) return CellKind.EMPTY;
        if (cell.date().isPresent()) return CellKind.TIME;
        if (YEAR.matcher(text).matches()) return CellKind.TIME;
        if (AGES.matcher(text).matches()) return CellKind.TEXT;
        Optional<FigureCell> figure = FigureCell.parseCell(cell, "");
        if (figure.isPresent()) return figure.get().isNumber() ? CellKind.NUMBER : CellKind.MISSING;
        return text.length() <= 24
                        && TimeParser.findTime(text)
                                .filter(TimeParser.FoundTime::isWholeText)
                                .isPresent()
                ? CellKind.TIME
                : CellKind.TEXT;
    }

    boolean isYear(int r, int c) {
        return YEAR.matcher(textAt(r, c)).matches();
    }

    /** The texts of a row between two columns, each once, without the empty ones. */
    List<String> textsBetween(int r, int left, int right) {
        Set<String> texts = new LinkedHashSet<>();
        for (int c = left; c < right; c++) if (!textAt(r, c).isEmpty()) texts.add(textAt(r, c));
        return List.copyOf(texts);
    }

    List<String> textsOfRow(int r) {
        return rows.get(r);
    }

    boolean isBlankRow(int r) {
        return textsOfRow(r).isEmpty();
    }

    int countKind(int r, CellKind kind) {
        int count = 0;
        for (int c = 0; c < columnCount(); c++) if (kinds[r][c] == kind) count++;
        return count;
    }

    boolean isNoteRow(int r) {
        List<String> texts = textsOfRow(r);
        return !texts.isEmpty()
                && NOTE.matcher(texts.getFirst()).matches()
                && countKind(r, CellKind.NUMBER) == 0;
    }

    /** A row of 单位：亿元, 填报单位：…, a title, or several of them. */
    boolean isPreambleRow(int r) {
        List<String> texts = textsOfRow(r);
        if (texts.isEmpty()
                || countKind(r, CellKind.NUMBER) > 0 && !texts.getFirst().matches(".*[:：]"))
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
                                                || TimeParser.findTime(t)
                                                        .filter(TimeParser.FoundTime::isWholeText)
                                                        .isPresent()
                                                || UnitParser.parseUnit(t).isPresent()
                                                || texts.getFirst().matches(".*[:：]\\s*"));
    }

    /** 甲 乙 1 2 3 under the heads: the columns counted. */
    boolean isIndexRow(int r) {
        int next = -1;
        int counted = 0;
        for (int c = 0; c < columnCount(); c++) {
            String text = textAt(r, c).replaceAll("[()（）<>《》]", "").replaceFirst("=.*", "");
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
    boolean isDataRow(int r) {
        if (countKind(r, CellKind.NUMBER) == 0 && countKind(r, CellKind.MISSING) == 0
                || isIndexRow(r)
                || isNoteRow(r)) return false;
        List<String> texts = textsOfRow(r);
        if (texts.getFirst().matches(".*(电话|传真|邮编|文号|表号|编号|代码).*") && texts.size() <= 3)
            return false;
        if (countKind(r, CellKind.NUMBER) == 0)
            return texts.size() >= 2 && countRecognisedHeads(r) < 2;
        return texts.size() >= 2
                        && !(texts.getFirst().endsWith(":") || texts.getFirst().endsWith("："))
                || countKind(r, CellKind.NUMBER) >= 2;
    }

    /** How many different heads of a table stand in a row. */
    int countRecognisedHeads(int r) {
        List<String> seen = new ArrayList<>();
        int times = 0;
        for (String text : textsOfRow(r)) {
            if (text.length() > 30) continue;
            HeaderMeaning facet = headerMeaning(text);
            if (facet.term() != HeaderTerm.NONE && !facet.term().equals(HeaderTerm.NOTE)
                    || facet.isGrowth()
                    || !facet.time().isUnsaid() && facet.isWithoutName()) seen.add(text);
            else if (!facet.unit().isEmpty()) times++;
        }
        return seen.size() + times / 2;
    }

    /** Several texts, no figures but years, and at least two of them known as heads. */
    boolean isHeadRow(int r) {
        List<String> texts = textsOfRow(r);
        return texts.size() >= 2
                && countKind(r, CellKind.NUMBER) == 0
                && countKind(r, CellKind.MISSING) == 0
                && countRecognisedHeads(r) >= 2
                && !isNoteRow(r)
                && !isPreambleRow(r);
    }
}
