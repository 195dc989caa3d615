package plumbline.exchange.review;

import plumbline.base.Problem;
import plumbline.exchange.collection.ReturnedForms;
import plumbline.exchange.notation.FigureParser;
import plumbline.exchange.notation.MeasureUnit;
import plumbline.exchange.notation.NormalizedName;
import plumbline.exchange.table.CellAddress;
import plumbline.exchange.table.FigureRole;
import plumbline.exchange.table.ReadFigure;
import plumbline.plan.Department;
import plumbline.plan.FigureSlot;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.MissingReason;
import plumbline.plan.Observation;
import plumbline.plan.Part;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Relation;
import plumbline.plan.SlotContent;
import plumbline.plan.Source;
import plumbline.plan.Status;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says of one figure what it would do to the plan, apart from all others. */
final class FigureProposer {
    private static final double LEAST_CONFIDENCE = 0.75;

    /** Breakdowns that stand for the whole. */
    private static final Pattern WHOLE =
            Pattern.compile(
                    "(?:全市|全省|全县|全区|全国|总)?(?:合计|总计|总数|小计|计|全市|全省|全县|全区)?|total|all",
                    Pattern.CASE_INSENSITIVE);

    private final Plan plan;
    private final NameMatcher names;
    private final ReviewDecisions choices;
    private final Map<String, ReceivedFile> files;
    private final Map<CellAddress, ReturnedForms.FormAnswer> answers;
    private final Map<UUID, Indicator> indicators;

    /**
     * What a name and the group it stands under were found to be: a file says them once for each of
     * its columns.
     */
    private final Map<List<String>, Optional<IndicatorMatch>> matched = new HashMap<>();

    /**
     * @param files what is known of each file, by its name
     * @param answers of the figures that stand in collection workbooks, which line each is of
     */
    FigureProposer(
            Plan plan,
            NameMatcher names,
            ReviewDecisions choices,
            Map<String, ReceivedFile> files,
            Map<CellAddress, ReturnedForms.FormAnswer> answers) {
        this.plan = plan;
        this.names = names;
        this.choices = choices;
        this.files = files;
        this.answers = answers;
        this.indicators =
                plan.indicators().stream().collect(Collectors.toMap(Indicator::id, i -> i));
    }

    FigureProposal proposeFigure(ReadFigure figure) {
        Optional<IndicatorMatch> match = findMatch(figure);
        if (!isUsefulRole(figure.role()))
            return refusedProposal(figure, match, FigureProposal.ProposalStatus.UNUSED, List.of());
        if (match.isEmpty())
            return refusedProposal(figure, match, FigureProposal.ProposalStatus.UNKNOWN, List.of());
        Indicator indicator = indicators.get(match.get().indicatorId());
        if (saysNothing(figure)
                && !saysNone(figure, indicator)
                && !choices.typedByAddress().containsKey(figure.address()))
            return refusedProposal(figure, match, FigureProposal.ProposalStatus.UNUSED, List.of());
        Optional<Indicator> line =
                findKnownIndicator(figure).isPresent()
                        ? findKnownIndicator(figure)
                        : findIndicatorOrPart(indicator, figure.breakdown());
        if (line.isEmpty())
            return refusedProposal(
                    figure,
                    match,
                    FigureProposal.ProposalStatus.UNKNOWN,
                    List.of(
                            ReviewIssue.issueOfKind(
                                    ReviewIssue.Kind.PART_UNKNOWN, figure.breakdown())));
        Optional<FigureSlot> slot = findSlot(figure, line.get());
        if (slot.isEmpty())
            return refusedProposal(figure, match, FigureProposal.ProposalStatus.UNKNOWN, List.of());
        return proposeAtSlot(figure, match.get(), line.get(), slot.get());
    }

    private static boolean isUsefulRole(FigureRole role) {
        return switch (role) {
            case BASELINE, MID_TERM, TARGET, ACTUAL, FORECAST -> true;
            case ATTAINMENT, PROGRESS, VERDICT, WEIGHT, OTHER -> false;
        };
    }

