package plumbline.report.text;

import plumbline.base.Problem;
import plumbline.words.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which numbers are named in braces: by their codes where it is kept, by readable names
 * where it is typed.
 */
final class NumberTemplate {
    private static final Pattern NAMED = Pattern.compile("\\{([^{}]*)\\}");
    private final NumberBindings bindings;
    private final Messages words;

    NumberTemplate(NumberBindings bindings, Messages words) {
        this.bindings = bindings;
        this.words = words;
    }

    /** A text of somebody's own, in which braces name nothing. */
    static String escapeBraces(String text) {
        return text.replace('{', '｛').replace('}', '｝').strip();
    }

    /** The name of a number in a kept text. */
    static String placeholder(String scope, String measure) {
        return "{" + scope + "." + measure + "}";
    }

    List<TextSpan> toSpans(String kept) {
        List<TextSpan> spans = new ArrayList<>();
        int from = 0;
        for (MatchResult m : NAMED.matcher(kept).results().toList()) {
            if (m.start() > from)
                spans.add(new TextSpan.PlainSpan(kept.substring(from, m.start())));
            spans.add(toSpan(m.group(1)));
            from = m.end();
        }
        if (from < kept.length()) spans.add(new TextSpan.PlainSpan(kept.substring(from)));
        return List.copyOf(spans);
    }

    private TextSpan toSpan(String code) {
        return bindings.findByCode(code)
                .flatMap(
                        b ->
                                b.shownText()
                                        .<TextSpan>map(
                                                shown ->
                                                        new TextSpan.NumberSpan(
                                                                code, b.name(), shown)))
                .orElseGet(
                        () -> new TextSpan.LostNumberSpan(code, words.sentence("narrative.lost")));
    }

    /** As it is typed: with readable names. A number that is gone keeps its code. */
    String toTypedText(String kept) {
        return replaceNames(
                kept,
                code ->
                        bindings.findByCode(code)
                                .map(NumberBindings.NumberBinding::name)
                                .orElse(code));
    }

    /**
     * As it is kept.
     *
     * @throws Problem if a name in braces is none of a number
     */
    String toCodedText(String typed) throws Problem {
        for (MatchResult m : NAMED.matcher(typed).results().toList()) {
            boolean known =
                    bindings.findCode(m.group(1)).isPresent()
                            || bindings.findByCode(m.group(1)).isPresent();
            if (!known) throw new Problem("problem.narrative.name", m.group(1));
        }
        return withCodes(typed);
    }

    /** What a text being typed would say; a name that is none is lost. */
    List<TextSpan> previewSpans(String typed) {
        return toSpans(withCodes(typed));
    }

    private String withCodes(String typed) {
        return replaceNames(typed, name -> bindings.findCode(name).orElse(name));
    }

    private static String replaceNames(String text, Function<String, String> other) {
        return NAMED.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement("{" + other.apply(m.group(1)) + "}"));
    }
}
