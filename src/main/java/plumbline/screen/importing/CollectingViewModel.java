package plumbline.screen.importing;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

import plumbline.assessment.Evaluation;
import plumbline.assessment.ReportingStatus;
import plumbline.desk.BackgroundWork;
import plumbline.desk.Dialogs;
import plumbline.desk.Workspace;
import plumbline.exchange.collection.CollectionForms;
import plumbline.exchange.review.FigureProposal;
import plumbline.exchange.review.ImportReview;
import plumbline.exchange.review.ReviewIssue;
import plumbline.exchange.review.ReviewWording;
import plumbline.exchange.table.ReadFigure;
import plumbline.plan.Department;
import plumbline.plan.FigureSlot;
import plumbline.plan.Indicator;
import plumbline.plan.Period;
import plumbline.plan.Plan;
import plumbline.plan.Reading;
import plumbline.screen.parts.Activatable;
import plumbline.screen.parts.ActiveBinding;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who has answered for which period; workbooks to fill in, and the wording to chase and to ask
 * back.
 */
public final class CollectingViewModel {
    /** What can be asked of the sender; the rest is for the officer alone. */
    private static final Set<ReviewIssue.Kind> ASKED =
            EnumSet.of(
                    ReviewIssue.Kind.UNIT_UNLIKE,
                    ReviewIssue.Kind.MAGNITUDE,
                    ReviewIssue.Kind.JUMP,
                    ReviewIssue.Kind.OUTLIER,
                    ReviewIssue.Kind.OVER_WHOLE,
                    ReviewIssue.Kind.FINAL_PERIOD,
                    ReviewIssue.Kind.NOT_OVER,
                    ReviewIssue.Kind.VALUE_LOST,
                    ReviewIssue.Kind.CONFLICT,
                    ReviewIssue.Kind.REASON_BESIDE);