    /** A dash tells nothing of a figure: not even that it was asked for. */
    private static boolean saysNothing(ReadFigure figure) {
        boolean dash = figure.raw().chars().noneMatch(Character::isLetterOrDigit);
        return dash
                && figure.reading()
                        .filter(
                                r ->
                                        r instanceof Reading.Missing(MissingReason reason, _)
                                                && reason == MissingReason.NOT_REPORTED)
                        .isPresent();
    }

    /** 未发生: of accidents a number. */
    private static boolean saysNone(ReadFigure figure, Indicator indicator) {
        return indicator.kind() == IndicatorKind.ZERO && FigureParser.saysNone(figure.raw());
    }

    private static FigureProposal refusedProposal(
            ReadFigure figure,
            Optional<IndicatorMatch> match,
            FigureProposal.ProposalStatus why,
            List<ReviewIssue> doubts) {
        return new FigureProposal(
                figure,
                match,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                why,
                doubts,
                false);
    }

    private Optional<ReturnedForms.FormAnswer> findFormAnswer(ReadFigure figure) {
        return Optional.ofNullable(answers.get(figure.address()));
    }

    /** The line a collection workbook names by its identifier. */
    private Optional<Indicator> findKnownIndicator(ReadFigure figure) {
        return findFormAnswer(figure)
                .filter(a -> a.identity().planId().equals(plan.id()))
                .flatMap(a -> plan.findIndicatorOrPart(a.lineId()));
    }

    private Optional<IndicatorMatch> findMatch(ReadFigure figure) {
        Optional<Indicator> known = findKnownIndicator(figure).flatMap(l -> plan.findOwner(l.id()));
        if (known.isPresent())
            return known.map(i -> new IndicatorMatch(i.id(), IndicatorMatch.MatchMethod.KIT, 1));
        Optional<UUID> told =
                choices.indicatorsByName().get(NormalizedName.normalizeName(figure.indicator()));
        if (told != null)
            return told.map(id -> new IndicatorMatch(id, IndicatorMatch.MatchMethod.CHOSEN, 1));
        return matched.computeIfAbsent(
                List.of(figure.indicator(), figure.group()),
                _ -> names.findMatch(figure.indicator(), figure.group()));
    }

    /** The part a breakdown names, or the indicator itself. */
    private static Optional<Indicator> findIndicatorOrPart(Indicator indicator, String breakdown) {
        String key = NormalizedName.normalizeName(breakdown);
        if (WHOLE.matcher(key).matches()) return Optional.of(indicator);
        Optional<Part> part =
                indicator.parts().stream()
                        .filter(p -> NormalizedName.normalizeName(p.name()).equals(key))
                        .findFirst();
        if (part.isEmpty())
            part =
                    indicator.parts().stream()
                            .filter(
                                    p ->
                                            placeWithoutSuffix(
                                                            NormalizedName.normalizeName(p.name()))
                                                    .equals(placeWithoutSuffix(key)))
                            .findFirst();
        return part.map(indicator::partAsIndicator);
    }

    /** 曾都区 is 曾都 as well. */
    private static String placeWithoutSuffix(String name) {
        return name.length() > 2 ? name.replaceFirst("[市县区州]$", "") : name;
    }

    private Optional<FigureSlot> findSlot(ReadFigure figure, Indicator line) {
        return switch (figure.role()) {
            case BASELINE ->
                    Optional.of(
                            new FigureSlot.TargetSlot(
                                    line.id(), Milestone.Role.BASELINE, plan.baselineDay()));
            case MID_TERM ->
                    Optional.of(
                            new FigureSlot.TargetSlot(
                                    line.id(),
                                    Milestone.Role.MID_TERM,
                                    line.course()
                                            .midTermTarget()
                                            .map(Milestone::day)
                                            .orElse(plan.midTermDay())));
            case TARGET -> Optional.of(targetSlot(figure, line));
            default -> figure.period().map(p -> observationSlot(figure, line, p));
        };
    }

