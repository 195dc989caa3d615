package plumbline.exchange.collection;

import plumbline.assessment.ReportingStatus;
import plumbline.base.AtomicFile;
import plumbline.base.Problem;
import plumbline.base.Progress;
import plumbline.plan.Department;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 填报表: for each department a workbook in which it fills in the figures of one period, of its own
 * indicators only.
 */
public final class CollectionForms {
    private static final int LONGEST_NAME = 80;

    private final Plan plan;
    private final Period period;
    private final Messages words;
    private final Wording wording;

    public CollectionForms(Plan plan, Period period, Messages words) {
        this.plan = plan;
        this.period = period;
        this.words = words;
        this.wording = new Wording(words);
    }

    /**
     * Writes all workbooks into a folder. What lies there stays: it may have been filled in
     * already.
     *
     * @return the files, in the order of the departments; those that were written before it was
     *     ended are whole
     * @throws Problem if there is no indicator, or a file cannot be written
     */
    public <X extends Exception> List<Path> writeWorkbooks(Path folder, Progress<X> progress)
            throws Problem, X {
        List<Optional<Department>> departments = ReportingStatus.leadingDepartments(plan);
        if (departments.isEmpty()) throw new Problem("kit.nothing");
        Set<String> taken = existingFileNames(folder);
        List<Path> written = new ArrayList<>();
        for (Optional<Department> department : departments) {
            progress.reportShareDone((double) written.size() / departments.size());
            Path file = folder.resolve(freeFileName(fileNameFor(department), taken));
            writeWorkbook(department, file);
            written.add(file);
        }
        return written;
    }

    /** Names in lower case: for Windows they are the same. */
    private static Set<String> existingFileNames(Path folder) throws Problem {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                Set<String> names = new HashSet<>();
                files.forEach(f -> names.add(f.getFileName().toString().toLowerCase(Locale.ROOT)));
                return names;
            }
        } catch (IOException e) {
            throw new Problem("problem.file.unwritable", folder).withCause(e);
        }
    }

    private static String freeFileName(String name, Set<String> taken) {
        String free = name + ".xlsx";
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++)
            free = name + " (" + i + ").xlsx";
        return free;
    }

    String fileNameFor(Optional<Department> department) {
        return Wording.fileName(
                wording.formatPeriod(period) + " " + FormWorkbook.departmentName(department, words),
                LONGEST_NAME);
    }

    private void writeWorkbook(Optional<Department> department, Path file) throws Problem {
        AtomicFile.write(
                file,
                out -> {
                    try (FormWorkbook sheet = new FormWorkbook(plan, department, period, words)) {
                        sheet.write(out);
                    }
                });
    }

    /**
     * The periods figures may be collected for: the plan's own, and its years, halves and quarters.
     */
    public static List<Period> collectablePeriods(Plan plan) {
        Set<Period> all = new HashSet<>(plan.periods());
        for (int year = plan.firstYear(); year <= plan.lastYear(); year++) {
            all.add(Period.ofYear(year));
            for (int half = 1; half <= 2; half++) all.add(Period.ofHalfYear(year, half));
            for (int quarter = 1; quarter <= 4; quarter++) all.add(Period.ofQuarter(year, quarter));
        }
        return all.stream().sorted(Comparator.naturalOrder()).toList();
    }
}
