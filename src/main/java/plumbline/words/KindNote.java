package plumbline.words;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.plan.Indicator;
import plumbline.plan.IndicatorKind;
import plumbline.plan.Milestone;
import plumbline.plan.Milestone.Role;
import plumbline.plan.Reporting;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a table of figures does not show of its rows: how each is judged, and the yearly targets
 * that have no column. Written under the program's own tables, and understood where it stands under
 * one.
 */
public final class KindNote {
    /** How a row is judged. */
    public record JudgedKind(IndicatorKind kind, Reporting reporting) {}

    /**
     * @param targetText as it is written, {@code ≥50}
     */
    public record YearlyTargetNote(LocalDate day, String targetText) {}

    /**
     * @param kinds by the number of the row
     * @param yearlyTargets by the number of the row
     * @param midTermDay the day of the mid-term targets as it is written, where it is not the half
     *     of the plan
     */
    public record KindNoteContent(
            Map<Integer, JudgedKind> kinds,
            Map<Integer, List<YearlyTargetNote>> yearlyTargets,
            Optional<String> midTermDay) {}

    private static final Pattern YEARLY_TARGET = Pattern.compile("([^(),、]+)\\((\\d{4})年?\\)");
    private static final int DECEMBER = 12;
    private static final int LAST_DAY = 31;
    private final Messages messages;
    private final Wording wording;

    public KindNote(Messages words) {
        this.messages = words;
        this.wording = new Wording(words);
    }

    /**
     * Nothing where every row is judged by its latest value against its target. @param yearly
     * whether yearly targets have columns
     */
    public List<String> notesFor(Evaluation standing, boolean yearly) {
        List<String> notes = new ArrayList<>();
        if (standing.assessments().stream()
                .anyMatch(
                        a ->
                                a.indicator().kind() != IndicatorKind.STOCK
                                        || a.courseInForce().hasRangeTarget()))
            notes.add(kindsSentence(standing));
        standing.plan()
                .chosenMidTermDay()
                .filter(
                        _ ->
                                standing.assessments().stream()
                                        .anyMatch(
                                                a -> a.courseInForce().midTermTarget().isPresent()))
                .ifPresent(
                        day ->
                                notes.add(
                                        messages.sentence(
                                                "appendix.note.midTerm", wording.formatDate(day))));
        List<String> without =
                yearly
                        ? List.of()
                        : standing.assessments().stream()
                                .flatMap(a -> yearlyTargetsClause(a).stream())
                                .toList();
        if (!without.isEmpty())
            notes.add(messages.sentence("appendix.note.yearly", joinSentences(without)));
        return notes;
    }

    private String kindsSentence(Evaluation standing) {
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        allJudgedKinds().forEach(j -> numbers.put(kindLabel(j), new ArrayList<>()));
        standing.assessments()
                .forEach(
                        a ->
                                numbers.get(kindLabel(judgedKindOf(a.indicator())))
                                        .add("" + a.number()));
        List<String> said =
                numbers.entrySet().stream()
                        .filter(e -> !e.getValue().isEmpty())
                        .map(
                                e ->
                                        messages.sentence(
                                                "appendix.note.kinds.one",
                                                e.getKey(),
                                                String.join(
                                                        messages.sentence("wording.list"),
                                                        e.getValue())))
                        .toList();
        return messages.sentence("appendix.note.kinds", joinSentences(said));
    }

    private static JudgedKind judgedKindOf(Indicator i) {
        return new JudgedKind(
                i.kind(), i.kind() == IndicatorKind.CUMULATIVE ? i.reporting() : Reporting.TO_DATE);
    }

    private static Stream<JudgedKind> allJudgedKinds() {
        return Arrays.stream(IndicatorKind.values())
                .flatMap(
                        k ->
                                k == IndicatorKind.CUMULATIVE
                                        ? Arrays.stream(Reporting.values())
                                                .map(r -> new JudgedKind(k, r))
                                        : Stream.of(new JudgedKind(k, Reporting.TO_DATE)));
    }

    private String kindLabel(JudgedKind j) {
        return j.kind == IndicatorKind.CUMULATIVE
                ? messages.sentence("appendix.note.kinds." + j.reporting.name())
                : messages.nameOf(j.kind);
    }

