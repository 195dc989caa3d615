package plumbline.desk;

import plumbline.base.Problem;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The questions a program may ask. */
public interface Dialogs {

    /**
     * @param verb the word on the button that goes ahead, such as “Delete plan”
     */
    boolean confirm(String question, String verb);

    void tell(String message);

    void fail(Problem problem);

    /**
     * @param ending such as {@code xlsx}
     */
    Optional<Path> openFile(String title, String ending);

    /** Any number of files, of any kind. */
    default List<Path> openFiles(String title) {
        return openFile(title, "*").stream().toList();
    }

    /** An existing folder, or a new one made in the dialog. */
    Optional<Path> openFolder(String title);

    Optional<Path> saveFile(String title, String suggestedName, String ending);
}
