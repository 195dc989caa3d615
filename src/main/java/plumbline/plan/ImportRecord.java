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
        Instant at,
        List<File> files,
        List<Line> lines,
        List<Period> periods,
        boolean takenBack) {

    /**
     * @param sha256 64 lower-case hexadecimal digits; empty for a pasted text
     */
    public record File(String name, String sha256) {
        public File {
            Objects.requireNonNull(name);
            Objects.requireNonNull(sha256);
        }
    }

    /** What stood at some slots of a line. */
    public record Held(UUID id, List<Milestone> milestones, List<Observation> observations) {
        public Held {
            milestones = milestones.stream().sorted().toList();
            observations = observations.stream().sorted().toList();
        }

        Stream<SlotContent> entries() {
            return Stream.concat(
                    milestones.stream().map(SlotContent.Target::new),
                    observations.stream().map(SlotContent.Figure::new));
        }

        Optional<SlotContent> at(FigureSlot slot, UUID line) {
            return entries().filter(e -> e.slot(line).same(slot)).findFirst();
        }

        Held with(SlotContent entry) {
            List<Milestone> more = new ArrayList<>(milestones);
            List<Observation> others = new ArrayList<>(observations);
            switch (entry) {
                case SlotContent.Target(Milestone m) -> more.add(m);
                case SlotContent.Figure(Observation o) -> others.add(o);
            }
            return new Held(id, more, others);
        }
    }

    /** An indicator or part, before and after. */
    public record Line(UUID line, Held before, Held after) {}

    public ImportRecord {
        Objects.requireNonNull(id);
        Objects.requireNonNull(at);
        files = List.copyOf(files);
        lines = List.copyOf(lines);
        periods = List.copyOf(periods);
    }

    /** What an edit did at the slots. */
    public static ImportRecord of(
            UUID id,
            Instant at,
            List<File> files,
            List<FigureSlot> slots,
            Plan before,
            Plan after) {
        List<Line> lines = new ArrayList<>();
        for (UUID line : slots.stream().map(FigureSlot::line).distinct().toList()) {
            List<FigureSlot> own = slots.stream().filter(s -> s.line().equals(line)).toList();
            lines.add(
                    new Line(
                            line,
                            held(id, "before", line, own, before),
                            held(id, "after", line, own, after)));
        }
        return new ImportRecord(
                id,
                at,
                files,
                lines,
                after.periods().stream().filter(p -> !before.periods().contains(p)).toList(),
                false);
    }

    private static Held held(
            UUID intake, String side, UUID line, List<FigureSlot> slots, Plan plan) {
        Held held =
                new Held(
                        UUID.nameUUIDFromBytes(
                                (intake + side + line).getBytes(StandardCharsets.UTF_8)),
                        List.of(),
                        List.of());
        for (FigureSlot slot : slots)
            held = SlotContent.at(slot, plan).map(held::with).orElse(held);
        return held;
    }

    /** How many figures it brought. */
    public int figures() {
        return lines.stream().mapToInt(l -> (int) l.after.entries().count()).sum();
    }

    public Stream<FigureSlot> slots() {
        return lines.stream().flatMap(l -> l.after.entries().map(e -> e.slot(l.line)));
    }

    /** What it put there. */
    public Optional<SlotContent> after(FigureSlot slot) {
        return lines.stream()
                .filter(l -> l.line.equals(slot.line()))
                .findFirst()
                .flatMap(l -> l.after.at(slot, l.line));
    }

    /** What stood there before it. */
    public Optional<SlotContent> before(FigureSlot slot) {
        return lines.stream()
                .filter(l -> l.line.equals(slot.line()))
                .findFirst()
                .flatMap(l -> l.before.at(slot, l.line));
    }

    /** True where the plan still holds what came with it. */
    public boolean untouched(FigureSlot slot, Plan plan) {
        return SlotContent.at(slot, plan).equals(after(slot));
    }

    /**
     * The plan with everything back that is still as it came; what was changed since stays, and so
     * does a column in which something stands.
     */
    public Plan takeBack(Plan plan) {
        Plan next = plan;
        for (FigureSlot slot : slots().toList()) {
            if (!untouched(slot, plan)) continue;
            Plan without = SlotContent.without(slot, next);
            next = before(slot).map(e -> e.in(without, slot.line())).orElse(without);
        }
        return withoutEmpty(next).with(new ImportRecord(id, at, files, lines, periods, true));
    }

    private Plan withoutEmpty(Plan plan) {
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
        return plan.change(
                d ->
                        d.periods =
                                plan.periods().stream()
                                        .filter(p -> used.contains(p) || !periods.contains(p))
                                        .toList());
    }
}
