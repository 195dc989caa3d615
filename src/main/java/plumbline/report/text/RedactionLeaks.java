package plumbline.report.text;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.Figure;
import plumbline.assessment.FigureSeries;
import plumbline.assessment.Redactor;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Observation;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.plan.Redaction;
import plumbline.plan.Reporting;
import plumbline.plan.RollUp;
import plumbline.plan.SavedChart;
import plumbline.plan.Task;
import plumbline.words.ExplanationWording;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a redacted value still shows in what leaves the house. Numbers the program prints are
 * hidden by {@link Redactor}; what people have written is left as it is, and so are values of their
 * own that the hidden one follows from: those are listed here.
 */
public final class RedactionLeaks {

    /**
     * A number to be kept.
     *
     * @param indicator whose it is
     * @param period the one it speaks of; empty for a target and for what is computed
     */
    private record RedactedNumber(
            Indicator indicator, Optional<Period> period, String name, BigDecimal amount) {
        String formatAmount() {
            return Wording.formatCompact(amount);
        }
    }

    /** A text that is written as it stands. */
    private record WrittenText(String place, String text) {}

    private final Messages words;
    private final Wording wording;
    private final ExplanationWording explanation;
    private final Evaluation standing;
    private final Evaluation shown;
    private final Plan plan;
    private final List<RedactionLeak> leaks = new ArrayList<>();

    private RedactionLeaks(Messages words, Evaluation standing) {
        this.words = words;
        this.wording = new Wording(words);
        this.explanation = new ExplanationWording(words);
        this.standing = standing;
        this.shown = Redactor.redactEvaluation(standing);
        this.plan = standing.plan();
    }

    /**
     * @param standing with nothing left out
     * @param words of the language the documents are written in
     */
    public static List<RedactionLeak> findLeaks(Evaluation standing, Messages words) {
        if (standing.plan().redactions().isEmpty()) return List.of();
        RedactionLeaks leaks = new RedactionLeaks(words, standing);
        leaks.collectLeaks();
        return leaks.leaks.stream().distinct().toList();
    }

    private void collectLeaks() {
        List<RedactedNumber> values =
                standing.assessments().stream()
                        .flatMap(a -> indicatorAndParts(a.indicator()))
                        .flatMap(this::redactedValues)
                        .toList();
        List<RedactedNumber> computed =
                standing.assessments().stream().flatMap(this::redactedComputations).toList();
        List<RedactedNumber> all = Stream.concat(values.stream(), computed.stream()).toList();
        writtenTexts().forEach(text -> all.forEach(secret -> addLeakInText(secret, text)));
        values.forEach(this::addLeaksElsewhere);
        standing.assessments().forEach(this::addLeaksOfTotals);
        shown.assessments().forEach(this::addLeakOfVerdict);
    }

    /** The indicator and its parts, each seen as one. */
    private static Stream<Indicator> indicatorAndParts(Indicator i) {
        return Stream.concat(Stream.of(i), i.parts().stream().map(i::partAsIndicator));
    }

    private Stream<RedactedNumber> redactedValues(Indicator line) {
        String name = numberedName(line);
        Stream<RedactedNumber> figures =
                FigureSeries.forIndicator(line).observations().stream()
                        .filter(o -> isRedacted(line, o.period()))
                        .flatMap(
                                o ->
                                        o.reading().findAmount().stream()
                                                .map(
                                                        v ->
                                                                new RedactedNumber(
                                                                        line,
                                                                        Optional.of(o.period()),
                                                                        name
                                                                                + " "
                                                                                + wording
                                                                                        .formatPeriod(
                                                                                                o
                                                                                                        .period()),
                                                                        v)));
        Stream<RedactedNumber> targets =
                line.course().milestones().stream()
                        .filter(
                                m ->
                                        plan.isRedacted(
                                                Redaction.TargetRedaction.forMilestone(
                                                        line.id(), m.role(), m.day())))
                        .map(
                                m ->
                                        new RedactedNumber(
                                                line,
                                                Optional.empty(),
                                                name + " " + words.nameOf(m.role()),
                                                m.amount()));
        return Stream.concat(figures, targets);
    }

    private boolean isRedacted(Indicator line, Period period) {
        return plan.isRedacted(new Redaction.PeriodRedaction(line.id(), period));
    }

