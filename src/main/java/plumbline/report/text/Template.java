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
final class Template {
    private static final Pattern NAMED = Pattern.compile("\\{([^{}]*)\\}");
    private final NumberBindings bindings;
    private final Messages words;

    Template(NumberBindings bindings, Messages words) {
        this.bindings = bindings;
        this.words = words;
    }

    /** A text of somebody's own, in which braces name nothing. */
    static String plain(String text) {
        return text.replace('{', '｛').replace('}', '｝').strip();
    }

    /** The name of a number in a kept text. */
    static String number(String scope, String measure) {
        return "{" + scope + "." + measure + "}";
    }

    List<TextSpan> spans(String kept) {
        List<TextSpan> spans = new ArrayList<>();
        int from = 0;
        for (MatchResult m : NAMED.matcher(kept).results().toList()) {
            if (m.start() > from) spans.add(new TextSpan.Said(kept.substring(from, m.start())));
            spans.add(span(m.group(1)));
            from = m.end();
        }
        if (from < kept.length()) spans.add(new TextSpan.Said(kept.substring(from)));
        return List.copyOf(spans);
    }

    private TextSpan span(String code) {
        return bindings.of(code)
                .flatMap(
                        b ->
                                b.shown()
                                        .<TextSpan>map(
                                                shown -> new TextSpan.Bound(code, b.name(), shown)))
                .orElseGet(() -> new TextSpan.Lost(code, words.say("narrative.lost")));
    }

    /** As it is typed: with readable names. A number that is gone keeps its code. */
    String typed(String kept) {
        return renamed(
                kept, code -> bindings.of(code).map(NumberBindings.Binding::name).orElse(code));
    }

    /**
     * As it is kept.
     *
     * @throws Problem if a name in braces is none of a number
     */
    String kept(String typed) throws Problem {
        for (MatchResult m : NAMED.matcher(typed).results().toList()) {
            boolean known =
                    bindings.code(m.group(1)).isPresent() || bindings.of(m.group(1)).isPresent();
            if (!known) throw new Problem("problem.narrative.name", m.group(1));
        }
        return coded(typed);
    }

    /** What a text being typed would say; a name that is none is lost. */
    List<TextSpan> preview(String typed) {
        return spans(coded(typed));
    }

    private String coded(String typed) {
        return renamed(typed, name -> bindings.code(name).orElse(name));
    }

    private static String renamed(String text, Function<String, String> other) {
        return NAMED.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement("{" + other.apply(m.group(1)) + "}"));
    }
}
