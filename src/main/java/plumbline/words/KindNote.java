package plumbline.words;

import plumbline.assessment.Assessment;
import plumbline.assessment.Evaluation;
import plumbline.plan.Indicator;
import plumbline.plan.Kind;
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
    public record Judged(Kind kind, Reporting reporting) {}

    /**
     * @param target as it is written, {@code ≥50}
     */
    public record Yearly(LocalDate on, String target) {}

    /**
     * @param kinds by the number of the row
     * @param yearly by the number of the row
     * @param midTerm the day of the mid-term targets as it is written, where it is not the half of
     *     the plan
     */
    public record Read(
            Map<Integer, Judged> kinds,
            Map<Integer, List<Yearly>> yearly,
            Optional<String> midTerm) {}

    private static final Pattern YEARLY = Pattern.compile("([^(),、]+)\\((\\d{4})年?\\)");
    private static final int DECEMBER = 12;
    private static final int LAST_DAY = 31;
    private final Messages words;
    private final Wording wording;

    public KindNote(Messages words) {
        this.words = words;
        this.wording = new Wording(words);
    }

    /**
     * Nothing where every row is judged by its latest value against its target. @param yearly
     * whether yearly targets have columns
     */
    public List<String> of(Evaluation standing, boolean yearly) {
        List<String> notes = new ArrayList<>();
        if (standing.assessments().stream()
                .anyMatch(a -> a.indicator().kind() != Kind.STOCK || a.course().ranged()))
            notes.add(kinds(standing));
        standing.plan()
                .midTerm()
                .filter(
                        _ ->
                                standing.assessments().stream()
                                        .anyMatch(a -> a.course().midTerm().isPresent()))
                .ifPresent(day -> notes.add(words.say("appendix.note.midTerm", wording.date(day))));
        List<String> without =
                yearly
                        ? List.of()
                        : standing.assessments().stream().flatMap(a -> yearly(a).stream()).toList();
        if (!without.isEmpty()) notes.add(words.say("appendix.note.yearly", sentences(without)));
        return notes;
    }

    private String kinds(Evaluation standing) {
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        all().forEach(j -> numbers.put(label(j), new ArrayList<>()));
        standing.assessments()
                .forEach(a -> numbers.get(label(judged(a.indicator()))).add("" + a.number()));
        List<String> said =
                numbers.entrySet().stream()
                        .filter(e -> !e.getValue().isEmpty())
                        .map(
                                e ->
                                        words.say(
                                                "appendix.note.kinds.one",
                                                e.getKey(),
                                                String.join(
                                                        words.say("wording.list"), e.getValue())))
                        .toList();
        return words.say("appendix.note.kinds", sentences(said));
    }

    private static Judged judged(Indicator i) {
        return new Judged(
                i.kind(), i.kind() == Kind.CUMULATIVE ? i.reporting() : Reporting.TO_DATE);
    }

    private static Stream<Judged> all() {
        return Arrays.stream(Kind.values())
                .flatMap(
                        k ->
                                k == Kind.CUMULATIVE
                                        ? Arrays.stream(Reporting.values())
                                                .map(r -> new Judged(k, r))
                                        : Stream.of(new Judged(k, Reporting.TO_DATE)));
    }

    private String label(Judged j) {
        return j.kind == Kind.CUMULATIVE
                ? words.say("appendix.note.kinds." + j.reporting.name())
                : words.say(j.kind);
    }

    /** Of targets at the end of a year: others are rare, and have no head of their own either. */
    private Optional<String> yearly(Assessment a) {
        List<String> targets =
                a.course().milestones().stream()
                        .filter(m -> m.role() == Role.YEARLY && m.on().getMonthValue() == DECEMBER)
                        .map(
                                m ->
                                        words.say(
                                                "appendix.note.yearly.target",
                                                shown(m, a.indicator()),
                                                m.on().getYear()))
                        .toList();
        return targets.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        words.say(
                                "appendix.note.yearly.one",
                                a.number(),
                                String.join(words.say("wording.list"), targets)));
    }

    private String shown(Milestone m, Indicator of) {
        return m.relation() == of.direction().usual()
                ? Wording.number(m.amount())
                : wording.target(m);
    }

    private String sentences(List<String> said) {
        return String.join(words.say("wording.sentences"), said);
    }

    /** From the notes under a table, in any language of the program. */
    public static Read read(String notes) {
        Map<Integer, Judged> kinds = new HashMap<>();
        Map<Integer, List<Yearly>> yearly = new HashMap<>();
        List<String> midTerm = new ArrayList<>();
        for (Messages words :
                List.of(Messages.of(Messages.CHINESE), Messages.of(Messages.ENGLISH))) {
            KindNote note = new KindNote(words);
            note.kinds(notes, kinds);
            note.yearly(notes, yearly);
            note.argument("appendix.note.midTerm", notes)
                    .map(KindNote::spaced)
                    .ifPresent(midTerm::add);
        }
        return new Read(Map.copyOf(kinds), Map.copyOf(yearly), midTerm.stream().findFirst());
    }

    private void kinds(String notes, Map<Integer, Judged> found) {
        Optional<String> said = argument("appendix.note.kinds", notes);
        if (said.isEmpty()) return;
        all().forEach(
                        j -> {
                            Matcher one =
                                    between(
                                                    words.say(
                                                            "appendix.note.kinds.one",
                                                            label(j),
                                                            "\u0001"),
                                                    "([\\d,、]+)")
                                            .matcher(said.get());
                            if (one.find())
                                for (String number : one.group(1).split("[,、]"))
                                    if (number.matches("\\d{1,5}"))
                                        found.put(Integer.parseInt(number), j);
                        });
    }

    private void yearly(String notes, Map<Integer, List<Yearly>> found) {
        Optional<String> said = argument("appendix.note.yearly", notes);
        if (said.isEmpty()) return;
        Matcher one =
                between(
                                words.say("appendix.note.yearly.one", "\u0001", "\u0002"),
                                "(\\d{1,5})",
                                "([^;]+)")
                        .matcher(said.get());
        while (one.find())
            found.put(
                    Integer.parseInt(one.group(1)),
                    YEARLY.matcher(one.group(2))
                            .results()
                            .map(
                                    m ->
                                            new Yearly(
                                                    LocalDate.of(
                                                            Integer.parseInt(m.group(2)),
                                                            DECEMBER,
                                                            LAST_DAY),
                                                    m.group(1)))
                            .toList());
    }

    /** What stands in place of the argument of a note, without blanks. */
    private Optional<String> argument(String key, String notes) {
        Matcher said = between(words.say(key, "\u0001"), "(.+)").matcher("");
        return notes.lines()
                .map(KindNote::bare)
                .filter(l -> said.reset(l).find())
                .map(_ -> said.group(1))
                .findFirst();
    }

    /** A sentence with places in it, and what may stand in each. */
    private static Pattern between(String sentence, String... places) {
        String quoted = Pattern.quote(bare(sentence));
        for (int i = 0; i < places.length; i++)
            quoted = quoted.replace("" + (char) (i + 1), "\\E" + places[i] + "\\Q");
        return Pattern.compile(quoted);
    }

    /** 30Jun2023 with its blanks again. */
    private static String spaced(String day) {
        return day.replaceAll("(?<=\\d)(?=[A-Z])|(?<=[a-z])(?=\\d)", " ");
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .replaceAll("^,|,$", "");
    }
}
