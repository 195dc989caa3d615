package plumbline.plan;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 导入: figures that were taken in from files by one edit, with what stood in their places, so that
 * they can be looked at again and taken back later.
 *
 * @param periods the columns that the plan did not have before
 * @param takenBack what stood in their places is back, but for what was changed since; indicators,
 *     parts and aliases that came with them stay
 */
public record ImportRecord(
        UUID id,
        Instant importedAt,
        List<ImportedFile> files,
        List<ImportedLine> importedLines,
        List<Period> periods,
        boolean takenBack) {

    /**
     * @param sha256 64 lower-case hexadecimal digits; empty for a pasted text
     */
    public record ImportedFile(String name, String sha256) {
        public ImportedFile {
            Objects.requireNonNull(name);
            Objects.requireNonNull(sha256);
        }
    }

    /** What stood at some slots of a line. */
    public record LineContents(
            UUID id, List<Milestone> milestones, List<Observation> observations) {
        public LineContents {
            milestones = milestones.stream().sorted().toList();
            observations = observations.stream().sorted().toList();
        }

        Stream<SlotContent> slotContents() {
            return Stream.concat(
                    milestones.stream().map(SlotContent.TargetContent::new),
                    observations.stream().map(SlotContent.ObservationContent::new));
        }

        Optional<SlotContent> findContent(FigureSlot slot, UUID line) {
            return slotContents().filter(e -> e.slotOnLine(line).isSameSlot(slot)).findFirst();
        }

        LineContents withContent(SlotContent entry) {
            List<Milestone> more = new ArrayList<>(milestones);
            List<Observation> others = new ArrayList<>(observations);
            switch (entry) {
                case SlotContent.TargetContent(Milestone m) -> more.add(m);
                case SlotContent.ObservationContent(Observation o) -> others.add(o);
            }
            return new LineContents(id, more, others);
        }
    }

    /** An indicator or part, before and after. */
    public record ImportedLine(UUID indicatorOrPartId, LineContents before, LineContents after) {}

    public ImportRecord {
        Objects.requireNonNull(id);
        Objects.requireNonNull(importedAt);
        files = List.copyOf(files);
        importedLines = List.copyOf(importedLines);
        periods = List.copyOf(periods);
    }

    /** What an edit did at the slots. */
    public static ImportRecord recordEdit(
            UUID id,
            Instant at,
            List<ImportedFile> files,
            List<FigureSlot> slots,
            Plan before,
            Plan after) {
        List<ImportedLine> lines = new ArrayList<>();
        for (UUID line : slots.stream().map(FigureSlot::indicatorOrPartId).distinct().toList()) {
            List<FigureSlot> own =
                    slots.stream().filter(s -> s.indicatorOrPartId().equals(line)).toList();
            lines.add(
                    new ImportedLine(
                            line,
                            contentsInPlan(id, "before", line, own, before),
                            contentsInPlan(id, "after", line, own, after)));
        }
        return new ImportRecord(
                id,
                at,
                files,
                lines,
                after.periods().stream().filter(p -> !before.periods().contains(p)).toList(),
                false);
    }

    private static LineContents contentsInPlan(
            UUID intake, String side, UUID line, List<FigureSlot> slots, Plan plan) {
        LineContents held =
                new LineContents(
                        UUID.nameUUIDFromBytes(
                                (intake + side + line).getBytes(StandardCharsets.UTF_8)),
                        List.of(),
                        List.of());
        for (FigureSlot slot : slots)
            held = SlotContent.findInPlan(slot, plan).map(held::withContent).orElse(held);
        return held;
    }

    /** How many figures it brought. */
    public int figureCount() {
        return importedLines.stream().mapToInt(l -> (int) l.after.slotContents().count()).sum();
    }

    public Stream<FigureSlot> slots() {
        return importedLines.stream()
                .flatMap(l -> l.after.slotContents().map(e -> e.slotOnLine(l.indicatorOrPartId)));
    }

    /** What it put there. */
    public Optional<SlotContent> findContentAfter(FigureSlot slot) {
        return importedLines.stream()
                .filter(l -> l.indicatorOrPartId.equals(slot.indicatorOrPartId()))
                .findFirst()
                .flatMap(l -> l.after.findContent(slot, l.indicatorOrPartId));
    }

    /** What stood there before it. */
    public Optional<SlotContent> findContentBefore(FigureSlot slot) {
        return importedLines.stream()
                .filter(l -> l.indicatorOrPartId.equals(slot.indicatorOrPartId()))
                .findFirst()
                .flatMap(l -> l.before.findContent(slot, l.indicatorOrPartId));
    }

    /** True where the plan still holds what came with it. */
    public boolean isUntouched(FigureSlot slot, Plan plan) {
        return SlotContent.findInPlan(slot, plan).equals(findContentAfter(slot));
    }

    /**
     * The plan with everything back that is still as it came; what was changed since stays, and so
     * does a column in which something stands.
     */
    public Plan planWithoutImport(Plan plan) {
        Plan next = plan;
        for (FigureSlot slot : slots().toList()) {
            if (!isUntouched(slot, plan)) continue;
            Plan without = SlotContent.planWithEmptySlot(slot, next);
            next =
                    findContentBefore(slot)
                            .map(e -> e.addedTo(without, slot.indicatorOrPartId()))
                            .orElse(without);
        }
        return withoutEmptyPeriods(next)
                .withImportRecord(
                        new ImportRecord(id, importedAt, files, importedLines, periods, true));
    }

    private Plan withoutEmptyPeriods(Plan plan) {
        Set<Period> used =
                plan.indicators().stream()
                        .flatMap(
                                i ->
                                        Stream.concat(
                                                i.observations().stream(),
                                                i.parts().stream()
                                                        .flatMap(p -> p.observations().stream())))
                        .map(Observation::period)
                        .collect(Collectors.toSet());
        return plan.withChanges(
                d ->
                        d.periods =
                                plan.periods().stream()
                                        .filter(p -> used.contains(p) || !periods.contains(p))
                                        .toList());
    }
}
