package plumbline.words;

import plumbline.plan.Period;
import plumbline.plan.Verdict;
import plumbline.proofreading.CellCheck;
import plumbline.proofreading.ClaimMatch;
import plumbline.proofreading.Contradiction;
import plumbline.proofreading.Contradiction.ContradictionSeverity;
import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.ErrorHypothesis;
import plumbline.proofreading.PrintedColumn;
import plumbline.proofreading.PrintedRow;
import plumbline.proofreading.PrintedTable;
import plumbline.proofreading.RecomputedResult;
import plumbline.proofreading.UncheckedReason;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what does not hold in a published table, and how its author may have come to it. */
public final class ProofWording {
    private final Messages messages;
    private final Wording wording;

    public ProofWording(Messages words) {
        this.messages = words;
        this.wording = new Wording(words);
    }

    public String kindName(Kind kind) {
        return messages.sentence("proof.kind." + kind.name());
    }

    /** Row and column, or the column, or the whole. */
    public String locationText(Contradiction c) {
        String column = c.location().column().map(h -> h.heading()).orElse("");
        Optional<PrintedRow> row = c.location().row();
        if (row.isPresent())
            return messages.sentence(
                    "proof.where.cell", row.get().number(), row.get().name(), column);
        return c.location().column().isPresent()
                ? messages.sentence("proof.where.column", column)
                : messages.sentence("proof.where.whole");
    }

    /** What stands there, what should, and the guess. */
    public String contradictionSentence(Contradiction c) {
        String fact =
                messages.sentence(
                        "proof.say." + c.kind().name(),
                        printedText(c),
                        recomputedText(c),
                        furtherNumberText(c));
        String guess = hypothesisSentence(c.hypothesis());
        return guess.isEmpty() ? fact : messages.sentence("proof.guessed", fact, guess);
    }

    private String printedText(Contradiction c) {
        return c.recomputed()
                        instanceof
                        RecomputedResult.ClassMemberCount(Verdict verdict, String label, int _)
                ? verdictLabel(verdict, label)
                : c.printedText().isBlank() ? messages.sentence("proof.blank") : c.printedText();
    }

    /** The number that only some sentences have beside what was printed and recomputed. */
    private String furtherNumberText(Contradiction c) {
        return switch (c.recomputed()) {
            case RecomputedResult.EndValueResult(_, int cells, int filled) -> cells + "/" + filled;
            case RecomputedResult.WrittenAmount _ ->
                    c.location()
                            .row()
                            .map(
                                    r ->
                                            r.cells()
                                                    .get(
                                                            c.location()
                                                                    .column()
                                                                    .orElseThrow()
                                                                    .index())
                                                    .text())
                            .orElse("");
            case RecomputedResult.CountResult count -> Wording.formatPercent(count.shareOfTotal());
            case RecomputedResult.FormulaAmount(_, String formula) -> formula;
            case RecomputedResult.WordByFigures(_, String by) -> by;
            case RecomputedResult.PeriodSum(_, _, Period over) -> wording.formatPeriod(over);
            case RecomputedResult.PeriodAmount(Period period, _) -> wording.formatPeriod(period);
            case RecomputedResult.RevisedTargetAmount(LocalDate decided, _) ->
                    wording.formatDate(decided);
            default -> "";
        };
    }

    /** What stands against what was printed, as text; empty where nothing does. */
    public String recomputedText(Contradiction c) {
        return switch (c.recomputed()) {
            case RecomputedResult.PercentResult(var share) -> Wording.formatPercent(share);
            case RecomputedResult.AmountResult(var amount) -> Wording.formatNumber(amount);
            case RecomputedResult.ExpectedAmount(var amount) -> Wording.formatNumber(amount);
            case RecomputedResult.WrittenAmount(var number, String suffix) ->
                    Wording.formatNumber(number) + suffix;
            case RecomputedResult.ClassResult(Verdict verdict, String label) ->
                    verdictLabel(verdict, label);
            case RecomputedResult.ClassMemberCount(_, _, int count) -> "" + count;
            case RecomputedResult.CountResult count -> count.counted() + "/" + count.total();
            case RecomputedResult.PeriodSum(var number, String suffix, _) ->
                    Wording.formatNumber(number) + suffix;
            case RecomputedResult.PeriodAmount(_, var amount) -> Wording.formatNumber(amount);
            case RecomputedResult.RevisedTargetAmount(_, var amount) ->
                    Wording.formatNumber(amount);
            case RecomputedResult.TextResult(String text) -> text;
            case RecomputedResult.FormulaAmount(var amount, _) -> Wording.formatNumber(amount);
            case RecomputedResult.WordByFigures(String word, _) -> word;
            case RecomputedResult.EndValueResult end -> wording.formatPeriod(end.period());
            case RecomputedResult.ImpossibleResult(var reason) ->
                    messages.sentence("proof.impossible." + reason.cause().name());
            case RecomputedResult.NoResult() -> "";
        };
    }

    private String verdictLabel(Verdict verdict, String label) {
        return label.isEmpty() ? messages.nameOf(verdict) : label;
    }

