package plumbline.words;

import plumbline.plan.Period;
import plumbline.plan.Verdict;
import plumbline.proofreading.ClaimMatch;
import plumbline.proofreading.Contradiction;
import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.Contradiction.Severity;
import plumbline.proofreading.ErrorHypothesis;
import plumbline.proofreading.PrintedColumn;
import plumbline.proofreading.PrintedRow;
import plumbline.proofreading.PrintedTable;
import plumbline.proofreading.Recomputed;
import plumbline.proofreading.UncheckedReason;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what does not hold in a published table, and how its author may have come to it. */
public final class ProofWords {
    private final Messages words;
    private final Wording wording;

    public ProofWords(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
    }

    public String kind(Kind kind) {
        return words.say("proof.kind." + kind.name());
    }

    /** Row and column, or the column, or the whole. */
    public String where(Contradiction c) {
        String column = c.where().column().map(h -> h.head()).orElse("");
        Optional<PrintedRow> row = c.where().row();
        if (row.isPresent())
            return words.say("proof.where.cell", row.get().number(), row.get().name(), column);
        return c.where().column().isPresent()
                ? words.say("proof.where.column", column)
                : words.say("proof.where.whole");
    }

    /** What stands there, what should, and the guess. */
    public String sentence(Contradiction c) {
        String fact = words.say("proof.say." + c.kind().name(), named(c), recomputed(c), third(c));
        String guess = guess(c.guess());
        return guess.isEmpty() ? fact : words.say("proof.guessed", fact, guess);
    }

    private String named(Contradiction c) {
        return c.recomputed() instanceof Recomputed.Members(Verdict verdict, String label, int _)
                ? label(verdict, label)
                : c.printed().isBlank() ? words.say("proof.blank") : c.printed();
    }

    /** The number that only some sentences have beside what was printed and recomputed. */
    private String third(Contradiction c) {
        return switch (c.recomputed()) {
            case Recomputed.EndValue(_, int cells, int filled) -> cells + "/" + filled;
            case Recomputed.Written _ ->
                    c.where()
                            .row()
                            .map(
                                    r ->
                                            r.cells()
                                                    .get(c.where().column().orElseThrow().index())
                                                    .text())
                            .orElse("");
            case Recomputed.Count count -> Wording.percent(count.share());
            case Recomputed.Sum(_, _, Period over) -> wording.period(over);
            case Recomputed.Of(Period period, _) -> wording.period(period);
            case Recomputed.Revised(LocalDate decided, _) -> wording.date(decided);
            default -> "";
        };
    }

    /** What stands against what was printed, as text; empty where nothing does. */
    public String recomputed(Contradiction c) {
        return switch (c.recomputed()) {
            case Recomputed.Percent(var share) -> Wording.percent(share);
            case Recomputed.Amount(var amount) -> Wording.number(amount);
            case Recomputed.Expected(var amount) -> Wording.number(amount);
            case Recomputed.Written(var number, String suffix) -> Wording.number(number) + suffix;
            case Recomputed.Class(Verdict verdict, String label) -> label(verdict, label);
            case Recomputed.Members(_, _, int count) -> "" + count;
            case Recomputed.Count count -> count.counted() + "/" + count.total();
            case Recomputed.Sum(var number, String suffix, _) -> Wording.number(number) + suffix;
            case Recomputed.Of(_, var amount) -> Wording.number(amount);
            case Recomputed.Revised(_, var amount) -> Wording.number(amount);
            case Recomputed.Text(String text) -> text;
            case Recomputed.EndValue end -> wording.period(end.period());
            case Recomputed.Impossible(var reason) ->
                    words.say("proof.impossible." + reason.cause().name());
            case Recomputed.Nothing() -> "";
        };
    }

    private String label(Verdict verdict, String label) {
        return label.isEmpty() ? words.say(verdict) : label;
    }

    /** Empty where nothing is guessed. */
    public String guess(ErrorHypothesis guess) {
        return switch (guess) {
            case ErrorHypothesis.Plain.NONE -> "";
            case ErrorHypothesis.Plain plain -> words.say("proof.guess." + plain.name());
            case ErrorHypothesis.OtherPeriod(var period) ->
                    words.say("proof.guess.period", wording.period(period));
            case ErrorHypothesis.OtherRow(int number) -> words.say("proof.guess.row", number);
            case ErrorHypothesis.NearWidth(var points) ->
                    words.say("proof.guess.width", Wording.number(points));
        };
    }

    /** A name for programs, in every language the same. */
    public static String name(ErrorHypothesis guess) {
        return switch (guess) {
            case ErrorHypothesis.Plain plain -> plain.name();
            case ErrorHypothesis.OtherPeriod _ -> "OTHER_PERIOD";
            case ErrorHypothesis.OtherRow _ -> "OTHER_ROW";
            case ErrorHypothesis.NearWidth _ -> "NEAR_WIDTH";
        };
    }

    /** One line on the whole table; what was not checked is no clean bill. */
    public String summary(String title, PrintedTable table, List<Contradiction> found) {
        int rows = table.rows().size();
        String said =
                found.isEmpty()
                        ? words.say(
                                table.unchecked().isPresent()
                                        ? "proof.cleanOtherwise"
                                        : "proof.clean",
                                title,
                                rows)
                        : words.say(
                                "proof.found",
                                title,
                                rows,
                                found.size(),
                                count(found, Severity.WRONG),
                                count(found, Severity.MISSING),
                                count(found, Severity.REMARK));
        return table.unchecked()
                .map(u -> words.say("proof.andUnchecked", said, unchecked(u)))
                .orElse(said);
    }

    /** Why the classes were not checked, and what to do. */
    public String unchecked(UncheckedReason unchecked) {
        return switch (unchecked) {
            case UncheckedReason.NoClasses() -> words.say("proof.unchecked.noClasses");
            case UncheckedReason.NotUnderstood(String sentence) ->
                    words.say("proof.unchecked.notUnderstood", sentence);
        };
    }

    /** One line on a text held against a plan. */
    public String summary(String name, int tied, int open, List<Contradiction> found) {
        return words.say("proof.text.summary", name, tied, open, found.size());
    }

    /** What a mark of a text was tied to. */
    public String tied(Optional<ClaimMatch> tie) {
        if (tie.isEmpty()) return words.say("proof.text.untied");
        Optional<PrintedRow> row = tie.get().to().row();
        if (row.isEmpty()) return words.say("proof.text.tally");
        PrintedColumn column = tie.get().to().column().orElseThrow();
        return words.say(
                "proof.text.tied",
                row.get().name(),
                column.head(),
                row.get().cells().get(column.index()).text());
    }

    private static long count(List<Contradiction> found, Severity severity) {
        return found.stream().filter(c -> c.severity() == severity).count();
    }

    /** The whole list as text, to be sent to the author. */
    public String letter(String title, PrintedTable table, List<Contradiction> found) {
        return letter(summary(title, table, found), found);
    }

    /**
     * @param summary the first line
     */
    public String letter(String summary, List<Contradiction> found) {
        String lines =
                found.stream()
                        .map(c -> where(c) + words.say("proof.colon") + sentence(c))
                        .collect(Collectors.joining("\n"));
        return summary + "\n" + lines;
    }
}
