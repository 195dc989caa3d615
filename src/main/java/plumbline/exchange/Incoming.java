package plumbline.exchange;

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
import java.util.stream.Stream;
import plumbline.plan.Alias;
import plumbline.plan.Department;
import plumbline.plan.Intake;
import plumbline.plan.Plan;
import plumbline.plan.Slot;
import plumbline.words.Problem;
import plumbline.words.Sha256;

/**
 * Files that were read together, waiting to be reviewed beside a plan.
 *
 * @param files  what is known of each, by the name it has in the places of its figures
 * @param failed why a file could not be read, by its name
 */
public record Incoming(List<FileReading> readings, Map<String, Filed> files, Map<String, Problem> failed) {
    /** Of what a folder holds only these are tried. */
    private static final Set<String> ENDINGS = Set.of("xlsx", "xlsm", "xls", "et", "csv", "tsv", "txt", "docx", "html", "htm");
    private static final int MOST_FILES = 2000;

    public Incoming {
        readings = List.copyOf(readings);
        files = Map.copyOf(files);
        failed = Map.copyOf(failed);
    }

    /**
     * Reads files, and what lies in folders. A file that cannot be read does not stop the others.
     *
     * @throws Problem if a folder cannot be read, or holds too much
     */
    public static <X extends Exception> Incoming read(List<Path> chosen, Map<String, Layout> layouts, LocalDate today, Progress<X> progress) throws Problem, X {
        List<Path> paths = files(chosen);
        List<FileReading> readings = new ArrayList<>();
        Map<String, Filed> files = new LinkedHashMap<>();
        Map<String, Problem> failed = new LinkedHashMap<>();
        for (Path path : paths) {
            progress.reached((double) (readings.size() + failed.size()) / paths.size());
            String name = unlike(String.valueOf(path.getFileName()), files.keySet(), failed.keySet());
            try {
                FileReading reading = FileReading.of(GridReader.read(path), name, layouts);
                files.put(name, new Filed(name, Sha256.of(path), reading.kit().department(), today, Optional.empty()));
                readings.add(reading);
            } catch (Problem problem) {
                failed.put(name, problem);
            }
        }
        return new Incoming(readings, files, failed);
    }

    /** @param name what a pasted text is called */
    public static Incoming pasted(String text, String name, Map<String, Layout> layouts, LocalDate today) throws Problem {
        FileReading reading = FileReading.of(GridReader.paste(text), name, layouts);
        return new Incoming(List.of(reading), Map.of(name, new Filed(name, "", Optional.empty(), today, Optional.empty())), Map.of());
    }

    /** @throws Problem if a folder cannot be read, or holds too much */
    static List<Path> files(List<Path> chosen) throws Problem {
        List<Path> all = new ArrayList<>();
        for (Path path : chosen) {
            if (!Files.isDirectory(path)) all.add(path);
            else all.addAll(within(path));
        }
        if (all.size() > MOST_FILES) throw new Problem("import.files.many", MOST_FILES);
        return all;
    }

    private static List<Path> within(Path folder) throws Problem {
        try (Stream<Path> inside = Files.walk(folder, 8)) {
            return inside.filter(Files::isRegularFile).filter(Incoming::readable).sorted(Comparator.naturalOrder()).limit(MOST_FILES + 1L).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new Problem("import.folder", folder.getFileName()).because(e);
        }
    }

    /** Not the file Excel or WPS keeps beside one that is open. */
    private static boolean readable(Path file) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(ending) && !name.startsWith("~$") && !name.startsWith(".");
    }

    private static String unlike(String name, Set<String> one, Set<String> other) {
        String free = name;
        for (int i = 2; one.contains(free) || other.contains(free); i++) free = name + " (" + i + ")";
        return free;
    }

    /** With what the plan knows of the departments: who filled in the collection workbook sent it, or one that is named by the file's name. */
    public Incoming guessed(Plan plan) {
        Map<String, Filed> guessed = new HashMap<>();
        files.forEach((name, filed) -> guessed.put(name, filed.department().flatMap(plan::department).isPresent() ? filed : filed.from(department(name, plan))));
        return new Incoming(readings, guessed, failed);
    }

    private static Optional<UUID> department(String file, Plan plan) {
        return plan.departments().stream().filter(d -> d.name().length() > 1 && file.contains(d.name()))
                .max(Comparator.comparingInt(d -> d.name().length())).map(Department::id);
    }

    public Incoming from(String file, Optional<UUID> department) {
        Map<String, Filed> next = new HashMap<>(files);
        next.computeIfPresent(file, (_, filed) -> filed.from(department));
        return new Incoming(readings, next, failed);
    }

    /** With other files beside these. */
    public Incoming and(Incoming more) {
        Set<String> names = new HashSet<>(files.keySet());
        List<FileReading> both = new ArrayList<>(readings);
        more.readings.stream().filter(r -> !names.contains(r.file())).forEach(both::add);
        Map<String, Filed> known = new HashMap<>(more.files);
        known.putAll(files);
        Map<String, Problem> problems = new HashMap<>(more.failed);
        problems.putAll(failed);
        return new Incoming(both, known, problems);
    }

    /** With a table read as a person says. */
    public Incoming corrected(TableReading table, Layout layout) {
        return new Incoming(readings.stream().map(r -> new FileReading(r.file(), r.tables().stream().map(t -> t == table ? t.read(layout) : t).toList(), r.own(), r.kit())).toList(),
                files, failed);
    }

    public Review review(Plan plan, Choices choices) {
        Map<String, UUID> aliases = new HashMap<>();
        plan.aliases().forEach(a -> aliases.put(a.name(), a.indicator()));
        return Review.of(plan, readings, files, aliases, choices);
    }

    /** The plan with all that was taken, the names that were told, and a line in the history of imports. */
    public Plan take(Plan plan, Choices choices, UUID id, Instant at) {
        Review review = review(plan, choices);
        Plan next = review.apply();
        for (Proposal p : review.taken().toList()) {
            boolean told = p.match().filter(m -> m.how() == Match.How.CHOSEN || m.how() == Match.How.SIMILAR).isPresent();
            if (told) next = next.with(new Alias(NameKey.of(p.figure().indicator()), p.match().get().indicator()));
        }
        List<Slot> slots = List.copyOf(review.before().keySet());
        List<Intake.File> from = review.taken().map(p -> p.figure().place().file()).distinct().map(files::get).map(f -> new Intake.File(f.name(), f.sha256())).toList();
        return slots.isEmpty() ? next : next.with(Intake.of(id, at, from, slots, review.plan(), next));
    }
}
