package plumbline.exchange.review;

import plumbline.base.Problem;
import plumbline.exchange.table.CellAddress;
import plumbline.exchange.table.ReadFigure;
import plumbline.plan.FigureSlot;
import plumbline.plan.Indicator;
import plumbline.plan.Milestone;
import plumbline.plan.Part;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.SlotContent;
import plumbline.words.EditName;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** How the figures of a review read in one language, on the screen and on the command line. */
public final class ReviewWording {
    /** Of so many files the names are told. */
    private static final int NAMED = 3;

    private final Messages words;
    private final Wording wording;
    private final Plan plan;

    /**
     * @param plan with what was chosen to be added
     */
    public ReviewWording(Messages words, Plan plan) {
        this.words = words;
        this.wording = new Wording(words);
        this.plan = plan;
    }

    /** The name of taking in what a review takes. */
    public static EditName editName(ImportReview review, Messages words) {
        List<String> files =
                review.takenProposals().map(p -> p.figure().address().file()).distinct().toList();
        String first =
                files.stream()
                        .limit(NAMED)
                        .collect(Collectors.joining(words.sentence("wording.list")));
        return EditName.of(
                "edit.import",
                "" + review.takenProposals().count(),
                files.size() <= NAMED
                        ? first
                        : words.sentence("import.files.more", first, files.size()));
    }

    /** The indicator with its number, and the part; or that it is there no more. */
    public String lineName(UUID line) {
        return partName(line).isEmpty()
                ? numberedIndicatorName(line)
                : numberedIndicatorName(line) + " · " + partName(line);
    }

    public String proposalName(FigureProposal proposal) {
        ReadFigure f = proposal.figure();
        return proposal.slot()
                .map(s -> lineName(s.indicatorOrPartId()))
                .orElseGet(
                        () ->
                                f.breakdown().isEmpty()
                                        ? f.indicator()
                                        : f.indicator() + " · " + f.breakdown());
    }

    private String numberedIndicatorName(UUID line) {
        return plan.findOwner(line)
                .map(owner -> plan.sequenceNumberOf(owner.id()) + ". " + owner.name())
                .orElseGet(() -> words.sentence("import.past.gone"));
    }

    private String partName(UUID line) {
        return plan.findOwner(line).flatMap(o -> o.findPart(line)).map(Part::name).orElse("");
    }

    /** As the plan calls it; as the file does, where the plan does not know it. */
    public String indicatorName(FigureProposal proposal) {
        return proposal.match()
                .flatMap(m -> plan.findIndicator(m.indicatorId()))
                .map(Indicator::name)
                .orElse(proposal.figure().indicator());
    }

    public String proposedPartName(FigureProposal proposal) {
        return proposal.slot()
                .map(s -> partName(s.indicatorOrPartId()))
                .orElse(proposal.figure().breakdown());
    }

    public String periodText(FigureProposal proposal) {
        return proposal.slot()
                .map(this::slotPeriodText)
                .orElseGet(() -> proposal.figure().period().map(wording::formatPeriod).orElse(""));
    }

    public String slotPeriodText(FigureSlot slot) {
        return switch (slot) {
            case FigureSlot.ObservationSlot(_, var period, boolean forecast) ->
                    forecast
                            ? words.sentence("import.period.forecast", wording.formatPeriod(period))
                            : wording.formatPeriod(period);
            case FigureSlot.TargetSlot(_, Milestone.Role role, LocalDate on) ->
                    role == Milestone.Role.YEARLY
                            ? words.sentence("import.period.yearly", String.valueOf(on.getYear()))
                            : words.nameOf(role);
        };
    }

    public String currentContentText(FigureProposal proposal) {
        return proposal.slot()
                .flatMap(s -> proposal.currentContent().map(e -> contentText(s, e)))
                .orElse("");
    }

    /** What would stand there; as it was written, where that cannot be. */
    public String nextContentText(FigureProposal proposal) {
        return proposal.slot()
                .flatMap(s -> proposal.nextContent().map(e -> contentText(s, e)))
                .orElse(proposal.figure().raw());
    }

    public String contentText(FigureSlot slot, SlotContent entry) {
        int decimals =
                plan.findIndicatorOrPart(slot.indicatorOrPartId())
                        .map(Indicator::decimals)
                        .orElse(0);
        return switch (entry) {
            case SlotContent.ObservationContent(var o) ->
                    plan.findIndicatorOrPart(slot.indicatorOrPartId())
                            .map(i -> wording.observationText(o, i))
                            .orElseGet(() -> wording.observationText(o, decimals));
            case SlotContent.TargetContent(Milestone m) ->
                    m.role() == Milestone.Role.BASELINE
                            ? Wording.formatNumber(
                                    m.amount(),
                                    Wording.readingDecimals(Reading.ofAmount(m.amount()), decimals))
                            : wording.targetText(m);
        };
    }

    /** Sheet and cell. */
    public static String addressText(CellAddress place) {
        return place.sheet().isEmpty() ? place.cell() : place.sheet() + "!" + place.cell();
    }

    /** Every reason in a sentence, the grave ones first. */
    public List<String> reasonSentences(FigureProposal proposal) {
        List<String> said = new ArrayList<>();
        if (proposal.status() == FigureProposal.ProposalStatus.UNKNOWN
                && proposal.match().isEmpty())
            said.add(words.sentence("import.doubt.name", proposal.figure().indicator()));
        if (proposal.status() == FigureProposal.ProposalStatus.UNREADABLE)
            said.add(words.sentence("import.doubt.unreadable", proposal.figure().raw()));
        proposal.issues().stream()
                .sorted((a, b) -> Boolean.compare(b.isGrave(), a.isGrave()))
                .map(
                        d ->
                                words.sentence(
                                        "import.doubt." + d.kind().name(),
                                        messageArguments(d, proposal)))
                .forEach(said::add);
        return said;
    }

    /** A number in the plan's unit, whatever the file's was. */
    private String readingWithUnit(Reading reading, FigureProposal proposal) {
        Optional<Indicator> line =
                proposal.slot().flatMap(s -> plan.findIndicatorOrPart(s.indicatorOrPartId()));
        String unit = reading.findAmount().flatMap(_ -> line).map(Indicator::unit).orElse("");
        String said =
                line.map(i -> wording.readingText(reading, i))
                        .orElseGet(() -> wording.readingText(reading, 0));
        return unit.isEmpty() || unit.equals("%")
                ? said + unit
                : wording.numberWithUnit(said, unit);
    }

    /** What its sentence needs, as it is said. */
    public Object[] messageArguments(ReviewIssue doubt, FigureProposal proposal) {
        return doubt.arguments().stream().map(a -> messageArgument(a, proposal)).toArray();
    }

    private Object messageArgument(Object arg, FigureProposal proposal) {
        return switch (arg) {
            case Reading reading -> readingWithUnit(reading, proposal);
            case BigDecimal amount -> readingWithUnit(Reading.ofAmount(amount), proposal);
            case CellAddress place -> place.file() + " " + addressText(place);
            case Problem problem -> words.problemSentence(problem);
            default -> arg;
        };
    }
}
