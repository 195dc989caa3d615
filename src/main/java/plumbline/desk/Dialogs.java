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

    void showMessage(String message);

    void showProblem(Problem problem);

    /**
     * @param ending such as {@code xlsx}
     */
    Optional<Path> chooseFile(String title, String ending);

    /** Any number of files, of any kind. */
    default List<Path> chooseFiles(String title) {
        return chooseFile(title, "*").stream().toList();
    }

    /** An existing folder, or a new one made in the dialog. */
    Optional<Path> chooseFolder(String title);

    Optional<Path> chooseFileToSave(String title, String suggestedName, String ending);
}