    /** What a file reports for the year of the baseline is the baseline. */
    private FigureSlot observationSlot(ReadFigure figure, Indicator line, Period period) {
        boolean before = period.isYear() && period.lastDay().equals(plan.baselineDay());
        return before
                ? new FigureSlot.TargetSlot(line.id(), Milestone.Role.BASELINE, plan.baselineDay())
                : new FigureSlot.ObservationSlot(line.id(), period, isForecast(figure));
    }

    private static boolean isForecast(ReadFigure figure) {
        return figure.role() == FigureRole.FORECAST || figure.status() == Status.FORECAST;
    }

    private FigureSlot targetSlot(ReadFigure figure, Indicator line) {
        LocalDate on = figure.period().map(Period::lastDay).orElse(plan.lastDay());
        Optional<Milestone> there =
                line.course().milestones().stream()
                        .filter(m -> m.role() != Milestone.Role.BASELINE && m.day().equals(on))
                        .findFirst();
        Milestone.Role role =
                there.map(Milestone::role)
                        .orElse(
                                on.equals(plan.lastDay())
                                        ? Milestone.Role.FINAL
                                        : Milestone.Role.YEARLY);
        return new FigureSlot.TargetSlot(line.id(), role, there.map(Milestone::day).orElse(on));
    }

    private FigureProposal proposeAtSlot(
            ReadFigure figure, IndicatorMatch match, Indicator line, FigureSlot slot) {
        List<ReviewIssue> doubts = new ArrayList<>();
        Optional<SlotContent> now = SlotContent.findOnIndicator(slot, line);
        Optional<Reading> reading = findReading(figure, line, doubts);
        Optional<SlotContent> next =
                reading.flatMap(r -> createContent(figure, line, slot, r, now))
                        .filter(e -> fitsPlan(e, line, doubts));
        if (match.method() == IndicatorMatch.MatchMethod.SIMILAR)
            doubts.add(
                    ReviewIssue.issueOfKind(
                            ReviewIssue.Kind.SIMILAR_NAME,
                            figure.indicator(),
                            indicators.get(match.indicatorId()).name()));
        if (figure.confidence().doubleValue() < LEAST_CONFIDENCE)
            doubts.add(ReviewIssue.issueOfKind(ReviewIssue.Kind.DOUBTFUL_PLACE));
        findFormAnswer(figure).ifPresent(a -> doubts.addAll(issuesOfFormAnswer(a)));
        next.ifPresent(
                entry ->
                        doubts.addAll(
                                new IssueChecks(plan, line, slot, now, receivedFile(figure))
                                        .findIssues(entry)));
        FigureProposal.ProposalStatus finding = statusOfProposal(figure, now, next, doubts);
        FigureProposal proposed =
                new FigureProposal(
                        figure,
                        Optional.of(match),
                        Optional.of(slot),
                        now,
                        next,
                        finding,
                        doubts,
                        finding == FigureProposal.ProposalStatus.NEW);
        return Optional.ofNullable(choices.takenByAddress().get(figure.address()))
                .map(proposed::withTaken)
                .orElse(proposed);
    }

    /**
     * A target on the day of another, before the baseline or after the final one has no place on
     * the course.
     */
    private static boolean fitsPlan(SlotContent entry, Indicator line, List<ReviewIssue> doubts) {
        boolean stands =
                !(entry instanceof SlotContent.TargetContent(Milestone m))
                        || line.course().canTakeMilestone(m);
        if (!stands) doubts.add(ReviewIssue.issueOfKind(ReviewIssue.Kind.NO_PLACE));
        return stands;
    }

    private List<ReviewIssue> issuesOfFormAnswer(ReturnedForms.FormAnswer answer) {
        List<ReviewIssue> doubts = new ArrayList<>();
        if (!answer.reasonBesideValue().isEmpty())
            doubts.add(
                    ReviewIssue.issueOfKind(
                            ReviewIssue.Kind.REASON_BESIDE, answer.reasonBesideValue()));
        if (!answer.identity().planId().equals(plan.id()))
            doubts.add(ReviewIssue.issueOfKind(ReviewIssue.Kind.OTHER_PLAN));
        return doubts;
    }

