package plumbline.exchange.review;

import plumbline.base.Problem;
import plumbline.base.Progress;
import plumbline.base.Sha256;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.notation.NormalizedName;
import plumbline.exchange.table.TableLayout;
import plumbline.exchange.table.TableReading;
import plumbline.plan.Alias;
import plumbline.plan.Department;
import plumbline.plan.FigureSlot;
import plumbline.plan.ImportRecord;
import plumbline.plan.Plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files that were read together, waiting to be reviewed beside a plan.
 *
 * @param files what is known of each, by the name it has in the places of its figures
 * @param failedFiles why a file could not be read, by its name
 */
public record ImportBatch(
        List<FileReading> readings,
        Map<String, ReceivedFile> files,
        Map<String, Problem> failedFiles) {
    /** Of what a folder holds only these are tried. */
    private static final Set<String> ENDINGS =
            Set.of("xlsx", "xlsm", "xls", "et", "csv", "tsv", "txt", "docx", "html", "htm");

    private static final int MOST_FILES = 2000;

    public ImportBatch {
        readings = List.copyOf(readings);
        files = Map.copyOf(files);
        failedFiles = Map.copyOf(failedFiles);
    }

    /**
     * Reads files, and what lies in folders. A file that cannot be read does not stop the others.
     *
     * @param taken names that other files have already
     * @throws Problem if a folder cannot be read, or holds too much
     */
    public static <X extends Exception> ImportBatch readFiles(
            List<Path> chosen,
            Map<String, TableLayout> layouts,
            LocalDate today,
            Set<String> taken,
            Progress<X> progress)
            throws Problem, X {
        List<Path> paths = listReadableFiles(chosen);
        List<FileReading> readings = new ArrayList<>();
        Map<String, ReceivedFile> files = new LinkedHashMap<>();
        Map<String, Problem> failed = new LinkedHashMap<>();
        Set<String> names = new HashSet<>(taken);
        for (Path path : paths) {
            progress.reportShareDone((double) (readings.size() + failed.size()) / paths.size());
            String name = freeFileName(String.valueOf(path.getFileName()), names);
            names.add(name);
            try {
                FileReading reading =
                        FileReading.readBlocks(DocumentReader.readFile(path), name, layouts);
                files.put(
                        name,
                        new ReceivedFile(
                                name,
                                Optional.of(path),
                                Sha256.hashFile(path),
                                reading.returnedForms().onlyDepartment(),
                                today,
                                Optional.empty()));
                readings.add(reading);
            } catch (Problem problem) {
                failed.put(name, problem);
            }
        }
        return new ImportBatch(readings, files, failed);
    }

    /**
     * @param called what a pasted text is called
     * @param taken names that other files have already
     */
    public static ImportBatch readPastedText(
            String text,
            String called,
            Map<String, TableLayout> layouts,
            LocalDate today,
            Set<String> taken)
            throws Problem {
        String name = freeFileName(called, taken);
        FileReading reading =
                FileReading.readBlocks(DocumentReader.readPastedText(text), name, layouts);
        return new ImportBatch(
                List.of(reading),
                Map.of(
                        name,
                        new ReceivedFile(
                                name,
                                Optional.empty(),
                                "",
                                Optional.empty(),
                                today,
                                Optional.empty())),
                Map.of());
    }

    /**
     * @throws Problem if a folder cannot be read, or holds too much
     */
    static List<Path> listReadableFiles(List<Path> chosen) throws Problem {
        List<Path> all = new ArrayList<>();
        for (Path path : chosen) {
            if (!Files.isDirectory(path)) all.add(path);
            else all.addAll(listFilesInFolder(path));
        }
        if (all.size() > MOST_FILES) throw new Problem("import.files.many", MOST_FILES);
        return all;
    }

    private static List<Path> listFilesInFolder(Path folder) throws Problem {
        try (Stream<Path> inside = Files.walk(folder, 8)) {
            return inside.filter(Files::isRegularFile)
                    .filter(ImportBatch::isReadableFile)
                    .sorted(Comparator.naturalOrder())
                    .limit(MOST_FILES + 1L)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new Problem("import.folder", folder.getFileName()).withCause(e);
        }
    }

    /** Not the file Excel or WPS keeps beside one that is open. */
    private static boolean isReadableFile(Path file) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(ending) && !name.startsWith("~$") && !name.startsWith(".");
    }

    private static String freeFileName(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; taken.contains(free); i++) free = name + " (" + i + ")";
        return free;
    }

    /**
     * With what the plan knows of the departments: who filled in the collection workbook sent it,
     * or one that is named by the file's name.
     */
    public ImportBatch withGuessedDepartments(Plan plan) {
        Map<String, ReceivedFile> guessed = new HashMap<>();
        files.forEach(
                (name, filed) ->
                        guessed.put(
                                name,
                                filed.departmentId().flatMap(plan::findDepartment).isPresent()
                                        ? filed
                                        : filed.withDepartment(findDepartment(name, plan))));
        return new ImportBatch(readings, guessed, failedFiles);
    }

    private static Optional<UUID> findDepartment(String file, Plan plan) {
        return plan.departments().stream()
                .filter(d -> d.name().length() > 1 && file.contains(d.name()))
                .max(Comparator.comparingInt(d -> d.name().length()))
                .map(Department::id);
    }

    public ImportBatch withDepartment(String file, Optional<UUID> department) {
        Map<String, ReceivedFile> next = new HashMap<>(files);
        next.computeIfPresent(file, (_, filed) -> filed.withDepartment(department));
        return new ImportBatch(readings, next, failedFiles);
    }

    /**
     * With other files beside these, read under names that are not taken. What is the same to the
     * last byte is left out; what failed before and could be read now failed no more.
     */
    public ImportBatch withBatch(ImportBatch more) {
        Set<String> sums =
                files.values().stream()
                        .map(ReceivedFile::sha256)
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.toSet());
        List<FileReading> both = new ArrayList<>(readings);
        Map<String, ReceivedFile> known = new HashMap<>(files);
        Map<String, Problem> problems = new HashMap<>(failedFiles);
        for (FileReading reading : more.readings) {
            ReceivedFile filed = more.files.get(reading.file());
            problems.remove(filed.name());
            if (sums.contains(filed.sha256())) continue;
            both.add(reading);
            known.put(filed.name(), filed);
        }
        problems.putAll(more.failedFiles);
        return new ImportBatch(both, known, problems);
    }

    /** The names its files go by. */
    public Set<String> fileNames() {
        return files.keySet();
    }

    /** With the files that the archive keeps, by their names. */
    public ImportBatch withEvidence(Map<String, UUID> evidence) {
        Map<String, ReceivedFile> next = new HashMap<>(files);
        evidence.forEach(
                (name, id) -> next.computeIfPresent(name, (_, filed) -> filed.withEvidence(id)));
        return new ImportBatch(readings, next, failedFiles);
    }

    /** With a table read as a person says. */
    public ImportBatch withCorrectedLayout(TableReading table, TableLayout layout) {
        return new ImportBatch(
                readings.stream()
                        .map(
                                r ->
                                        new FileReading(
                                                r.file(),
                                                r.tables().stream()
                                                        .map(
                                                                t ->
                                                                        t == table
                                                                                ? t.readWithLayout(
                                                                                        layout)
                                                                                : t)
                                                        .toList(),
                                                r.ownFindings(),
                                                r.returnedForms()))
                        .toList(),
                files,
                failedFiles);
    }

    public ImportReview createReview(Plan plan, ReviewDecisions choices) {
        Map<String, UUID> aliases = new HashMap<>();
        plan.aliases().forEach(a -> aliases.put(a.name(), a.indicatorId()));
        return ImportReview.createReview(plan, readings, files, aliases, choices);
    }

    /**
     * The plan with all that was taken, the names that were told, and a line in the history of
     * imports.
     */
    public Plan applyToPlan(Plan plan, ReviewDecisions choices, UUID id, Instant at) {
        ImportReview review = createReview(plan, choices);
        Plan next = review.applyToPlan();
        for (FigureProposal p : review.takenProposals().toList()) {
            boolean told =
                    p.match()
                            .filter(
                                    m ->
                                            m.method() == IndicatorMatch.MatchMethod.CHOSEN
                                                    || m.method()
                                                            == IndicatorMatch.MatchMethod.SIMILAR)
                            .isPresent();
            String name = NormalizedName.normalizeName(p.figure().indicator());
            if (told && Alias.canBeRemembered(name))
                next = next.withAlias(new Alias(name, p.match().get().indicatorId()));
        }
        List<FigureSlot> slots = List.copyOf(review.contentsBefore().keySet());
        List<ImportRecord.ImportedFile> from =
                review.takenFiles()
                        .map(f -> new ImportRecord.ImportedFile(f.name(), f.sha256()))
                        .toList();
        return slots.isEmpty()
                ? next
                : next.withImportRecord(
                        ImportRecord.recordEdit(id, at, from, slots, review.plan(), next));
    }
}
