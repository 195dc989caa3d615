package plumbline.proofreading;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.plan.Plan;
import plumbline.plan.Verdict;
import plumbline.proofreading.Contradiction.Kind;
import plumbline.proofreading.Contradiction.PrintedLocation;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;
import plumbline.proofreading.QuotedTargetCheck.NamedRows;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A verdict is held against the date its sentence names, not the one the text is evaluated at. Only
 * sentences with one date, one indicator and one verdict are understood.
 */
final class DatedVerdictCheck {
    private static final Pattern SENTENCE =
            Pattern.compile("[^。;；!！?？\\n.]+(?:\\.(?=\\d)[^。;；!！?？\\n.]*)*");
    private static final Pattern DAY =
            Pattern.compile(
                    "(?i)((?:19|20)\\d\\d)年(底|末|(?:1[-—~至])?(\\d{1,2})月(?:底|末)|上半年)"
                            + "|end of (?:(june|december|march|september) )?((?:19|20)\\d\\d)");
    private static final Pattern VERDICT =
            Pattern.compile(
                    "(?i)快于(?:序时|时间)?进度|基本符合|(?<!基本)符合(?:序时|时间)?进度|慢于(?:序时|时间)?进度"
                            + "|ahead of time|nearly on course|(?<!nearly )on course");
    private static final Map<String, Integer> MONTHS =
            Map.of("march", 3, "june", 6, "september", 9, "december", 12);
    private final PrintedTable table;
    private final Plan plan;
    private final String text;

    DatedVerdictCheck(PrintedTable table, Plan plan, String text) {
        this.table = table;
        this.plan = plan;
        this.text = text;
    }

    /** In the order of the text. */
    List<ClaimMatch> matchVerdicts() {
        List<ClaimMatch> matches = new ArrayList<>();
        for (Matcher s = SENTENCE.matcher(text); s.find(); )
            matchSentence(s.group(), s.start()).ifPresent(matches::add);
        return matches;
    }

    private Optional<ClaimMatch> matchSentence(String sentence, int offset) {
        List<PrintedRow> named = NamedRows.findIn(table, sentence);
        List<LocalDate> days =
                DAY.matcher(sentence).results().flatMap(r -> dayOf(r.group()).stream()).toList();
        Matcher verdict = VERDICT.matcher(sentence);
        if (named.size() != 1 || days.size() != 1 || !verdict.find()) return Optional.empty();
        Verdict said = verdictOf(verdict.group());
        Quote quote = new Quote(sentence.strip(), offset + verdict.start(), offset + verdict.end());
        if (verdict.find()) return Optional.empty();
        PrintedRow row = named.getFirst();
        Optional<PrintedColumn> column = table.findColumn(PlainColumn.VERDICT);
        Optional<Assessment> assessed =
                Evaluation.evaluate(plan, days.getFirst()).assessments().stream()
                        .filter(a -> a.indicator().id().equals(row.indicatorId()))
                        .filter(a -> a.verdict().isPresent() && !a.judgement().isPassOrFail())
                        .findFirst();
        if (column.isEmpty() || assessed.isEmpty()) return Optional.empty();
        PrintedLocation where = PrintedLocation.ofCell(row, column.get());
        Verdict right = assessed.get().verdict().orElseThrow();
        boolean better = right == Verdict.AHEAD && said == Verdict.FASTER;
        if (right == said || better) return Optional.of(ClaimMatch.confirmed(quote, where));
        return Optional.of(
                ClaimMatch.contradicted(
                        new Contradiction(
                                Kind.DATED_VERDICT,
                                where,
                                text.substring(quote.start(), quote.end()),
                                new RecomputedResult.ClassResult(right, ""),
                                ErrorHypothesis.CommonError.NONE,
                                quote)));
    }

    private static Verdict verdictOf(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "基本符合", "nearly on course" -> Verdict.NEARLY;
            case "on course" -> Verdict.ON_COURSE;
            case "ahead of time" -> Verdict.FASTER;
            default ->
                    word.startsWith("快")
                            ? Verdict.FASTER
                            : word.startsWith("慢") ? Verdict.BEHIND : Verdict.ON_COURSE;
        };
    }

    private static Optional<LocalDate> dayOf(String written) {
        Matcher m = DAY.matcher(written);
        if (!m.matches()) return Optional.empty();
        boolean chinese = m.group(1) != null;
        int year = Integer.parseInt(m.group(chinese ? 1 : 5));
        int month = 12;
        if (m.group(3) != null) month = Integer.parseInt(m.group(3));
        else if (chinese && m.group(2).equals("上半年")) month = 6;
        else if (m.group(4) != null) month = MONTHS.get(m.group(4).toLowerCase(Locale.ROOT));
        return month < 1 || month > 12
                ? Optional.empty()
                : Optional.of(YearMonth.of(year, month).atEndOfMonth());
    }
}
