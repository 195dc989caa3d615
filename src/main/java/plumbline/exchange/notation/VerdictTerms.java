package plumbline.exchange.notation;

import plumbline.plan.Verdict;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The names published evaluations have for their classes. */
public final class VerdictTerms {
    /** Tried in this order: 基本符合 before 符合. */
    private static final List<Map.Entry<Verdict, Pattern>> WORDS =
            List.of(
                    Map.entry(
                            Verdict.NEARLY,
                            Pattern.compile(
                                    "基本(符合|达到|完成|实现|正常)|大致(符合|达到)|^黄[灯色牌]?$|接近(进度|预期|目标)|nearly on course")),
                    Map.entry(
                            Verdict.BEHIND,
                            Pattern.compile(
                                    "慢于|滞后|落后|未达|未完成|不达标|低于(进度|预期)|较慢|^红[灯色牌]?$|not met|behind")),
                    Map.entry(
                            Verdict.AHEAD,
                            Pattern.compile("提前(完成|实现|达到|达标)|超额完成|已达期末目标|completed early")),
                    Map.entry(
                            Verdict.FASTER,
                            Pattern.compile(
                                    "(快于|超过|超|高于|好于|领先|优于)(时间|序时|应达)?(进度|预期)|较快|超前|ahead of time")),
                    Map.entry(
                            Verdict.ON_COURSE,
                            Pattern.compile(
                                    "(符合|达到)(时间|序时|应达|中期)?(进度|预期|要求)|^符合$|^达到$|达标|按期|正常|^绿[灯色牌]?$|^met$|on course")));

    private VerdictTerms() {}

    public static Optional<Verdict> parseVerdict(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return WORDS.stream()
                .filter(w -> w.getValue().matcher(word).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * The classes a counting phrase counts: 提前完成或达到中期进度要求 is on course or better, 提前完成 only that.
     */
    public static Set<Verdict> parseCountedVerdicts(String phrase) {
        Set<Verdict> named = EnumSet.noneOf(Verdict.class);
        Arrays.stream(phrase.replaceFirst("^其中", "").split("[或和与及、,，]|以及"))
                .forEach(part -> parseVerdict(part).ifPresent(named::add));
        if (named.contains(Verdict.ON_COURSE) && !phrase.matches(".*(符合|正常).*"))
            named.addAll(EnumSet.of(Verdict.AHEAD, Verdict.FASTER));
        return named;
    }
}
