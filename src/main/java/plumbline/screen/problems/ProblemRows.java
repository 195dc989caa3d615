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
import plumbline.screen.problems.ProblemsViewModel.Filter;
import plumbline.screen.problems.ProblemsViewModel.Row;
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
    private final Filter filter;
    private final Set<UUID> fresh;
    private final Set<UUID> folded;
    private final Messages words;
    private final Wording wording;

    /**
     * @param fresh are shown whatever the filter asks for
     */
    ProblemRows(
            Evaluation standing, Filter filter, Set<UUID> fresh, Set<UUID> folded, Messages words) {
        this.standing = standing;
        this.plan = standing.plan();
        this.filter = filter;
        this.fresh = fresh;
        this.folded = folded;
        this.words = words;
        this.wording = new Wording(words);
    }

    List<Row> all() {
        Stream<Row> free =
                plan.countermeasures().stream()
                        .filter(c -> free(c) && passes(c))
                        .map(c -> row(c, Optional.empty()));
        return Stream.concat(plan.findings().stream().flatMap(this::lines), free).toList();
    }

    private boolean free(Countermeasure c) {
        return plan.findings().stream().noneMatch(f -> c.findingIds().contains(f.id()));
    }

    /** The problem and the measures under it, as far as they are to be shown. */
    private Stream<Row> lines(Finding f) {
        boolean itself = passes(f);
        List<Countermeasure> answers =
                plan.countermeasuresFor(f.id()).stream().filter(c -> itself || passes(c)).toList();
        if (!itself && answers.isEmpty()) return Stream.empty();
        boolean fold = filter.equals(Filter.NONE) && folded.contains(f.id()) && !answers.isEmpty();
        Stream<Row> below =
                fold ? Stream.empty() : answers.stream().map(c -> row(c, Optional.of(f.id())));
        return Stream.concat(Stream.of(row(f, answers.isEmpty(), fold)), below);
    }

    private boolean passes(Issue c) {
        return fresh.contains(c.id())
                || shown(c)
                        && filter.indicator().map(c.indicatorIds()::contains).orElse(true)
                        && lower(c.title() + "\n" + c.description())
                                .contains(lower(filter.text().strip()));
    }

    private String lower(String text) {
        return text.toLowerCase(words.locale());
    }

    private boolean shown(Issue c) {
        return switch (filter.show()) {
            case ALL -> true;
            case OPEN -> c instanceof Finding && plan.countermeasuresFor(c.id()).isEmpty();
            case PAST -> past(c);
            case BEHIND ->
                    assessments(c).anyMatch(a -> a.verdict().equals(Optional.of(Verdict.BEHIND)));
        };
    }

    private boolean past(Issue c) {
        return c instanceof Countermeasure m
                && m.dueDay().filter(d -> d.isBefore(standing.evaluationDate())).isPresent();
    }

    private Stream<Assessment> assessments(Issue c) {
        return c.indicatorIds().stream().flatMap(i -> standing.findAssessment(i).stream());
    }

    private Row row(Finding f, boolean leaf, boolean fold) {
        int answers = plan.countermeasuresFor(f.id()).size();
        String hidden = fold ? words.sentence("problems.answers", answers) : "";
        return row(
                f,
                Optional.empty(),
                leaf,
                fold,
                answers == 0 ? words.sentence("problems.open") : hidden,
                answers == 0);
    }

    private Row row(Countermeasure c, Optional<UUID> under) {
        Stream<String> charge = Stream.of(due(c), lead(c)).filter(t -> !t.isEmpty());
        return row(c, under, true, false, charge.collect(Collectors.joining(" · ")), past(c));
    }

    private Row row(
            Issue c,
            Optional<UUID> under,
            boolean leaf,
            boolean fold,
            String charge,
            boolean wanting) {
        Optional<Assessment> worst =
                assessments(c)
                        .filter(a -> a.verdict().isPresent())
                        .max(Comparator.comparing(a -> a.verdict().orElseThrow()));
        return new Row(
                c,
                under,
                leaf,
                fold,
                numbers(c),
                worst.flatMap(Assessment::verdict),
                worst.map(wording::verdictName).orElse(""),
                charge,
                wanting);
    }

    private String due(Countermeasure c) {
        String day = c.dueDay().map(wording::formatDate).orElse("");
        return past(c) ? words.sentence("problems.past", day) : day;
    }

    private String lead(Countermeasure c) {
        return c.leadDepartment().flatMap(plan::findDepartment).map(Department::name).orElse("");
    }

    /** {@code 3–5、8}. */
    private String numbers(Issue c) {
        List<Integer> numbers = assessments(c).map(Assessment::number).sorted().toList();
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
    String copy(List<Row> rows) {
        return rows.stream().map(this::copy).collect(Collectors.joining("\n"));
    }

    private String copy(Row r) {
        String indent = r.under().isPresent() ? "  " : "";
        String named =
                assessments(r.concern())
                        .map(ProblemRows::name)
                        .collect(Collectors.joining(words.sentence("wording.sentences")));
        Optional<Countermeasure> measure = r.measure();
        return Stream.of(
                        indent + r.title(),
                        kind(r.concern(), words),
                        r.concern().description(),
                        named,
                        measure.map(this::lead).orElse(""),
                        measure.map(this::due).orElse(""))
                .map(FormulaSafeText::escapeCell)
                .collect(Collectors.joining("\t"));
    }

    /** The name of an indicator after its number. */
    static String name(Assessment a) {
        return a.number() + ". " + a.indicator().name();
    }

    /** The word for what it is. */
    static String kind(Issue c, Messages words) {
        return words.sentence(c instanceof Finding ? "merge.finding" : "merge.measure");
    }
}