    /** Of targets at the end of a year: others are rare, and have no head of their own either. */
    private Optional<String> yearlyTargetsClause(Assessment a) {
        List<String> targets =
                a.courseInForce().milestones().stream()
                        .filter(m -> m.role() == Role.YEARLY && m.day().getMonthValue() == DECEMBER)
                        .map(
                                m ->
                                        messages.sentence(
                                                "appendix.note.yearly.target",
                                                yearlyTargetText(m, a.indicator()),
                                                m.day().getYear()))
                        .toList();
        return targets.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        messages.sentence(
                                "appendix.note.yearly.one",
                                a.number(),
                                String.join(messages.sentence("wording.list"), targets)));
    }

    private String yearlyTargetText(Milestone m, Indicator of) {
        return m.relation() == of.direction().usualRelation()
                ? Wording.formatNumber(m.amount())
                : wording.targetText(m);
    }

    private String joinSentences(List<String> said) {
        return String.join(messages.sentence("wording.sentences"), said);
    }

    /** From the notes under a table, in any language of the program. */
    public static KindNoteContent parseNotes(String notes) {
        Map<Integer, JudgedKind> kinds = new HashMap<>();
        Map<Integer, List<YearlyTargetNote>> yearly = new HashMap<>();
        List<String> midTerm = new ArrayList<>();
        for (Messages words :
                List.of(
                        Messages.forLocale(Messages.CHINESE),
                        Messages.forLocale(Messages.ENGLISH))) {
            KindNote note = new KindNote(words);
            note.parseKinds(notes, kinds);
            note.parseYearlyTargets(notes, yearly);
            note.findArgument("appendix.note.midTerm", notes)
                    .map(KindNote::withBlanksInDay)
                    .ifPresent(midTerm::add);
        }
        return new KindNoteContent(
                Map.copyOf(kinds), Map.copyOf(yearly), midTerm.stream().findFirst());
    }

    private void parseKinds(String notes, Map<Integer, JudgedKind> found) {
        Optional<String> said = findArgument("appendix.note.kinds", notes);
        if (said.isEmpty()) return;
        allJudgedKinds()
                .forEach(
                        j -> {
                            Matcher one =
                                    placesPattern(
                                                    messages.sentence(
                                                            "appendix.note.kinds.one",
                                                            kindLabel(j),
                                                            "\u0001"),
                                                    "([\\d,、]+)")
                                            .matcher(said.get());
                            if (one.find())
                                for (String number : one.group(1).split("[,、]"))
                                    if (number.matches("\\d{1,5}"))
                                        found.put(Integer.parseInt(number), j);
                        });
    }

    private void parseYearlyTargets(String notes, Map<Integer, List<YearlyTargetNote>> found) {
        Optional<String> said = findArgument("appendix.note.yearly", notes);
        if (said.isEmpty()) return;
        Matcher one =
                placesPattern(
                                messages.sentence("appendix.note.yearly.one", "\u0001", "\u0002"),
                                "(\\d{1,5})",
                                "([^;]+)")
                        .matcher(said.get());
        while (one.find())
            found.put(
                    Integer.parseInt(one.group(1)),
                    YEARLY_TARGET
                            .matcher(one.group(2))
                            .results()
                            .map(
                                    m ->
                                            new YearlyTargetNote(
                                                    LocalDate.of(
                                                            Integer.parseInt(m.group(2)),
                                                            DECEMBER,
                                                            LAST_DAY),
                                                    m.group(1)))
                            .toList());
    }

    /** What stands in place of the argument of a note, without blanks. */
    private Optional<String> findArgument(String key, String notes) {
        Matcher said = placesPattern(messages.sentence(key, "\u0001"), "(.+)").matcher("");
        return notes.lines()
                .map(KindNote::withoutBlanks)
                .filter(l -> said.reset(l).find())
                .map(_ -> said.group(1))
                .findFirst();
    }

    /** A sentence with places in it, and what may stand in each. */
    private static Pattern placesPattern(String sentence, String... places) {
        String quoted = Pattern.quote(withoutBlanks(sentence));
        for (int i = 0; i < places.length; i++)
            quoted = quoted.replace("" + (char) (i + 1), "\\E" + places[i] + "\\Q");
        return Pattern.compile(quoted);
    }

    /** 30Jun2023 with its blanks again. */
    private static String withBlanksInDay(String day) {
        return day.replaceAll("(?<=\\d)(?=[A-Z])|(?<=[a-z])(?=\\d)", " ");
    }

    private static String withoutBlanks(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .replaceAll("^,|,$", "");
    }
}