    /** A department with what it has answered for each period. */
    record CollectingRow(
            Optional<Department> department, String name, List<ReportingStatus> statuses) {
        ReportingStatus statusFor(Period period) {
            return statuses.stream()
                    .filter(r -> r.period().equals(period))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private final Workspace desk;
    private final BackgroundWork work;
    private final Dialogs dialogs;
    private final ReadOnlyObjectProperty<Optional<ImportReview>> review;
    private final Messages words;
    private final Wording wording;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<List<CollectingRow>> rows =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<Period>> period =
            new SimpleObjectProperty<>(Optional.empty());
    private final ActiveBinding activeBinding;
    private final Subscription subscription;

    /**
     * @param review of the files that wait to be taken in
     */
    public CollectingViewModel(
            Workspace desk,
            BackgroundWork work,
            Dialogs dialogs,
            ReadOnlyObjectProperty<Optional<ImportReview>> review,
            Messages words,
            Clock clock) {
        this.desk = desk;
        this.work = work;
        this.dialogs = dialogs;
        this.review = review;
        this.words = words;
        this.wording = new Wording(words);
        this.clock = clock;
        activeBinding = new ActiveBinding(this::onPlanChanged, desk.evaluationProperty());
        subscription = period.subscribe((_, _) -> updateRows());
    }

    /** Follows the desk only while it is seen. */
    Activatable activatable() {
        return activeBinding;
    }

    void close() {
        activeBinding.close();
        subscription.unsubscribe();
    }

    ReadOnlyObjectProperty<List<CollectingRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ImportReview>> review() {
        return review;
    }

    /** The period that is collected for. */
    ObjectProperty<Optional<Period>> period() {
        return period;
    }

    private void onPlanChanged() {
        if (period.get().isEmpty() || !collectablePeriods().contains(period.get().get()))
            period.set(suggestedPeriod());
        updateRows();
    }

    List<Period> collectablePeriods() {
        return desk.shownPlan().map(CollectionForms::collectablePeriods).orElse(List.of());
    }

    /** The half year or year that was over last. */
    private Optional<Period> suggestedPeriod() {
        LocalDate today = LocalDate.now(clock);
        List<Period> all = collectablePeriods();
        return all.stream()
                .filter(p -> p.monthCount() >= 6 && !p.lastDay().isAfter(today))
                .reduce((_, b) -> b)
                .or(() -> all.stream().findFirst());
    }

    /** The plan's periods, and the one that is collected for. */
    List<Period> shownPeriods() {
        Set<Period> all = new TreeSet<>(desk.shownPlan().map(Plan::periods).orElse(List.of()));
        period.get().ifPresent(all::add);
        return List.copyOf(all);
    }

    private void updateRows() {
        rows.set(
                desk.evaluationProperty()
                        .get()
                        .map(
                                s ->
                                        ReportingStatus.leadingDepartments(s.plan()).stream()
                                                .map(d -> createRow(s, d))
                                                .toList())
                        .orElse(List.of()));
    }

    private CollectingRow createRow(Evaluation standing, Optional<Department> department) {
        return new CollectingRow(
                department,
                departmentName(department),
                shownPeriods().stream()
                        .map(
                                c ->
                                        ReportingStatus.forDepartment(
                                                standing.plan(),
                                                department,
                                                c,
                                                standing.evaluationDate()))
                        .toList());
    }

    private String departmentName(Optional<Department> department) {
        return department.map(Department::name).orElseGet(() -> words.sentence("kit.nobody"));
    }

    String periodText(Period of) {
        return wording.formatPeriod(of);
    }

    /** How much of it has come. */
    String briefStatusText(ReportingStatus returns) {
        return words.sentence(
                "kit.state." + returns.state().name(),
                returns.answeredCount(),
                returns.dueLines().size());
    }

    /**
     * How much of it has come, of that how much as a forecast, what stands as one though the period
     * is over, and when.
     */
    String fullStatusText(ReportingStatus returns) {
        String forecasts =
                returns.forecastCount() == 0
                        ? ""
                        : words.sentence("kit.forecasts", returns.forecastCount());
        String foreseen =
                returns.foreseenLines().isEmpty()
                                || returns.state() == ReportingStatus.ReportingState.FORESEEN
                        ? ""
                        : words.sentence("kit.foreseen", returns.foreseenLines().size());
        return briefStatusText(returns)
                + forecasts
                + foreseen
                + returns.receivedOn().map(d -> "  " + wording.formatDate(d)).orElse("");
    }

    /** How much of a chosen department's figures has come for the period; without one, of all. */
    String detailText(Optional<CollectingRow> one) {
        return one.flatMap(
                        row ->
                                period.get()
                                        .map(
                                                p ->
                                                        words.sentence(
                                                                "kit.detail",
                                                                row.name,
                                                                periodText(p),
                                                                fullStatusText(row.statusFor(p)))))
                .orElseGet(this::summaryText);
    }

    String summaryText() {
        return period.get()
                .map(
                        p -> {
                            List<ReportingStatus> all =
                                    rows.get().stream()
                                            .filter(r -> r.department.isPresent())
                                            .map(r -> r.statusFor(p))
                                            .toList();
                            long complete =
                                    all.stream()
                                            .filter(
                                                    r ->
                                                            r.state()
                                                                    == ReportingStatus
                                                                            .ReportingState
                                                                            .COMPLETE)
                                            .count();
                            return words.sentence(
                                            "kit.summary",
                                            periodText(p),
                                            all.size(),
                                            complete,
                                            all.size() - complete,
                                            all.stream().mapToInt(r -> r.openLines().size()).sum())
                                    + unledText(p)
                                    + waitingText(p);
                        })
                .orElse("");
    }

    private String unledText(Period p) {
        int open =
                rows.get().stream()
                        .filter(r -> r.department.isEmpty())
                        .mapToInt(r -> r.statusFor(p).openLines().size())
                        .sum();
        return open == 0 ? "" : words.sentence("kit.summary.nobody", open);
    }

    /** What was read, but not taken in yet, is not counted. */
    private String waitingText(Period p) {
        long waiting =
                review.get()
                        .map(
                                r ->
                                        r.proposals().stream()
                                                .filter(FigureProposal::isPossible)
                                                .filter(
                                                        x ->
                                                                x.slot().orElseThrow()
                                                                                instanceof
                                                                                FigureSlot
                                                                                        .ObservationSlot(
                                                                                        _,
                                                                                        Period of,
                                                                                        _)
                                                                        && of.equals(p))
                                                .count())
                        .orElse(0L);
        return waiting == 0 ? "" : words.sentence("kit.summary.waiting", waiting);
    }

    void createForms() {
        if (desk.shownPlan().isEmpty() || period.get().isEmpty()) return;
        CollectionForms kit =
                new CollectionForms(desk.shownPlan().get(), period.get().get(), words);
        dialogs.chooseFolder(words.sentence("kit.folder"))
                .ifPresent(
                        folder ->
                                work.startJob(
                                        words.sentence("kit.making"),
                                        progress ->
                                                kit
                                                        .<BackgroundWork.JobStoppedException>
                                                                writeWorkbooks(
                                                                        folder,
                                                                        progress::reportShareDone),
                                        files ->
                                                dialogs.showMessage(
                                                        words.sentence(
                                                                "kit.made",
                                                                files.size(),
                                                                folder))));
    }

    /** What to write to those who still owe figures; of one department only, if one is given. */
    String reminderText(Optional<CollectingRow> one) {
        return period.get()
                .map(
                        p ->
                                one.map(List::of).orElse(rows.get()).stream()
                                        .map(r -> reminderForRow(r, r.statusFor(p)))
                                        .filter(t -> !t.isEmpty())
                                        .collect(Collectors.joining("\n\n")))
                .orElse("");
    }

    private String reminderForRow(CollectingRow row, ReportingStatus returns) {
        if (returns.state() == ReportingStatus.ReportingState.COMPLETE) return "";
        if (row.department.isEmpty())
            return words.sentence(
                    "kit.chase.unled", returns.openLines().size(), listNames(returns.openLines()));
        String title = desk.shownPlan().map(Plan::title).orElse("");
        String when = periodText(returns.period());
        String foreseen =
                returns.foreseenLines().isEmpty()
                        ? ""
                        : words.sentence("kit.chase.foreseen", listNames(returns.foreseenLines()));
        if (returns.state() == ReportingStatus.ReportingState.NONE && foreseen.isEmpty())
            return words.sentence(
                    "kit.chase.none", row.name, title, when, returns.openLines().size());
        return words.sentence(
                "kit.chase.partly",
                row.name,
                title,
                when,
                returns.openLines().size(),
                listNames(returns.openLines()),
                foreseen);
    }

    private String listNames(List<Indicator> lines) {
        return lines.stream()
                .map(this::nameWithOwner)
                .collect(Collectors.joining(words.sentence("wording.list")));
    }

    private String nameWithOwner(Indicator line) {
        Plan plan = desk.shownPlan().orElseThrow();
        return plan.findOwner(line.id())
                .filter(o -> !o.id().equals(line.id()))
                .map(o -> words.sentence("kit.part", o.name(), line.name()))
                .orElse(line.name());
    }

    /** Files with something to ask the sender about. */
    List<String> doubtfulFiles() {
        return review.get()
                .map(
                        r ->
                                r.proposals().stream()
                                        .filter(CollectingViewModel::isWorthAsking)
                                        .map(p -> p.figure().address().file())
                                        .distinct()
                                        .toList())
                .orElse(List.of());
    }

    private static boolean isWorthAsking(FigureProposal proposal) {
        return proposal.status() == FigureProposal.ProposalStatus.UNREADABLE
                || proposal.issues().stream().anyMatch(d -> ASKED.contains(d.kind()));
    }

    /** What to write back about the doubtful figures of a file. */
    String queryLetter(String file) {
        return review.get()
                .map(
                        r -> {
                            List<String> lines = new ArrayList<>();
                            ReviewWording say = new ReviewWording(words, r.plan());
                            for (FigureProposal p : r.proposals())
                                if (isWorthAsking(p) && p.figure().address().file().equals(file))
                                    lines.add(letterLine(lines.size() + 1, say, p));
                            Optional<Department> sender =
                                    Optional.ofNullable(r.files().get(file))
                                            .flatMap(f -> f.departmentId())
                                            .flatMap(r.plan()::findDepartment);
                            String to =
                                    sender.map(Department::name)
                                            .orElseGet(
                                                    () -> words.sentence("kit.sendBack.colleague"));
                            return words.sentence(
                                    "kit.sendBack",
                                    to,
                                    file,
                                    lines.size(),
                                    String.join("\n", lines));
                        })
                .orElse("");
    }

    /** The lines of the letter have numbers of their own. */
    private String nameInLetter(ReviewWording say, FigureProposal p) {
        return say.proposedPartName(p).isEmpty()
                ? say.indicatorName(p)
                : words.sentence("kit.part", say.indicatorName(p), say.proposedPartName(p));
    }

    /** In the file's own words and unit. */
    private static String writtenFigure(ReadFigure figure) {
        boolean told =
                figure.unit().isEmpty()
                        || figure.raw().endsWith(figure.unit())
                        || figure.reading().flatMap(Reading::findAmount).isEmpty();
        return told
                ? figure.raw()
                : figure.raw() + (figure.unit().equals("%") ? "" : " ") + figure.unit();
    }

    private String letterLine(int number, ReviewWording say, FigureProposal p) {
        List<String> reasons = new ArrayList<>();
        if (p.status() == FigureProposal.ProposalStatus.UNREADABLE)
            reasons.add(words.sentence("kit.ask.UNREADABLE"));
        p.issues().stream()
                .filter(d -> ASKED.contains(d.kind()))
                .map(d -> words.sentence("kit.ask." + d.kind().name(), say.messageArguments(d, p)))
                .forEach(reasons::add);
        return words.sentence(
                "kit.sendBack.line",
                number,
                nameInLetter(say, p),
                say.periodText(p),
                ReviewWording.addressText(p.figure().address()),
                writtenFigure(p.figure()),
                String.join(words.sentence("kit.sendBack.and"), reasons));
    }
}
