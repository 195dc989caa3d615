package plumbline.screen.parts.table;

import java.util.UUID;

/** What is shown in an {@link MasterDetailView}, and what can be done to each of its lines. */
public interface MasterDetailModel<R extends TreeRow> {
    TreeRows<R, ?> treeRows();

    void setFolded(R row, boolean closed);

    void renameRow(UUID id, String title);

    /** Before (−1) or after (+1) the next line beside it. */
    void moveRow(R row, int by);

    void deleteRow(R row);

    /** What is shown, as lines and tabs for a spreadsheet or a message. */
    String copyText();

    default void close() {
        treeRows().close();
    }
}