    /** Empty where nothing is guessed. */
    public String hypothesisSentence(ErrorHypothesis guess) {
        return switch (guess) {
            case ErrorHypothesis.CommonError.NONE -> "";
            case ErrorHypothesis.CommonError plain ->
                    messages.sentence("proof.guess." + plain.name());
            case ErrorHypothesis.OtherPeriodUsed(var period) ->
                    messages.sentence("proof.guess.period", wording.formatPeriod(period));
            case ErrorHypothesis.OtherRowUsed(int number) ->
                    messages.sentence("proof.guess.row", number);
            case ErrorHypothesis.NearWidthNeeded(var points) ->
                    messages.sentence("proof.guess.width", Wording.formatNumber(points));
        };
    }

    /** A name for programs, in every language the same. */
    public static String hypothesisCode(ErrorHypothesis guess) {
        return switch (guess) {
            case ErrorHypothesis.CommonError plain -> plain.name();
            case ErrorHypothesis.OtherPeriodUsed _ -> "OTHER_PERIOD";
            case ErrorHypothesis.OtherRowUsed _ -> "OTHER_ROW";
            case ErrorHypothesis.NearWidthNeeded _ -> "NEAR_WIDTH";
        };
    }

    /** One line on the whole table; what was not checked is no clean bill. */
    public String tableSummary(String title, PrintedTable table, List<Contradiction> found) {
        int rows = table.rows().size();
        String said =
                found.isEmpty()
                        ? messages.sentence(
                                table.whyClassesUnchecked().isPresent()
                                        ? "proof.cleanOtherwise"
                                        : "proof.clean",
                                title,
                                rows)
                        : messages.sentence(
                                "proof.found",
                                title,
                                rows,
                                found.size(),
                                countBySeverity(found, ContradictionSeverity.WRONG),
                                countBySeverity(found, ContradictionSeverity.MISSING),
                                countBySeverity(found, ContradictionSeverity.REMARK));
        return table.whyClassesUnchecked()
                .map(u -> messages.sentence("proof.andUnchecked", said, uncheckedSentence(u)))
                .orElse(said);
    }

    /** Whether a cell was checked, and if not, why. */
    public String outcomeText(CellCheck check) {
        return messages.sentence("proof.outcome." + check.outcome().name(), check.by()).strip();
    }

    /** Whether a number of a text was tied to the plan, and so checked. */
    public String numberOutcome(boolean isTied) {
        return isTied
                ? messages.sentence("proof.outcome.RIGHT", "").strip()
                : messages.sentence("proof.outcome.UNTIED");
    }

    /** One line: how many cells were checked, and how many were not. */
    public String checksSummary(List<CellCheck> checks) {
        long right = countOutcomes(checks, CellCheck.CheckOutcome.RIGHT);
        long wrong = countOutcomes(checks, CellCheck.CheckOutcome.WRONG);
        return messages.sentence(
                "proof.checks.summary", right, wrong, checks.size() - right - wrong);
    }

    /** One line a column: what became of its cells. */
    public String columnSummary(String heading, List<CellCheck> checks) {
        String said =
                Stream.of(CellCheck.CheckOutcome.values())
                        .filter(o -> countOutcomes(checks, o) > 0)
                        .map(
                                o ->
                                        messages.sentence(
                                                "proof.outcomes." + o.name(),
                                                countOutcomes(checks, o)))
                        .collect(Collectors.joining(messages.sentence("proof.checks.join")));
        return messages.sentence("proof.checks.column", heading, said);
    }

    private static long countOutcomes(List<CellCheck> checks, CellCheck.CheckOutcome outcome) {
        return checks.stream().filter(c -> c.outcome() == outcome).count();
    }

    /** Why the classes were not checked, and what to do. */
    public String uncheckedSentence(UncheckedReason unchecked) {
        return switch (unchecked) {
            case UncheckedReason.NoClassesInNotes() ->
                    messages.sentence("proof.unchecked.noClasses");
            case UncheckedReason.NotesNotUnderstood(String sentence) ->
                    messages.sentence("proof.unchecked.notUnderstood", sentence);
        };
    }

    /** One line on a text held against a plan. */
    public String textSummary(String name, int tied, int open, List<Contradiction> found) {
        return messages.sentence("proof.text.summary", name, tied, open, found.size());
    }

    /** What a mark of a text was tied to. */
    public String matchText(Optional<ClaimMatch> tie) {
        if (tie.isEmpty()) return messages.sentence("proof.text.untied");
        Optional<PrintedRow> row = tie.get().location().row();
        if (row.isEmpty()) return messages.sentence("proof.text.tally");
        PrintedColumn column = tie.get().location().column().orElseThrow();
        return messages.sentence(
                "proof.text.tied",
                row.get().name(),
                column.heading(),
                row.get().cells().get(column.index()).text());
    }

    private static long countBySeverity(List<Contradiction> found, ContradictionSeverity severity) {
        return found.stream().filter(c -> c.severity() == severity).count();
    }

    /** The whole list as text, to be sent to the author. */
    public String tableLetter(String title, PrintedTable table, List<Contradiction> found) {
        return contradictionsLetter(tableSummary(title, table, found), found);
    }

    /**
     * @param summary the first line
     */
    public String contradictionsLetter(String summary, List<Contradiction> found) {
        String lines =
                found.stream()
                        .map(
                                c ->
                                        locationText(c)
                                                + messages.sentence("proof.colon")
                                                + contradictionSentence(c))
                        .collect(Collectors.joining("\n"));
        return summary + "\n" + lines;
    }
}