    private String numberedName(Indicator line) {
        Indicator owner = plan.findOwner(line.id()).orElse(line);
        String name = plan.sequenceNumberOf(owner.id()) + ". " + owner.name();
        return owner.id().equals(line.id()) ? name : name + " · " + line.name();
    }

    /** Percentages are in percent, as they are printed. */
    private Stream<RedactedNumber> redactedComputations(Assessment a) {
        Assessment left = shown.findAssessment(a.indicator().id()).orElseThrow();
        return Stream.<Function<Assessment, Figure>>of(
                        Assessment::attainment, Assessment::progress, Assessment::gap)
                .filter(f -> f.apply(left).isWithheld())
                .flatMap(
                        f ->
                                f.apply(a) instanceof Figure.Known known
                                        ? Stream.of(redactedComputation(a.indicator(), known))
                                        : Stream.empty());
    }

    private RedactedNumber redactedComputation(Indicator i, Figure.Known known) {
        String printed = explanation.resultText(known, i).replaceAll("[^\\d.].*$", "");
        return new RedactedNumber(
                i,
                Optional.empty(),
                numberedName(i) + " " + words.nameOf(known.formula()),
                printed.isEmpty() ? known.value().abs() : new BigDecimal(printed));
    }

    /** What people have written and one of the files shows. */
    private List<WrittenText> writtenTexts() {
        List<WrittenText> texts = new ArrayList<>();
        for (Outline outline : Outline.values()) addReportTexts(outline, texts);
        plan.taskTree().tasksInOrder().stream()
                .map(Task::title)
                .forEach(
                        title ->
                                texts.add(
                                        new WrittenText(words.sentence("leak.where.task"), title)));
        plan.charts().stream()
                .map(SavedChart::title)
                .forEach(
                        title ->
                                texts.add(
                                        new WrittenText(
                                                words.sentence("leak.where.chart"), title)));
        for (Assessment a : standing.assessments()) {
            Indicator i = a.indicator();
            texts.add(new WrittenText(words.sentence("leak.where.name", a.number()), i.name()));
            a.series()
                    .observations()
                    .forEach(
                            o ->
                                    texts.add(
                                            new WrittenText(
                                                    words.sentence(
                                                            "leak.where.note",
                                                            numberedName(i),
                                                            wording.formatPeriod(o.period())),
                                                    o.note() + "\n" + o.source().document())));
            a.handVerdict()
                    .ifPresent(
                            h ->
                                    texts.add(
                                            new WrittenText(
                                                    words.sentence(
                                                            "leak.where.hand", numberedName(i)),
                                                    h.reason())));
            a.revisionsInForce()
                    .forEach(
                            r ->
                                    texts.add(
                                            new WrittenText(
                                                    words.sentence(
                                                            "leak.where.revision", numberedName(i)),
                                                    r.reason() + "\n" + r.decision())));
        }
        return texts.stream().filter(t -> !t.text.isBlank()).toList();
    }

    /** Of each paragraph the words without the bound numbers, which are hidden already. */
    private void addReportTexts(Outline outline, List<WrittenText> texts) {
        String under = "";
        for (ReportBlock block : new Narrative(words, shown).reportBlocks(outline)) {
            if (block instanceof ReportBlock.ReportHeading(_, String heading)) {
                under = heading;
                texts.add(new WrittenText(words.sentence("leak.where.heading"), heading));
            }
            if (block instanceof ReportBlock.ProseBlock prose)
                texts.add(
                        new WrittenText(
                                words.sentence("leak.where.paragraph", under),
                                prose.spans().stream()
                                        .map(
                                                s ->
                                                        s instanceof TextSpan.PlainSpan said
                                                                ? said.text()
                                                                : "\n")
                                        .collect(Collectors.joining())));
        }
    }

    private void addLeakInText(RedactedNumber secret, WrittenText text) {
        String plain = Normalizer.normalize(text.text, Normalizer.Form.NFKC);
        if (NumberInText.isInText(plain, secret.amount, secret.indicator))
            leaks.add(
                    new RedactionLeak(
                            RedactionLeak.Kind.SAID,
                            secret.name,
                            secret.formatAmount(),
                            text.place));
    }

