package plumbline.screen.indicators.inspector;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.assessment.FigureSeries;
import plumbline.assessment.PartsTotal;
import plumbline.desk.Workspace;
import plumbline.plan.Part;
import plumbline.plan.RollUp;
import plumbline.screen.indicators.edit.PartEdits;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.words.Messages;
import plumbline.words.TotalWording;
import plumbline.words.Wording;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The parts of the indicator that is looked at: how they are rolled up, and what they make in each
 * period.
 */
public final class PartsViewModel {

    /**
     * @param standing how far it is on its own course; empty where it has none
     */
    record InspectedPartLine(Part part, String standing) {}

    /** What the parts make in a period, and whether that or a typed figure stands. */
    record MadeTotal(String period, String sentence, String use) {}

    record PartsPage(
            UUID indicator, RollUp rollUp, List<InspectedPartLine> lines, List<MadeTotal> made) {}

    private final Workspace desk;
    private final Messages words;
    private final Wording wording;
    private final TotalWording totals;
    private final PartEdits edits;
    private final ReadOnlyObjectWrapper<Optional<PartsPage>> page =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ActiveBinding seen;

    public PartsViewModel(Workspace desk, PartEdits edits, Messages words) {
        this.desk = desk;
        this.edits = edits;
        this.words = words;
        this.wording = new Wording(words);
        this.totals = new TotalWording(words);
        this.seen =
                new ActiveBinding(
                        this::computePage,
                        desk.evaluationProperty(),
                        desk.selectedIndicatorProperty());
    }

    /** Follows the desk only while it is seen. */
    Activatable activatable() {
        return seen;
    }

    void close() {
        seen.close();
    }

    /** Empty while no indicator is looked at. */
    ReadOnlyObjectProperty<Optional<PartsPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    PartEdits partEdits() {
        return edits;
    }

    private void computePage() {
        page.set(
                desk.evaluationProperty()
                        .get()
                        .flatMap(
                                s ->
                                        desk.selectedIndicatorProperty()
                                                .get()
                                                .flatMap(s::findAssessment)
                                                .map(a -> createPage(s, a))));
    }

    private PartsPage createPage(Evaluation standing, Assessment a) {
        List<Assessment> parts = standing.assessParts(a.indicator());
        List<InspectedPartLine> lines =
                a.indicator().parts().stream()
                        .map(p -> new InspectedPartLine(p, standingText(parts, p)))
                        .toList();
        FigureSeries series = a.series();
        return new PartsPage(
                a.indicator().id(),
                a.indicator().rollUp(),
                lines,
                series.totals().stream().map(t -> madeTotalFor(series, t)).toList());
    }

    private String standingText(List<Assessment> parts, Part part) {
        return parts.stream()
                .filter(
                        a ->
                                a.indicator().id().equals(part.id())
                                        && !part.course().milestones().isEmpty())
                .findFirst()
                .map(
                        a ->
                                words.sentence(
                                        "part.standing",
                                        wording.percentText(a.progress()),
                                        wording.verdictName(a)))
                .orElse("");
    }

    private MadeTotal madeTotalFor(FigureSeries series, PartsTotal total) {
        return new MadeTotal(
                wording.formatPeriod(total.period()),
                totals.totalSentence(total),
                useSentence(series, total));
    }

    private String useSentence(FigureSeries series, PartsTotal total) {
        Optional<BigDecimal> own =
                series.indicator()
                        .displayedObservation(total.period())
                        .flatMap(o -> o.reading().findAmount());
        boolean used =
                series.findShown(total.period()).flatMap(series::findTotalBehind).isPresent();
        if (used) return words.sentence("part.used");
        if (own.isEmpty() || total.amount().isEmpty()) return "";
        BigDecimal difference = own.get().subtract(total.amount().get());
        return difference.signum() == 0
                ? words.sentence("part.typed.same")
                : words.sentence(
                        "part.typed",
                        Wording.formatCompact(own.get()),
                        Wording.formatCompact(difference));
    }
}
