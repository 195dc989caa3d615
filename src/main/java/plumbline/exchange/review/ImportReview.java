package plumbline.exchange.review;

import plumbline.exchange.collection.ReturnedForms;
import plumbline.exchange.notation.NormalizedName;
import plumbline.exchange.table.CellAddress;
import plumbline.exchange.table.ReadFigure;
import plumbline.exchange.table.ReadFinding;
import plumbline.plan.FigureSlot;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorGroup;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Part;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.SlotContent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All figures of some files beside the plan, before anything is believed. A pure function of the
 * plan, the files and the officer's choices; {@link #apply} is the one edit that comes of it.
 *
 * @param plan the plan with the indicators and parts that were chosen to be added
 * @param proposals in the order of files, sheets and cells
 */
public record ImportReview(
        Plan plan,
        List<Proposal> proposals,
        List<ReadFinding> findings,
        Map<String, ReceivedFile> files,
        ReviewDecisions choices) {

    /**
     * @param files what is known of each file, by its name as it stands in the figures' places
     * @param aliases strange names told earlier, by their {@link NormalizedName}
     */
    public static ImportReview of(
            Plan plan,
            List<FileReading> readings,
            Map<String, ReceivedFile> files,
            Map<String, UUID> aliases,
            ReviewDecisions choices) {
        List<ReadFigure> figures =
                readings.stream()
                        .flatMap(r -> r.figures().stream())
                        .filter(f -> !blank(f) || choices.typed().containsKey(f.place()))
                        .toList();
        Map<CellAddress, ReturnedForms.FormAnswer> answers = new HashMap<>();
        readings.forEach(r -> answers.putAll(r.kit().answers()));
        Plan wider =
                withParts(withIndicators(plan, figures, choices), figures, files, aliases, choices);
        Proposer proposer =
                new Proposer(wider, new NameMatcher(wider, aliases), choices, files, answers);
        List<Proposal> proposals = compared(figures.stream().map(proposer::of).toList(), choices);
        ContextChecks neighbours = new ContextChecks(wider, proposals);
        return new ImportReview(
                wider,
                proposals.stream().map(p -> neighbours.seen(p, choices)).toList(),
                readings.stream().flatMap(r -> r.findings().stream()).toList(),
                Map.copyOf(files),
                choices);
    }

    public ImportReview {
        proposals = List.copyOf(proposals);
        findings = List.copyOf(findings);
    }

    private static boolean blank(ReadFigure figure) {
        return figure.raw().isBlank();
    }

    /** Names that the officer adds become indicators, in the group they stand under. */
    private static Plan withIndicators(
            Plan plan, List<ReadFigure> figures, ReviewDecisions choices) {
        Plan wider = plan;
        for (ReadFigure f : figures) {
            String key = NormalizedName.of(f.indicator());
            UUID id = idOf(plan, key);
            if (key.isEmpty()
                    || !choices.added().contains(key)
                    || wider.findIndicator(id).isPresent()) continue;
            Plan grouped = withGroup(wider, f.group());
            UUID group = groupOf(grouped, f.group()).id();
            wider =
                    grouped.withIndicator(
                            Indicator.createNamed(id, group, f.indicator().strip())
                                    .withChanges(
                                            d -> {
                                                d.unit = f.unit();
                                                d.kind = IndicatorKind.STOCK;
                                                d.decimals =
                                                        f.value()
                                                                .map(
                                                                        v ->
                                                                                Math.clamp(
                                                                                        v.scale(),
                                                                                        0, 6))
                                                                .orElse(0);
                                            }));
        }
        return wider;
    }

    private static UUID idOf(Plan plan, String key) {
        return UUID.nameUUIDFromBytes((plan.id() + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    private static Plan withGroup(Plan plan, String name) {
        boolean there =
                plan.groups().stream()
                        .anyMatch(g -> NormalizedName.of(g.name()).equals(NormalizedName.of(name)));
        if (there || name.isBlank() && !plan.groups().isEmpty()) return plan;
        return plan.withGroup(
                new IndicatorGroup(
                        idOf(plan, "group " + name), name.isBlank() ? "—" : name.strip()));
    }

    private static IndicatorGroup groupOf(Plan plan, String name) {
        return plan.groups().stream()
                .filter(g -> NormalizedName.of(g.name()).equals(NormalizedName.of(name)))
                .findFirst()
                .orElseGet(() -> plan.groups().getLast());
    }

    private static Plan withParts(
            Plan plan,
            List<ReadFigure> figures,
            Map<String, ReceivedFile> files,
            Map<String, UUID> aliases,
            ReviewDecisions choices) {
        Plan wider = plan;
        for (ReadFigure f : choices.parts().isEmpty() ? List.<ReadFigure>of() : figures) {
            Proposal proposal =
                    new Proposer(wider, new NameMatcher(wider, aliases), choices, files, Map.of())
                            .of(f);
            boolean unknown =
                    proposal.doubts().stream()
                            .anyMatch(d -> d.kind() == ReviewIssue.Kind.PART_UNKNOWN);
            if (!unknown || !choices.parts().contains(proposal.match().orElseThrow().indicator()))
                continue;
            Indicator indicator =
                    wider.findIndicator(proposal.match().get().indicator()).orElseThrow();
            wider =
                    wider.withIndicator(
                            indicator.withPart(
                                    Part.createNamed(
                                            idOf(
                                                    plan,
                                                    indicator.id()
                                                            + "/"
                                                            + NormalizedName.of(f.breakdown())),
                                            f.breakdown().strip())));
        }
        return wider;
    }

    /**
     * Of figures for one slot, contradicting ones are marked so, and of equal ones the first is
     * taken.
     */
    private static List<Proposal> compared(List<Proposal> single, ReviewDecisions choices) {
        Map<FigureSlot, List<Proposal>> bySlot =
                single.stream()
                        .filter(p -> p.next().isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        p -> p.slot().orElseThrow(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<Proposal> all = new ArrayList<>(single);
        all.replaceAll(
                p ->
                        p.next().isEmpty()
                                ? p
                                : beside(p, bySlot.get(p.slot().orElseThrow()), choices));
        return all;
    }

    private static Proposal beside(Proposal p, List<Proposal> there, ReviewDecisions choices) {
        Optional<Proposal> other = there.stream().filter(q -> !same(p, q)).findFirst();
        boolean chosen = choices.taken().getOrDefault(p.figure().place(), false);
        if (other.isPresent() && p.finding() != Proposal.Finding.SAME) {
            return p.found(
                    Proposal.Finding.CONFLICT,
                    ReviewIssue.of(
                            ReviewIssue.Kind.CONFLICT,
                            other.get().figure().place(),
                            other.get().next().orElseThrow().reading()),
                    chosen);
        }
        Proposal first = there.getFirst();
        return first == p || p.finding() == Proposal.Finding.SAME
                ? p
                : p.found(
                        Proposal.Finding.SAME,
                        ReviewIssue.of(ReviewIssue.Kind.TWICE, first.figure().place()),
                        false);
    }

    private static boolean same(Proposal a, Proposal b) {
        Reading one = a.next().orElseThrow().reading();
        Reading other = b.next().orElseThrow().reading();
        return one.findAmount().isPresent() && other.findAmount().isPresent()
                ? one.findAmount().get().compareTo(other.findAmount().get()) == 0
                : one.equals(other);
    }

    public Stream<Proposal> taken() {
        return proposals.stream().filter(Proposal::taken);
    }

    /** The files of what is taken. */
    public Stream<ReceivedFile> senders() {
        return taken().map(p -> p.figure().place().file()).distinct().map(files::get);
    }

    /** How many there are of each finding. */
    public Map<Proposal.Finding, Long> tally() {
        return proposals.stream()
                .collect(Collectors.groupingBy(Proposal::finding, Collectors.counting()));
    }

    /** The plan with everything that was taken. Of two taken for one slot the later one stays. */
    public Plan apply() {
        Plan next = plan;
        for (Proposal p : taken().toList())
            next = p.next().orElseThrow().addedTo(next, p.slot().orElseThrow().indicatorOrPartId());
        return next;
    }

    /** What stood at each slot that is written to, and what will. */
    Map<FigureSlot, Optional<SlotContent>> before() {
        Map<FigureSlot, Optional<SlotContent>> before = new LinkedHashMap<>();
        taken().forEach(p -> before.putIfAbsent(p.slot().orElseThrow(), p.now()));
        return before;
    }
}