    private ReceivedFile receivedFile(ReadFigure figure) {
        return files.get(figure.address().file());
    }

    private static FigureProposal.ProposalStatus statusOfProposal(
            ReadFigure figure,
            Optional<SlotContent> now,
            Optional<SlotContent> next,
            List<ReviewIssue> doubts) {
        if (next.isEmpty())
            return figure.reading().isEmpty()
                    ? FigureProposal.ProposalStatus.UNREADABLE
                    : FigureProposal.ProposalStatus.SUSPICIOUS;
        if (now.isPresent() && isSameContent(now.get(), next.get(), doubts))
            return FigureProposal.ProposalStatus.SAME;
        if (doubts.stream().anyMatch(ReviewIssue::isGrave))
            return FigureProposal.ProposalStatus.SUSPICIOUS;
        return now.isPresent()
                ? FigureProposal.ProposalStatus.CHANGED
                : FigureProposal.ProposalStatus.NEW;
    }

    /** Also where the file only wrote fewer digits of what stands there. */
    private static boolean isSameContent(
            SlotContent now, SlotContent next, List<ReviewIssue> doubts) {
        boolean rounded = doubts.stream().anyMatch(d -> d.kind() == ReviewIssue.Kind.ROUNDED);
        return rounded
                || hasSameReading(now.reading(), next.reading())
                        && hasSameRelation(now, next)
                        && hasSameStatus(now, next);
    }

    private static boolean hasSameReading(Reading a, Reading b) {
        return a.findAmount().isPresent() && b.findAmount().isPresent()
                ? a.findAmount().get().compareTo(b.findAmount().get()) == 0
                : a.getClass() == b.getClass() && a.equals(b);
    }

    /** What was preliminary and is reported as final has changed. */
    private static boolean hasSameStatus(SlotContent a, SlotContent b) {
        return !(a instanceof SlotContent.ObservationContent(Observation one))
                || !(b instanceof SlotContent.ObservationContent(Observation two))
                || one.status() == two.status();
    }

    private static boolean hasSameRelation(SlotContent a, SlotContent b) {
        return !(a instanceof SlotContent.TargetContent(Milestone one))
                || !(b instanceof SlotContent.TargetContent(Milestone two))
                || one.relation() == two.relation();
    }

    /** In the indicator's own unit; empty where there is none, or it cannot be converted. */
    private Optional<Reading> findReading(
            ReadFigure figure, Indicator line, List<ReviewIssue> doubts) {
        String typed = choices.typedByAddress().get(figure.address());
        if (typed != null) return parseTypedReading(typed, line, doubts);
        if (saysNone(figure, line)
                || line.kind() == IndicatorKind.MILESTONE
                        && FigureParser.parseMilestoneStatus(figure.raw()).isPresent())
            return parseTypedReading(figure.raw(), line, doubts);
        return figure.reading().flatMap(r -> convertToPlanUnit(figure, r, line, doubts));
    }

    private static Optional<Reading> parseTypedReading(
            String text, Indicator line, List<ReviewIssue> doubts) {
        try {
            return Optional.of(FigureParser.parseFigure(text, line).reading());
        } catch (Problem problem) {
            doubts.add(new ReviewIssue(ReviewIssue.Kind.TYPED_WRONG, List.of(problem)));
            return Optional.empty();
        }
    }