    /**
     * The same number with another indicator, and figures of overlapping periods from which it can
     * be worked out.
     */
    private void addLeaksElsewhere(RedactedNumber secret) {
        for (Assessment a : standing.assessments())
            indicatorAndParts(a.indicator())
                    .forEach(
                            line -> {
                                for (Observation o :
                                        FigureSeries.forIndicator(line).observations()) {
                                    boolean there =
                                            o.reading() instanceof Reading.Value
                                                    && !isRedacted(line, o.period());
                                    if (there) addLeakInObservation(secret, line, o);
                                }
                            });
    }

    private void addLeakInObservation(RedactedNumber secret, Indicator line, Observation o) {
        boolean same =
                o.reading().findAmount().filter(v -> v.compareTo(secret.amount) == 0).isPresent();
        String where = numberedName(line) + " " + wording.formatPeriod(o.period());
        if (!line.id().equals(secret.indicator.id())) {
            if (same && NumberInText.isTelling(secret.amount))
                leaks.add(
                        new RedactionLeak(
                                RedactionLeak.Kind.SHOWN,
                                secret.name,
                                secret.formatAmount(),
                                where));
            return;
        }
        boolean alike =
                secret.period.filter(p -> p.lastMonth().equals(o.period().lastMonth())).isPresent()
                        && same;
        boolean summed =
                line.reporting() == Reporting.PER_PERIOD
                        && secret.period.filter(p -> doPeriodsOverlap(p, o.period())).isPresent();
        if (alike)
            leaks.add(
                    new RedactionLeak(
                            RedactionLeak.Kind.SHOWN, secret.name, secret.formatAmount(), where));
        else if (summed)
            leaks.add(
                    new RedactionLeak(
                            RedactionLeak.Kind.FOLLOWS, secret.name, secret.formatAmount(), where));
    }

    private static boolean doPeriodsOverlap(Period a, Period b) {
        return !a.lastMonth().isBefore(b.firstMonth()) && !b.lastMonth().isBefore(a.firstMonth());
    }

    /** A total and its parts, only one of which is hidden. */
    private void addLeaksOfTotals(Assessment a) {
        Indicator i = a.indicator();
        List<Period> periods =
                i.parts().stream()
                        .flatMap(p -> p.observations().stream())
                        .map(Observation::period)
                        .distinct()
                        .sorted()
                        .toList();
        for (Period period : periods) {
            List<Indicator> hidden =
                    indicatorAndParts(i).filter(line -> isRedacted(line, period)).toList();
            if (hidden.size() != 1 || !doPartsAddUp(i, period)) continue;
            Indicator line = hidden.getFirst();
            shownAmount(line, period)
                    .ifPresent(
                            v ->
                                    leaks.add(
                                            new RedactionLeak(
                                                    RedactionLeak.Kind.FOLLOWS,
                                                    numberedName(line)
                                                            + " "
                                                            + wording.formatPeriod(period),
                                                    Wording.formatCompact(v),
                                                    words.sentence(
                                                            "leak.where.total",
                                                            numberedName(i),
                                                            wording.formatPeriod(period)))));
        }
    }

    /**
     * True if the parts make the total, by the indicator's own roll-up or as it happens by their
     * sum.
     */
    private static boolean doPartsAddUp(Indicator i, Period period) {
        List<BigDecimal> parts =
                i.parts().stream()
                        .map(p -> shownAmount(i.partAsIndicator(p), period))
                        .flatMap(Optional::stream)
                        .toList();
        if (shownAmount(i, period).isEmpty() || parts.isEmpty()) return false;
        return i.rollUp() != RollUp.NONE
                || parts.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(shownAmount(i, period).get())
                        == 0;
    }

    private static Optional<BigDecimal> shownAmount(Indicator line, Period period) {
        return FigureSeries.forIndicator(line)
                .findShown(period)
                .flatMap(o -> o.reading().findAmount());
    }

    /** No event, or done: such a verdict is the number itself. */
    private void addLeakOfVerdict(Assessment a) {
        boolean exact =
                a.indicator().kind() == IndicatorKind.ZERO
                        || a.indicator().kind() == IndicatorKind.MILESTONE;
        if (exact && a.isWithheld() && a.verdict().isPresent())
            leaks.add(
                    new RedactionLeak(
                            RedactionLeak.Kind.TOLD,
                            numberedName(a.indicator()),
                            standing.findAssessment(a.indicator().id())
                                    .flatMap(Assessment::value)
                                    .map(Wording::formatCompact)
                                    .orElse(""),
                            wording.verdictName(a)));
    }
}
