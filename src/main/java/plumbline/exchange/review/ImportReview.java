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
 * plan, the files and the officer's choices; {@link #applyToPlan} is the one edit that comes of it.
 *
 * @param plan the plan with the indicators and parts that were chosen to be added
 * @param proposals in the order of files, sheets and cells
 */
public record ImportReview(
        Plan plan,
        List<FigureProposal> proposals,
        List<ReadFinding> findings,
        Map<String, ReceivedFile> files,
        ReviewDecisions decisions) {

    /**
     * @param files what is known of each file, by its name as it stands in the figures' places
     * @param aliases strange names told earlier, by their {@link NormalizedName}
     */
    public static ImportReview createReview(
            Plan plan,
            List<FileReading> readings,
            Map<String, ReceivedFile> files,
            Map<String, UUID> aliases,
            ReviewDecisions choices) {
        List<ReadFigure> figures =
                readings.stream()
                        .flatMap(r -> r.allFigures().stream())
                        .filter(
                                f ->
                                        !isBlankFigure(f)
                                                || choices.typedByAddress()
                                                        .containsKey(f.address()))
                        .toList();
        Map<CellAddress, ReturnedForms.FormAnswer> answers = new HashMap<>();
        readings.forEach(r -> answers.putAll(r.returnedForms().answers()));
        Plan wider =
                withParts(withIndicators(plan, figures, choices), figures, files, aliases, choices);
        FigureProposer proposer =
                new FigureProposer(wider, new NameMatcher(wider, aliases), choices, files, answers);
        List<FigureProposal> proposals =
                compareProposals(figures.stream().map(proposer::proposeFigure).toList(), choices);
        ContextChecks neighbours = new ContextChecks(wider, proposals);
        return new ImportReview(
                wider,
                proposals.stream().map(p -> neighbours.withContextIssues(p, choices)).toList(),
                readings.stream().flatMap(r -> r.allFindings().stream()).toList(),
                Map.copyOf(files),
                choices);
    }

    public ImportReview {
        proposals = List.copyOf(proposals);
        findings = List.copyOf(findings);
    }

    private static boolean isBlankFigure(ReadFigure figure) {
        return figure.raw().isBlank();
    }

    /** Names that the officer adds become indicators, in the group they stand under. */
    private static Plan withIndicators(
            Plan plan, List<ReadFigure> figures, ReviewDecisions choices) {
        Plan wider = plan;
        for (ReadFigure f : figures) {
            String key = NormalizedName.normalizeName(f.indicator());
            UUID id = idOf(plan, key);
            if (key.isEmpty()
                    || !choices.addedNames().contains(key)
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
                                                        f.findValue()
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
                        .anyMatch(
                                g ->
                                        NormalizedName.normalizeName(g.name())
                                                .equals(NormalizedName.normalizeName(name)));
        if (there || name.isBlank() && !plan.groups().isEmpty()) return plan;
        return plan.withGroup(
                new IndicatorGroup(
                        idOf(plan, "group " + name), name.isBlank() ? "—" : name.strip()));
    }

    private static IndicatorGroup groupOf(Plan plan, String name) {
        return plan.groups().stream()
                .filter(
                        g ->
                                NormalizedName.normalizeName(g.name())
                                        .equals(NormalizedName.normalizeName(name)))
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
        for (ReadFigure f :
                choices.brokenDownIndicators().isEmpty() ? List.<ReadFigure>of() : figures) {
            FigureProposal proposal =
                    new FigureProposer(
                                    wider,
                                    new NameMatcher(wider, aliases),
                                    choices,
                                    files,
                                    Map.of())
                            .proposeFigure(f);
            boolean unknown =
                    proposal.issues().stream()
                            .anyMatch(d -> d.kind() == ReviewIssue.Kind.PART_UNKNOWN);
            if (!unknown
                    || !choices.brokenDownIndicators()
                            .contains(proposal.match().orElseThrow().indicatorId())) continue;
            Indicator indicator =
                    wider.findIndicator(proposal.match().get().indicatorId()).orElseThrow();
            wider =
                    wider.withIndicator(
                            indicator.withPart(
                                    Part.createNamed(
                                            idOf(
                                                    plan,
                                                    indicator.id()
                                                            + "/"
                                                            + NormalizedName.normalizeName(
                                                                    f.breakdown())),
                                            f.breakdown().strip())));
        }
        return wider;
    }

    /**
     * Of figures for one slot, contradicting ones are marked so, and of equal ones the first is
     * taken.
     */
    private static List<FigureProposal> compareProposals(
            List<FigureProposal> single, ReviewDecisions choices) {
        Map<FigureSlot, List<FigureProposal>> bySlot =
                single.stream()
                        .filter(p -> p.nextContent().isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        p -> p.slot().orElseThrow(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<FigureProposal> all = new ArrayList<>(single);
        all.replaceAll(
                p ->
                        p.nextContent().isEmpty()
                                ? p
                                : compareWithOthers(
                                        p, bySlot.get(p.slot().orElseThrow()), choices));
        return all;
    }

    private static FigureProposal compareWithOthers(
            FigureProposal p, List<FigureProposal> there, ReviewDecisions choices) {
        Optional<FigureProposal> other =
                there.stream().filter(q -> !hasSameReading(p, q)).findFirst();
        boolean chosen = choices.takenByAddress().getOrDefault(p.figure().address(), false);
        if (other.isPresent() && p.status() != FigureProposal.ProposalStatus.SAME) {
            return p.withStatus(
                    FigureProposal.ProposalStatus.CONFLICT,
                    ReviewIssue.issueOfKind(
                            ReviewIssue.Kind.CONFLICT,
                            other.get().figure().address(),
                            other.get().nextContent().orElseThrow().reading()),
                    chosen);
        }
        FigureProposal first = there.getFirst();
        return first == p || p.status() == FigureProposal.ProposalStatus.SAME
                ? p
                : p.withStatus(
                        FigureProposal.ProposalStatus.SAME,
                        ReviewIssue.issueOfKind(ReviewIssue.Kind.TWICE, first.figure().address()),
                        false);
    }

    private static boolean hasSameReading(FigureProposal a, FigureProposal b) {
        Reading one = a.nextContent().orElseThrow().reading();
        Reading other = b.nextContent().orElseThrow().reading();
        return one.findAmount().isPresent() && other.findAmount().isPresent()
                ? one.findAmount().get().compareTo(other.findAmount().get()) == 0
                : one.equals(other);
    }

    public Stream<FigureProposal> takenProposals() {
        return proposals.stream().filter(FigureProposal::taken);
    }

    /** The files of what is taken. */
    public Stream<ReceivedFile> takenFiles() {
        return takenProposals().map(p -> p.figure().address().file()).distinct().map(files::get);
    }

    /** How many there are of each finding. */
    public Map<FigureProposal.ProposalStatus, Long> countByFinding() {
        return proposals.stream()
                .collect(Collectors.groupingBy(FigureProposal::status, Collectors.counting()));
    }

    /** The plan with everything that was taken. Of two taken for one slot the later one stays. */
    public Plan applyToPlan() {
        Plan next = plan;
        for (FigureProposal p : takenProposals().toList())
            next =
                    p.nextContent()
                            .orElseThrow()
                            .addedTo(next, p.slot().orElseThrow().indicatorOrPartId());
        return next;
    }

    /** What stood at each slot that is written to, and what will. */
    Map<FigureSlot, Optional<SlotContent>> contentsBefore() {
        Map<FigureSlot, Optional<SlotContent>> before = new LinkedHashMap<>();
        takenProposals()
                .forEach(p -> before.putIfAbsent(p.slot().orElseThrow(), p.currentContent()));
        return before;
    }
}