    private static Optional<Reading> convertToPlanUnit(
            ReadFigure figure, Reading reading, Indicator line, List<ReviewIssue> doubts) {
        if (!(reading instanceof Reading.Value(BigDecimal amount, boolean about, String raw))
                || figure.unit().isBlank()
                || line.unit().isBlank()) return Optional.of(reading);
        MeasureUnit written = MeasureUnit.parseUnit(figure.unit());
        Optional<BigDecimal> factor = written.findFactorTo(MeasureUnit.parseUnit(line.unit()));
        if (factor.isEmpty()) {
            doubts.add(
                    ReviewIssue.issueOfKind(
                            ReviewIssue.Kind.UNIT_UNLIKE, figure.unit(), line.unit()));
            return Optional.empty();
        }
        boolean same = factor.get().compareTo(BigDecimal.ONE) == 0;
        if (!same || written.isAliasOf(MeasureUnit.parseUnit(line.unit())))
            doubts.add(
                    ReviewIssue.issueOfKind(
                            ReviewIssue.Kind.UNIT_CONVERTED,
                            figure.raw(),
                            figure.unit(),
                            line.unit()));
        if (same) return Optional.of(reading);
        String kept = raw.isEmpty() ? figure.raw() + " " + figure.unit() : raw;
        try {
            return Optional.of(
                    new Reading.Value(multiplyByFactor(amount, factor.get()), about, kept));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** 27.3万 stays a number of three digits. */
    private static BigDecimal multiplyByFactor(BigDecimal amount, BigDecimal factor) {
        BigDecimal bare = factor.stripTrailingZeros();
        return bare.unscaledValue().equals(BigInteger.ONE)
                ? amount.scaleByPowerOfTen(-bare.scale())
                : amount.multiply(factor);
    }

    private static Reading roundedToPlan(Reading reading) {
        return reading instanceof Reading.Value value ? value.roundedToPlan() : reading;
    }

    private Optional<SlotContent> createContent(
            ReadFigure figure,
            Indicator line,
            FigureSlot slot,
            Reading reading,
            Optional<SlotContent> now) {
        return switch (slot) {
            case FigureSlot.ObservationSlot(_, Period period, boolean forecast) ->
                    Optional.of(
                            new SlotContent.ObservationContent(
                                    new Observation(
                                            period,
                                            period.monthCount(),
                                            roundedToPlan(reading),
                                            forecast
                                                    ? Status.FORECAST
                                                    : figure.status() == Status.FORECAST
                                                            ? Status.ACTUAL
                                                            : figure.status(),
                                            createSource(figure),
                                            findFormAnswer(figure)
                                                    .map(ReturnedForms.FormAnswer::note)
                                                    .orElse(""))));
            case FigureSlot.TargetSlot(_, Milestone.Role role, LocalDate on) ->
                    reading.findAmount()
                            .map(
                                    amount ->
                                            new SlotContent.TargetContent(
                                                    createMilestone(
                                                            figure, line, role, on, amount, now)));
        };
    }

    /** The relation that was written, or else the one the target has now, or else the usual one. */
    private static Milestone createMilestone(
            ReadFigure figure,
            Indicator line,
            Milestone.Role role,
            LocalDate on,
            BigDecimal amount,
            Optional<SlotContent> now) {
        Optional<Milestone> there =
                now.filter(SlotContent.TargetContent.class::isInstance)
                        .map(e -> ((SlotContent.TargetContent) e).milestone());
        if (role == Milestone.Role.BASELINE)
            return Milestone.baseline(there.map(Milestone::day).orElse(on), amount);
        Relation relation =
                figure.relation()
                        .filter(r -> !r.needsBound() || figure.bound().isPresent())
                        .orElseGet(
                                () ->
                                        there.map(Milestone::relation)
                                                .filter(r -> !r.needsBound())
                                                .orElse(line.direction().usualRelation()));
        return new Milestone(
                role,
                there.map(Milestone::day).orElse(on),
                amount,
                relation,
                relation.needsBound() ? figure.bound() : Optional.empty(),
                there.map(Milestone::striving).orElse(false));
    }

    private Source createSource(ReadFigure figure) {
        ReceivedFile file = receivedFile(figure);
        CellAddress place = figure.address();
        String where = place.sheet().isEmpty() ? place.cell() : place.sheet() + "!" + place.cell();
        Optional<UUID> sender =
                file.departmentId()
                        .or(
                                () ->
                                        findFormAnswer(figure)
                                                .flatMap(a -> a.identity().departmentId())
                                                .flatMap(plan::findDepartment)
                                                .map(Department::id));
        return new Source(
                place.file(), where, sender, Optional.of(file.receivedOn()), file.evidenceId());
    }
}
