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
    public static EditName edit(ImportReview review, Messages words) {
        List<String> files = review.taken().map(p -> p.figure().place().file()).distinct().toList();
        String first =
                files.stream()
                        .limit(NAMED)
                        .collect(Collectors.joining(words.sentence("wording.list")));
        return EditName.of(
                "edit.import",
                "" + review.taken().count(),
                files.size() <= NAMED
                        ? first
                        : words.sentence("import.files.more", first, files.size()));
    }

    /** The indicator with its number, and the part; or that it is there no more. */
    public String name(UUID line) {
        return part(line).isEmpty() ? numbered(line) : numbered(line) + " · " + part(line);
    }

    public String name(Proposal proposal) {
        ReadFigure f = proposal.figure();
        return proposal.slot()
                .map(s -> name(s.indicatorOrPartId()))
                .orElseGet(
                        () ->
                                f.breakdown().isEmpty()
                                        ? f.indicator()
                                        : f.indicator() + " · " + f.breakdown());
    }

    private String numbered(UUID line) {
        return plan.findOwner(line)
                .map(owner -> plan.sequenceNumberOf(owner.id()) + ". " + owner.name())
                .orElseGet(() -> words.sentence("import.past.gone"));
    }

    private String part(UUID line) {
        return plan.findOwner(line).flatMap(o -> o.findPart(line)).map(Part::name).orElse("");
    }

    /** As the plan calls it; as the file does, where the plan does not know it. */
    public String indicator(Proposal proposal) {
        return proposal.match()
                .flatMap(m -> plan.findIndicator(m.indicator()))
                .map(Indicator::name)
                .orElse(proposal.figure().indicator());
    }

    public String part(Proposal proposal) {
        return proposal.slot()
                .map(s -> part(s.indicatorOrPartId()))
                .orElse(proposal.figure().breakdown());
    }

    public String period(Proposal proposal) {
        return proposal.slot()
                .map(this::period)
                .orElseGet(() -> proposal.figure().period().map(wording::formatPeriod).orElse(""));
    }

    public String period(FigureSlot slot) {
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

    public String now(Proposal proposal) {
        return proposal.slot().flatMap(s -> proposal.now().map(e -> entry(s, e))).orElse("");
    }

    /** What would stand there; as it was written, where that cannot be. */
    public String next(Proposal proposal) {
        return proposal.slot()
                .flatMap(s -> proposal.next().map(e -> entry(s, e)))
                .orElse(proposal.figure().raw());
    }

    public String entry(FigureSlot slot, SlotContent entry) {
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
    public static String cell(CellAddress place) {
        return place.sheet().isEmpty() ? place.cell() : place.sheet() + "!" + place.cell();
    }

    /** Every reason in a sentence, the grave ones first. */
    public List<String> reasons(Proposal proposal) {
        List<String> said = new ArrayList<>();
        if (proposal.finding() == Proposal.Finding.UNKNOWN && proposal.match().isEmpty())
            said.add(words.sentence("import.doubt.name", proposal.figure().indicator()));
        if (proposal.finding() == Proposal.Finding.UNREADABLE)
            said.add(words.sentence("import.doubt.unreadable", proposal.figure().raw()));
        proposal.doubts().stream()
                .sorted((a, b) -> Boolean.compare(b.grave(), a.grave()))
                .map(d -> words.sentence("import.doubt." + d.kind().name(), arguments(d, proposal)))
                .forEach(said::add);
        return said;
    }

    /** A number in the plan's unit, whatever the file's was. */
    private String withUnit(Reading reading, Proposal proposal) {
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
    public Object[] arguments(ReviewIssue doubt, Proposal proposal) {
        return doubt.args().stream().map(a -> argument(a, proposal)).toArray();
    }

    private Object argument(Object arg, Proposal proposal) {
        return switch (arg) {
            case Reading reading -> withUnit(reading, proposal);
            case BigDecimal amount -> withUnit(Reading.ofAmount(amount), proposal);
            case CellAddress place -> place.file() + " " + cell(place);
            case Problem problem -> words.problemSentence(problem);
            default -> arg;
        };
    }
}
