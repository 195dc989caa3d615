package plumbline.screen.problems;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.base.FormulaSafeText;
import plumbline.plan.Countermeasure;
import plumbline.plan.Department;
import plumbline.plan.Finding;
import plumbline.plan.Issue;
import plumbline.plan.Plan;
import plumbline.plan.Verdict;
import plumbline.screen.problems.ProblemsViewModel.ProblemFilter;
import plumbline.screen.problems.ProblemsViewModel.ProblemRow;
import plumbline.words.Messages;
import plumbline.words.Wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The problems of a plan with their countermeasures, as they are shown in lines. */
final class ProblemRows {
    private final Evaluation standing;
    private final Plan plan;
    private final ProblemFilter filter;
    private final Set<UUID> fresh;
    private final Set<UUID> folded;
    private final Messages words;
    private final Wording wording;

    /**
     * @param fresh are shown whatever the filter asks for
     */
    ProblemRows(
            Evaluation standing,
            ProblemFilter filter,
            Set<UUID> fresh,
            Set<UUID> folded,
            Messages words) {
        this.standing = standing;
        this.plan = standing.plan();
        this.filter = filter;
        this.fresh = fresh;
        this.folded = folded;
        this.words = words;
        this.wording = new Wording(words);
    }

    List<ProblemRow> allRows() {
        Stream<ProblemRow> free =
                plan.countermeasures().stream()
                        .filter(c -> isWithoutFinding(c) && passesFilter(c))
                        .map(c -> countermeasureRow(c, Optional.empty()));
        return Stream.concat(plan.findings().stream().flatMap(this::rowsOfFinding), free).toList();
    }

    private boolean isWithoutFinding(Countermeasure c) {
        return plan.findings().stream().noneMatch(f -> c.findingIds().contains(f.id()));
    }

    /** The problem and the measures under it, as far as they are to be shown. */
    private Stream<ProblemRow> rowsOfFinding(Finding f) {
        boolean itself = passesFilter(f);
        List<Countermeasure> answers =
                plan.countermeasuresFor(f.id()).stream()
                        .filter(c -> itself || passesFilter(c))
                        .toList();
        if (!itself && answers.isEmpty()) return Stream.empty();
        boolean fold =
                filter.equals(ProblemFilter.NONE) && folded.contains(f.id()) && !answers.isEmpty();
        Stream<ProblemRow> below =
                fold
                        ? Stream.empty()
                        : answers.stream().map(c -> countermeasureRow(c, Optional.of(f.id())));
        return Stream.concat(Stream.of(findingRow(f, answers.isEmpty(), fold)), below);
    }

    private boolean passesFilter(Issue c) {
        return fresh.contains(c.id())
                || isShown(c)
                        && filter.indicatorId().map(c.indicatorIds()::contains).orElse(true)
                        && toLowerCase(c.title() + "\n" + c.description())
                                .contains(toLowerCase(filter.text().strip()));
    }

    private String toLowerCase(String text) {
        return text.toLowerCase(words.locale());
    }

    private boolean isShown(Issue c) {
        return switch (filter.selection()) {
            case ALL -> true;
            case OPEN -> c instanceof Finding && plan.countermeasuresFor(c.id()).isEmpty();
            case PAST -> isOverdue(c);
            case BEHIND ->
                    linkedAssessments(c)
                            .anyMatch(a -> a.verdict().equals(Optional.of(Verdict.BEHIND)));
        };
    }

    private boolean isOverdue(Issue c) {
        return c instanceof Countermeasure m
                && m.dueDay().filter(d -> d.isBefore(standing.evaluationDate())).isPresent();
    }

    private Stream<Assessment> linkedAssessments(Issue c) {
        return c.indicatorIds().stream().flatMap(i -> standing.findAssessment(i).stream());
    }

    private ProblemRow findingRow(Finding f, boolean leaf, boolean fold) {
        int answers = plan.countermeasuresFor(f.id()).size();
        String hidden = fold ? words.sentence("problems.answers", answers) : "";
        return issueRow(
                f,
                Optional.empty(),
                leaf,
                fold,
                answers == 0 ? words.sentence("problems.open") : hidden,
                answers == 0);
    }

    private ProblemRow countermeasureRow(Countermeasure c, Optional<UUID> under) {
        Stream<String> charge = Stream.of(dueText(c), leadName(c)).filter(t -> !t.isEmpty());
        return issueRow(
                c, under, true, false, charge.collect(Collectors.joining(" · ")), isOverdue(c));
    }

    private ProblemRow issueRow(
            Issue c,
            Optional<UUID> under,
            boolean leaf,
            boolean fold,
            String charge,
            boolean wanting) {
        Optional<Assessment> worst =
                linkedAssessments(c)
                        .filter(a -> a.verdict().isPresent())
                        .max(Comparator.comparing(a -> a.verdict().orElseThrow()));
        return new ProblemRow(
                c,
                under,
                leaf,
                fold,
                indicatorNumbers(c),
                worst.flatMap(Assessment::verdict),
                worst.map(wording::verdictName).orElse(""),
                charge,
                wanting);
    }

    private String dueText(Countermeasure c) {
        String day = c.dueDay().map(wording::formatDate).orElse("");
        return isOverdue(c) ? words.sentence("problems.past", day) : day;
    }

    private String leadName(Countermeasure c) {
        return c.leadDepartment().flatMap(plan::findDepartment).map(Department::name).orElse("");
    }

    /** {@code 3–5、8}. */
    private String indicatorNumbers(Issue c) {
        List<Integer> numbers = linkedAssessments(c).map(Assessment::number).sorted().toList();
        List<String> runs = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < numbers.size(); i++) {
            if (i + 1 < numbers.size() && numbers.get(i + 1) == numbers.get(i) + 1) continue;
            runs.add(from == i ? "" + numbers.get(i) : numbers.get(from) + "–" + numbers.get(i));
            from = i + 1;
        }
        return String.join(words.sentence("wording.list"), runs);
    }

    /** As lines and tabs for a spreadsheet or a message. */
    String toCopyText(List<ProblemRow> rows) {
        return rows.stream().map(this::rowCopyText).collect(Collectors.joining("\n"));
    }

    private String rowCopyText(ProblemRow r) {
        String indent = r.findingId().isPresent() ? "  " : "";
        String named =
                linkedAssessments(r.issue())
                        .map(ProblemRows::indicatorName)
                        .collect(Collectors.joining(words.sentence("wording.sentences")));
        Optional<Countermeasure> measure = r.findCountermeasure();
        return Stream.of(
                        indent + r.title(),
                        kindName(r.issue(), words),
                        r.issue().description(),
                        named,
                        measure.map(this::leadName).orElse(""),
                        measure.map(this::dueText).orElse(""))
                .map(FormulaSafeText::escapeCell)
                .collect(Collectors.joining("\t"));
    }

    /** The name of an indicator after its number. */
    static String indicatorName(Assessment a) {
        return a.number() + ". " + a.indicator().name();
    }

    /** The word for what it is. */
    static String kindName(Issue c, Messages words) {
        return words.sentence(c instanceof Finding ? "merge.finding" : "merge.measure");
    }
}
