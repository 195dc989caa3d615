package plumbline.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes of the house without jOOQ's generated ones, read once for all guards. */
final class HouseClasses {
    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("/store/generated/"))
                    .importPackages("plumbline");

    private HouseClasses() {}

    static JavaClasses main() {
        return MAIN;
    }

    static JavaClasses below(String packageName) {
        return new ClassFileImporter().importPackages(packageName);
    }
}
