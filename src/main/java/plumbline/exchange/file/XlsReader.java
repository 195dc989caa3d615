package plumbline.exchange.file;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;

import plumbline.base.Problem;
import plumbline.exchange.file.Cell.CellTrait;
import plumbline.exchange.file.Grid.GridVisibility;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sheets of an .xls as Excel 97 to 2003 and WPS write it (.et too), record by record: a sheet
 * takes the memory of its cells. Formulas and macros are passed over; what was calculated last is
 * kept beside them.
 */
final class XlsReader {
    private static final List<String> STREAMS = List.of("Workbook", "WORKBOOK", "BOOK");

    /** Of the fonts, the fifth has no number. */
    private static final int NO_FONT = 4;

    private XlsReader() {}

    /**
     * @throws Problem if it is locked, older than 1997, or another program's file in the same
     *     wrapping
     */
    static List<DocumentBlock> readWorkbook(byte[] bytes, ReadBudget budget)
            throws Problem, IOException {
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            DirectoryNode root = file.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage"))
                throw new Problem("problem.table.locked", budget.name());
            if (root.hasEntryCaseInsensitive("WordDocument"))
                throw new Problem("problem.table.oldWord", budget.name());
            Optional<String> stream = STREAMS.stream().filter(root::hasEntry).findFirst();
            if (stream.isEmpty() && root.hasEntryCaseInsensitive("Book"))
                throw new Problem("problem.table.oldExcel", budget.name());
            if (stream.isEmpty()) throw new Problem("problem.table.kind", budget.name());
            RecordListener listener = new RecordListener(budget);
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(listener);
            new HSSFEventFactory()
                    .processEvents(request, root.createDocumentInputStream(stream.get()));
            return listener.toBlocks();
        } catch (EncryptedDocumentException e) {
            throw new Problem("problem.table.locked", budget.name()).withCause(e);
        } catch (WrappedProblem carried) {
            throw carried.problem;
        }
    }

    private static final class RecordListener implements HSSFListener {
        private final ReadBudget budget;
        private final List<BoundSheetRecord> listed = new ArrayList<>();
        private final List<FontRecord> fonts = new ArrayList<>();
        private final List<Integer> formats = new ArrayList<>();
        private final Map<Integer, String> codes = new HashMap<>();
        private final List<Cell> shared = new ArrayList<>();
        private final List<SheetBuilder> sheets = new ArrayList<>();
        private Optional<SheetBuilder> sheet = Optional.empty();

        /** The formula whose text comes in the record after it. */
        private Optional<FormulaRecord> awaiting = Optional.empty();

        private Optional<BoundSheetRecord[]> ordered = Optional.empty();
        private CellNumberFormats figures = new CellNumberFormats(false);
        private int depth;
        private int begun;

        RecordListener(ReadBudget budget) {
            this.budget = budget;
        }

        List<DocumentBlock> toBlocks() {
            return sheets.stream()
                    .<DocumentBlock>map(s -> new DocumentBlock.TableBlock(s.toGrid()))
                    .toList();
        }

        @Override
        public void processRecord(Record record) {
            try {
                readRecord(record);
            } catch (Problem problem) {
                throw new WrappedProblem(problem);
            }
        }

        private void readRecord(Record record) throws Problem {
            switch (record) {
                case BOFRecord begin -> beginSubstream(begin);
                case EOFRecord _ -> depth--;
                case BoundSheetRecord one -> listed.add(one);
                case FontRecord font -> fonts.add(font);
                case FormatRecord format ->
                        codes.put(format.getIndexCode(), format.getFormatString());
                case ExtendedFormatRecord format -> formats.add((int) format.getFormatIndex());
                case DateWindow1904Record window ->
                        figures = new CellNumberFormats(window.getWindowing() == 1);
                case SSTRecord texts -> readSharedTexts(texts);
                default -> {
                    if (sheet.isPresent() && depth == 1 && !sheet.get().isOverfull())
                        readSheetRecord(sheet.get(), record);
                }
            }
        }

        /** Charts lie within sheets as sheets of their own. */
        private void beginSubstream(BOFRecord begin) {
            depth++;
            if (depth != 1) return;
            sheet = Optional.empty();
            if (begin.getType() == BOFRecord.TYPE_WORKBOOK) return;
            if (ordered.isEmpty())
                ordered = Optional.of(BoundSheetRecord.orderByBofPosition(listed));
            int at = begun++;
            if (begin.getType() != BOFRecord.TYPE_WORKSHEET || at >= ordered.get().length) return;
            BoundSheetRecord one = ordered.get()[at];
            boolean hidden = one.isHidden() || one.isVeryHidden();
            sheet =
                    Optional.of(
                            new SheetBuilder(
                                    one.getSheetname(),
                                    hidden ? GridVisibility.HIDDEN : GridVisibility.SHOWN,
                                    budget));
            sheets.add(sheet.get());
        }

        private void readSharedTexts(SSTRecord texts) throws Problem {
            for (int i = 0; i < texts.getNumUniqueStrings(); i++) {
                UnicodeString text = texts.getString(i);
                budget.takeText(text.getString().length());
                shared.add(richTextCell(text));
            }
        }

        private Cell richTextCell(UnicodeString text) {
            RichText raised = new RichText();
            String all = text.getString();
            int from = 0;
            boolean above = false;
            for (int i = 0; i < text.getFormatRunCount(); i++) {
                int to = Math.clamp(text.getFormatRun(i).getCharacterPos(), from, all.length());
                raised.addRun(all.substring(from, to), above);
                above = isSuperscript(text.getFormatRun(i).getFontIndex());
                from = to;
            }
            return raised.addRun(all.substring(from), above).toCell("");
        }

        private boolean isSuperscript(int font) {
            int at = font > NO_FONT ? font - 1 : font;
            return at >= 0
                    && at < fonts.size()
                    && fonts.get(at).getSuperSubScript() == FontRecord.SS_SUPER;
        }

        private void readSheetRecord(SheetBuilder to, Record record) throws Problem {
            switch (record) {
                case RowRecord row -> {
                    if (row.getZeroHeight()) to.hideRow(row.getRowNumber());
                }
                case ColumnInfoRecord columns -> {
                    if (columns.getHidden())
                        to.hideColumns(columns.getFirstColumn(), columns.getLastColumn());
                }
                case MergeCellsRecord merged -> {
                    for (int i = 0; i < merged.getNumAreas(); i++)
                        mergeRange(to, merged.getAreaAt(i));
                }
                case LabelSSTRecord text -> putCell(to, text, shared.get(text.getSSTIndex()));
                case LabelRecord text ->
                        putCell(
                                to,
                                text.getRow(),
                                text.getColumn(),
                                plainTextCell(text.getValue()));
                case NumberRecord number ->
                        putCell(to, number, numberCell(number, number.getValue()));
                case BoolErrRecord other ->
                        putCell(
                                to,
                                other,
                                other.isError()
                                        ? errorCell(other.getErrorValue())
                                        : plainTextCell(
                                                other.getBooleanValue() ? "TRUE" : "FALSE"));
                case FormulaRecord formula -> readFormula(to, formula);
                case StringRecord text -> {
                    if (awaiting.isPresent())
                        putCell(
                                to,
                                awaiting.get(),
                                plainTextCell(text.getString()).withTrait(CellTrait.FORMULA));
                    awaiting = Optional.empty();
                }
                default -> {}
            }
        }

        private static void mergeRange(SheetBuilder to, CellRangeAddress area) {
            boolean right =
                    area.getFirstRow() >= 0
                            && area.getFirstColumn() >= 0
                            && area.getFirstRow() <= area.getLastRow()
                            && area.getFirstColumn() <= area.getLastColumn();
            if (right)
                to.mergeCells(
                        new CellRange(
                                area.getFirstRow(),
                                area.getFirstColumn(),
                                area.getLastRow(),
                                area.getLastColumn()));
        }

        private static void putCell(SheetBuilder to, CellRecord at, Cell cell) {
            putCell(to, at.getRow(), at.getColumn(), cell);
        }

        private static void putCell(SheetBuilder to, int row, int column, Cell cell) {
            to.putCell(row, column, cell.withAddress(Cell.formatAddress(row, column)));
        }

        private void readFormula(SheetBuilder to, FormulaRecord formula) throws Problem {
            awaiting = Optional.empty();
            switch (formula.getCachedResultTypeEnum()) {
                case STRING -> {
                    if (formula.hasCachedResultString()) awaiting = Optional.of(formula);
                }
                case ERROR ->
                        putCell(
                                to,
                                formula,
                                errorCell(formula.getCachedErrorValue())
                                        .withTrait(CellTrait.FORMULA));
                case BOOLEAN ->
                        putCell(
                                to,
                                formula,
                                plainTextCell(formula.getCachedBooleanValue() ? "TRUE" : "FALSE")
                                        .withTrait(CellTrait.FORMULA));
                default -> putCell(to, formula, calculatedCell(formula));
            }
        }

        /**
         * Programs that cannot calculate write 0 and have it calculated when the file is opened.
         */
        private Cell calculatedCell(FormulaRecord formula) {
            if (formula.isCalcOnLoad() && formula.getValue() == 0)
                return new Cell(
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Set.of(CellTrait.UNCALCULATED));
            return numberCell(formula, formula.getValue()).withTrait(CellTrait.FORMULA);
        }

        private Cell numberCell(CellRecord record, double value) {
            int style = record.getXFIndex();
            int format = style >= 0 && style < formats.size() ? formats.get(style) : 0;
            return figures.numberCell(
                    "",
                    CellNumberFormats.toDecimal(value),
                    format,
                    codes.getOrDefault(format, CellNumberFormats.builtinFormatCode(format)));
        }

        private static Cell errorCell(int code) {
            String shown =
                    FormulaError.isValidCode(code)
                            ? FormulaError.forInt(code).getString()
                            : "#ERR!";
            return new Cell("", shown, Optional.empty()).withTrait(CellTrait.ERROR);
        }

        private Cell plainTextCell(String text) throws Problem {
            budget.takeText(text.length());
            return new RichText().addRun(text, false).toCell("");
        }
    }
}
