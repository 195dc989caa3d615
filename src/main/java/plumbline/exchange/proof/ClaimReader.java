package plumbline.exchange.proof;

import plumbline.base.Problem;
import plumbline.exchange.notation.AmountParser;
import plumbline.exchange.notation.HeaderLexicon;
import plumbline.exchange.notation.NormalizedText;
import plumbline.exchange.notation.VerdictTerms;
import plumbline.plan.Period;
import plumbline.plan.Verdict;
import plumbline.proofreading.Claim;
import plumbline.proofreading.Headline;
import plumbline.proofreading.PrintedCell;
import plumbline.proofreading.PrintedColumnRole;
import plumbline.proofreading.PrintedRow;
import plumbline.proofreading.Quote;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what the text around a table says of its indicators. Only sentences that name an indicator
 * in full are understood; of those, only clauses that tell which amount they speak of.
 */
final class ClaimReader {
    private static final Pattern SENTENCE = Pattern.compile("[^。;；!！?？\\n]+");

    /** A comma, unless it groups the digits of a number. */
    private static final Pattern CLAUSE = Pattern.compile("(?<!\\d),|,(?!\\d{3}(?!\\d))|[()]");

    private static final Pattern SCALE = Pattern.compile("每(十万|百万|千万|十|百|千|万|亿)(?=\\p{IsHan})");
    private static final Pattern SPAN =
            Pattern.compile("((?:19|20)\\d\\d)年?[-—–~至到]((?:19|20)\\d\\d)年");
    private static final Pattern PERIOD =
            Pattern.compile(
                    "(?:截[至止]到?)?(?:19|20)\\d\\d年(?:底|末|[上下]半年|前?第?[一二三四1-4]季度|1[-~至]\\d{1,2}月|\\d{1,2}月(?:底|末)?)?");

    /** A clause of its own that says up to when the paragraph speaks: 截至2023年底. */
    private static final Pattern CUT_OFF =
            Pattern.compile(
                    "(?:截[至止]到?|[到至])?(?:19|20)\\d\\d年(?:底|末|(?:1[-~至])?\\d{1,2}月(?:底|末))|截[至止]到?(?:19|20)\\d\\d年(?:[上下]半年|\\d{1,2}月)?");

    private static final Pattern UP_TO = Pattern.compile("[截底末]");
    private static final Pattern COMPARED_WITH = Pattern.compile("(?:较|比)" + PERIOD.pattern());
    private static final Pattern AMOUNT =
            Pattern.compile(
                    "(?<![\\d.\\-~〔第])(\\d+(?:,\\d{3})*(?:\\.\\d+)?)(万亿|万|亿)?(%|余|多|个百分点)?(\\p{IsHan}{0,6})");
    private static final Pattern FORECAST = Pattern.compile("预计|预测|有望|力争|争取|预期(?=将|可|达|为)|计划(?=达)");

    /**
     * What may stand between a name, or the comma after it, and an amount that is still said of it;
     * anything else is a subject of its own.
     */
    private static final Pattern STILL_OF_IT =
            Pattern.compile(
                    "(?:(?:已经?|将|可|也|均|都|共计?|累计|合计|年均|总量|总数|分别|则|从|在|由|的|了|为|是|有|达到?|至|到|实现|完成|提前|超额|超过|突破|(?:提高|提升|上升|增加|增长|扩大|下降|降低)(?=[到至为])"
                            + "|年度|要求|期末|基期值?|[“\"]?十[一二三四五][”\"]?五?[”\"]?期?末|大于等于|大于|等于|不低于|预计|预测|预期|有望|力争|争取|计划|规划|目标值?|确定|末|底|年底|年末|[:>=≥])|(?:截[至止]到?)?(?:19|20)\\d\\d年?(?:[-—–~至到](?:19|20)\\d\\d年)?"
                            + "(?:[上下]半年|前?第?[一二三四1-4]季度|1[-~至]\\d{1,2}月|\\d{1,2}月)?)*");

    private static final Pattern OF_OTHERS =
            Pattern.compile(".*(全国|全省|全球|世界|省级?|国家|平均|高于|低于|上年|去年|同期|周边|其他)的?");
    private static final Pattern OF_TARGET =
            Pattern.compile("^[\\p{IsHan}%]{0,4}的?(年均|年度|规划|期末|累计|五年|总)?目标.*");
    private static final Pattern TARGET_IS = Pattern.compile(".*(目标值?|年度要求)(为|是)?[^\\d]{0,3}");
    private static final Pattern BASELINE_IS = Pattern.compile(".*(基期值?|五[”\"]?期?末)(为|是|的)?");
    private static final Pattern RESULT =
            Pattern.compile("(完成程度|完成率|完成进度)(?:已?达到?|为|是)?(\\d+(?:\\.\\d+)?)%");

    /** 完成期末目标1.8万张的97.8%. */
    private static final Pattern OF_WHOLE =
            Pattern.compile("完成[^,]{0,12}目标[^,]{0,12}的(\\d+(?:\\.\\d+)?)%");

    private static final Pattern NONE_BEFORE =
            Pattern.compile("(?:未(?:曾|再|有)?(?:发生|出现)|没有(?:发生|出现)|无|零)(?:过|一起|任何)?$");
    private static final Pattern NONE_AFTER =
            Pattern.compile("^(?:零发生|[均仍]?未(?:曾|再)?(?:发生|出现)|没有(?:发生|出现)|发生数?为零|(?:起?数)?为零)");
    private static final Pattern HELD =
            Pattern.compile("(?:连续([两二三四五2-5])年|每年|年年|历年)[均都]?(?:全部)?(?:达标|达到(?:目标|要求|标准)|完成目标)");

    /** What is wished for, or denied. */
    private static final Pattern WISHED =
            Pattern.compile("未能|没有(?=连续|每年)|没能|确保|坚决|防止|防范|避免|争取|力争|要求|目标是|努力");

    private static final Pattern YEARLY = Pattern.compile("年均目标|每年(均|都)?(达到|保持|不低于|不高于)|逐年达到");
    private static final Pattern CLASSED =
            Pattern.compile(
                    "(?<![未不没])(?<!尚未)(提前(?:完成|实现)|(?<!基本)符合(?:时间|序时)?(?:进度|预期)|快于(?:时间|序时)?(?:进度|预期)|基本符合|慢于(?:时间|序时)?进度|滞后)(?!约?\\d)");
    private static final Pattern HEADLINE =
            Pattern.compile("(?<!\\d)(\\d{1,6})项[^,\\d]{0,12}指标[^\\d]{0,8}(?=\\d{1,6}项)");
    private static final Pattern COUNTED =
            Pattern.compile(
                    "(?<!\\d)(\\d{1,6})项([^\\d]{2,40}?)(?:,?占[^\\d]{0,10}([\\d.]+)%|(?=[,、;]|$))");

    /** The same the other way round: 规划共设指标13项,达到进度的9项,占69.2%. */
    private static final Pattern TOTAL_AFTER =
            Pattern.compile("(?:规划|共设|确定|设置|总共)[^,\\d]{0,12}指标(?:共|有|为)?(\\d{1,6})项(?=,)");

    private static final Pattern COUNTED_AFTER =
            Pattern.compile(
                    "([^\\d,、;:]{2,20}?)的?(?:有|共|为)?(\\d{1,6})项(?:,?占[^\\d]{0,10}([\\d.]+)%|(?=[,、;]|$))");

    /** How many were judged at all, or not: 已评价11项, 未评价2项. */
    private static final Pattern JUDGED = Pattern.compile("(?<!未)(?:已|纳入|参加|可以?)评价的?$");

    private static final Pattern UNJUDGED = Pattern.compile("(?:未|不能|暂不)(?:能)?评价的?$");

    /** Not the whole of the indicators. */
    private static final Pattern SOME = Pattern.compile("约束性|预期性|类");

    /** Shorter ends of a name are those of others, too. */
    private static final int SHORTEST_NAME = 3;

    private static final String MEASURES = "件张户家项个人名所亩吨元台套只条次起份处座批种类例";

    /** Where a sentence names an indicator. */
    private record IndicatorMention(PrintedRow row, int from, int to) {}

    /** A stretch of the plain text. */
    private record TextStretch(int from, String text) {
        static List<TextStretch> allMatches(Pattern pattern, String text) {
            return pattern.matcher(text)
                    .results()
                    .map(m -> new TextStretch(m.start(), m.group()))
                    .toList();
        }

        List<TextStretch> splitAt(Pattern at) {
            List<TextStretch> pieces = new ArrayList<>();
            int begin = 0;
            for (Matcher m = at.matcher(text); m.find(); begin = m.end())
                pieces.add(subStretch(begin, m.start()));
            pieces.add(subStretch(begin, text.length()));
            return pieces;
        }

        TextStretch subStretch(int begin, int end) {
            return new TextStretch(from + begin, text.substring(begin, end));
        }
    }

    private record NamePattern(PrintedRow row, int length, Pattern pattern) {}

    /**
     * What the text is about.
     *
     * @param baselineYear whose figures are the baseline
     * @param indicatorsByAlias others by which indicators are called
     * @param verdictsByName the classes by their own names, where these are not the usual ones
     */
    record ClaimContext(
            List<PrintedRow> rows,
            int baselineYear,
            Map<String, UUID> indicatorsByAlias,
            Map<String, Verdict> verdictsByName) {}

    private final ClaimContext context;
    private final List<NamePattern> namePatterns;
    private final NormalizedText normalized;
    private final String text;
    private Optional<Period> assumedPeriod = Optional.empty();

    ClaimReader(ClaimContext about, String text) {
        this.context = about;
        this.namePatterns = namePatternsLongestFirst(about);
        this.normalized = new NormalizedText(text);
        this.text = normalized.normalizedText();
    }

    List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        int last = 0;
        Optional<IndicatorMention> before = Optional.empty();
        for (TextStretch sentence : TextStretch.allMatches(SENTENCE, text)) {
            if (text.substring(last, sentence.from).contains("\n"))
                assumedPeriod = Optional.empty();
            last = sentence.from + sentence.text.length();
            updateAssumedPeriod(sentence.text);
            List<IndicatorMention> mentions =
                    findMentions(sentence.text).stream()
                            .filter(
                                    m ->
                                            !OF_OTHERS
                                                    .matcher(sentence.text.substring(0, m.from))
                                                    .matches())
                            .toList();
            for (int i = 0; i < mentions.size(); i++) {
                int end =
                        i + 1 < mentions.size() ? mentions.get(i + 1).from : sentence.text.length();
                if (!isSpokenOfTogether(sentence.text, mentions, i))
                    readMention(mentions.get(i), sentence, end, claims);
            }
            if (mentions.isEmpty())
                before.ifPresent(m -> readContinuation(m.row, sentence, claims));
            before =
                    isFollowedBySemicolon(sentence)
                            ? mentions.isEmpty() ? before : Optional.of(mentions.getLast())
                            : Optional.empty();
        }
        return claims;
    }

    /** What the paragraph opens with, until another time is spoken of. */
    private void updateAssumedPeriod(String sentence) {
        String first = sentence.split(",", 2)[0];
        if (CUT_OFF.matcher(first).matches())
            assumedPeriod = HeaderLexicon.findPeriod(first.replaceFirst("^(?:截[至止]到|[到至])", ""));
        String told = COMPARED_WITH.matcher(SPAN.matcher(sentence).replaceAll("")).replaceAll("");
        Optional<Period> spoken = assumedPeriod;
        boolean elsewhere =
                PERIOD.matcher(told)
                        .results()
                        .flatMap(p -> HeaderLexicon.findPeriod(p.group()).stream())
                        .anyMatch(
                                p -> spoken.filter(s -> s.lastDay().equals(p.lastDay())).isEmpty());
        if (elsewhere) assumedPeriod = Optional.empty();
    }

    /** Only a semicolon stands after it. */
    private boolean isFollowedBySemicolon(TextStretch sentence) {
        int end = sentence.from + sentence.text.length();
        return end < text.length() && text.charAt(end) == ';';
    }

    /** After a semicolon: only an amount with a period of its own is still said of the same. */
    private void readContinuation(PrintedRow row, TextStretch sentence, List<Claim> claims) {
        TextStretch clause = sentence.splitAt(CLAUSE).getFirst();
        readSubject(clause.text)
                .ifPresent(
                        subject ->
                                readAmount(row, clause, Optional.of(subject), sentence)
                                        .ifPresent(claims::add));
    }

    private Quote quote(TextStretch sentence, int from, int to) {
        return new Quote(
                sentence.text.strip(), normalized.originalBegin(from), normalized.originalEnd(to));
    }

    /**
     * 甲、乙均…: what follows the second name is said of both, or of either; it is not taken for one of
     * them.
     */
    private static boolean isSpokenOfTogether(
            String sentence, List<IndicatorMention> mentions, int i) {
        boolean before =
                i > 0
                        && sentence.substring(mentions.get(i - 1).to, mentions.get(i).from)
                                .matches("[^,\\d]{0,3}");
        boolean after =
                i + 1 < mentions.size()
                        && sentence.substring(mentions.get(i).to, mentions.get(i + 1).from)
                                .matches("[^,\\d]{0,3}");
        return before || after;
    }

    /** In their order; a name within a longer name does not count. */
    private List<IndicatorMention> findMentions(String sentence) {
        List<IndicatorMention> found = new ArrayList<>();
        for (NamePattern named : namePatterns) {
            Matcher m = named.pattern.matcher(sentence);
            while (m.find()) {
                IndicatorMention mention = new IndicatorMention(named.row, m.start(), m.end());
                if (found.stream().noneMatch(f -> f.from < mention.to && mention.from < f.to))
                    found.add(mention);
            }
        }
        return found.stream().sorted(Comparator.comparingInt(IndicatorMention::from)).toList();
    }

    /** The longest first. */
    private static List<NamePattern> namePatternsLongestFirst(ClaimContext about) {
        List<NamePattern> names = new ArrayList<>();
        about.rows.forEach(
                r ->
                        names.add(
                                new NamePattern(
                                        r,
                                        NormalizedText.normalizeText(r.name()).length(),
                                        namePattern(NormalizedText.normalizeText(r.name())))));
        about.indicatorsByAlias.forEach(
                (name, id) ->
                        about.rows.stream()
                                .filter(r -> r.indicatorId().equals(id))
                                .forEach(
                                        r ->
                                                names.add(
                                                        new NamePattern(
                                                                r,
                                                                name.length(),
                                                                namePattern(name)))));
        return names.stream()
                .sorted(Comparator.comparingInt(NamePattern::length).reversed())
                .toList();
    }

    /** The name itself; 每万人口… may be 每百万人口… in the text. */
    private static Pattern namePattern(String name) {
        Matcher scale = SCALE.matcher(name);
        if (!scale.find()) return Pattern.compile(Pattern.quote(name));
        return Pattern.compile(
                Pattern.quote(name.substring(0, scale.start()))
                        + "每(?:十万|百万|千万|十|百|千|万|亿)"
                        + Pattern.quote(name.substring(scale.end())));
    }

    private void readMention(
            IndicatorMention mention, TextStretch sentence, int end, List<Claim> claims) {
        PrintedRow row = mention.row;
        readOtherScale(mention, sentence).ifPresent(claims::add);
        Optional<Claim.ClaimSubject> subject =
                subjectBefore(sentence.text.substring(0, mention.from));
        readNoEvent(mention, sentence, subject).ifPresent(claims::add);
        for (TextStretch clause : sentence.subStretch(mention.to, end).splitAt(CLAUSE)) {
            Optional<Claim.ClaimSubject> named = readSubject(clause.text);
            if (named.isPresent()) subject = named;
            if (YEARLY.matcher(clause.text).find())
                claims.add(
                        new Claim.YearlyTargetClaim(
                                row.indicatorId(),
                                quote(
                                        sentence,
                                        sentence.from + mention.from,
                                        sentence.from + mention.to)));
            readHeldClaim(row, clause, sentence).ifPresent(claims::add);
            readVerdictClaim(row, clause, sentence).ifPresent(claims::add);
            readResult(row, clause, sentence).ifPresent(claims::add);
            readAmount(row, clause, subject, sentence).ifPresent(claims::add);
        }
    }

    /** The period named in the clause of the name, or in a clause of its own before it: 2022年，…. */
    private Optional<Claim.ClaimSubject> subjectBefore(String beginning) {
        List<String> clauses = List.of(beginning.split(",", -1));
        Optional<Claim.ClaimSubject> own = readSubject(clauses.getLast());
        if (own.isPresent() || clauses.size() < 2) return own;
        String previous = clauses.get(clauses.size() - 2);
        return CUT_OFF.matcher(previous).matches()
                        || PERIOD.matcher(previous).matches()
                        || SPAN.matcher(previous).matches()
                ? readSubject(previous)
                : Optional.empty();
    }

    private Optional<Claim> readOtherScale(IndicatorMention mention, TextStretch sentence) {
        Matcher inTable = SCALE.matcher(NormalizedText.normalizeText(mention.row.name()));
        Matcher inText = SCALE.matcher(sentence.text.substring(mention.from, mention.to));
        if (!inTable.find() || !inText.find() || inTable.group().equals(inText.group()))
            return Optional.empty();
        int from = sentence.from + mention.from;
        return Optional.of(
                new Claim.OtherScaleClaim(
                        mention.row.indicatorId(),
                        inTable.group(),
                        inText.group(),
                        quote(sentence, from + inText.start(), from + inText.end())));
    }

    private Optional<Claim> readVerdictClaim(
            PrintedRow row, TextStretch clause, TextStretch sentence) {
        Matcher m = CLASSED.matcher(clause.text);
        if (!m.find() || FORECAST.matcher(clause.text).find()) return Optional.empty();
        Optional<String> own =
                context.verdictsByName.keySet().stream()
                        .filter(c -> clause.text.startsWith(c, m.start()))
                        .max(Comparator.comparingInt(String::length));
        Optional<Verdict> verdict =
                own.map(context.verdictsByName::get)
                        .or(() -> VerdictTerms.parseVerdict(m.group(1)));
        int length = own.map(String::length).orElse(m.group(1).length());
        return verdict.map(
                v ->
                        new Claim.VerdictClaim(
                                row.indicatorId(),
                                v,
                                quote(
                                        sentence,
                                        clause.from + m.start(),
                                        clause.from + m.start() + length)));
    }

    /** 未发生…, …零发生; in a clause that only wishes it, nothing is said. */
    private Optional<Claim> readNoEvent(
            IndicatorMention mention, TextStretch sentence, Optional<Claim.ClaimSubject> during) {
        String before =
                sentence.text.substring(
                        sentence.text.lastIndexOf(',', mention.from) + 1, mention.from);
        Matcher none = NONE_BEFORE.matcher(before);
        Matcher after = NONE_AFTER.matcher(sentence.text.substring(mention.to));
        if (WISHED.matcher(before).find() || FORECAST.matcher(before).find())
            return Optional.empty();
        boolean said = none.find();
        boolean ofOthers = said && OF_OTHERS.matcher(before.substring(0, none.start())).matches();
        if (ofOthers || !said && !after.find()) return Optional.empty();
        int from =
                sentence.from
                        + (said ? mention.from - before.length() + none.start() : mention.from);
        int to = sentence.from + (said ? mention.to : mention.to + after.end());
        return Optional.of(
                new Claim.NoEventClaim(
                        mention.row.indicatorId(),
                        during.orElse(new Claim.UndatedSubject(assumedPeriod)),
                        text.substring(from, to),
                        quote(sentence, from, to)));
    }

    /** 连续三年达标. */
    private Optional<Claim> readHeldClaim(
            PrintedRow row, TextStretch clause, TextStretch sentence) {
        Matcher m = HELD.matcher(clause.text);
        if (!m.find()
                || FORECAST.matcher(clause.text).find()
                || WISHED.matcher(clause.text.substring(0, m.start())).find())
            return Optional.empty();
        Optional<Integer> years =
                Optional.ofNullable(m.group(1))
                        .map(
                                n ->
                                        n.equals("两")
                                                ? 2
                                                : "一二三四五".indexOf(n) >= 0
                                                        ? "一二三四五".indexOf(n) + 1
                                                        : Integer.parseInt(n));
        return Optional.of(
                new Claim.YearsHeldClaim(
                        row.indicatorId(),
                        years,
                        m.group(),
                        quote(sentence, clause.from + m.start(), clause.from + m.end())));
    }

    /** 完成进度46.7%. */
    private Optional<Claim> readResult(PrintedRow row, TextStretch clause, TextStretch sentence) {
        Matcher whole = OF_WHOLE.matcher(clause.text);
        if (whole.lookingAt()) {
            return Optional.of(
                    new Claim.AmountClaim(
                            row.indicatorId(),
                            new Claim.ResultSubject(PrintedColumnRole.PlainColumn.ATTAINMENT),
                            new BigDecimal(whole.group(1)),
                            whole.group(1),
                            quote(
                                    sentence,
                                    clause.from + whole.start(1),
                                    clause.from + whole.end())));
        }
        Matcher m = RESULT.matcher(clause.text);
        if (!m.find() || !STILL_OF_IT.matcher(clause.text.substring(0, m.start())).matches())
            return Optional.empty();
        PrintedColumnRole.PlainColumn measure =
                m.group(1).equals("完成进度")
                        ? PrintedColumnRole.PlainColumn.PROGRESS
                        : PrintedColumnRole.PlainColumn.ATTAINMENT;
        return Optional.of(
                new Claim.AmountClaim(
                        row.indicatorId(),
                        new Claim.ResultSubject(measure),
                        new BigDecimal(m.group(2)),
                        m.group(2),
                        quote(sentence, clause.from + m.start(2), clause.from + m.end())));
    }

    /** The first period, or span of years, a piece of text names. */
    private Optional<Claim.ClaimSubject> readSubject(String text) {
        Matcher span = SPAN.matcher(text);
        if (span.find()) {
            int first = Integer.parseInt(span.group(1));
            int last = Integer.parseInt(span.group(2));
            return last < first
                    ? Optional.empty()
                    : Optional.of(
                            new Claim.SpanSubject(
                                    new Period(YearMonth.of(first, 1), YearMonth.of(last, 12))));
        }
        Matcher period = PERIOD.matcher(text);
        if (!period.find()) return Optional.empty();
        boolean upTo =
                UP_TO.matcher(period.group()).find()
                        || text.contains("累计")
                        || text.substring(0, period.start()).matches(".*[到至]");
        return HeaderLexicon.findPeriod(period.group()).map(p -> subjectOfPeriod(p, upTo));
    }

    private Claim.ClaimSubject subjectOfPeriod(Period period, boolean upTo) {
        if (period.equals(Period.ofYear(context.baselineYear))) return new Claim.BaselineSubject();
        return upTo ? new Claim.UpToPeriodSubject(period) : new Claim.PeriodSubject(period);
    }

    /** The amount a clause gives, if it tells of what. */
    private Optional<Claim> readAmount(
            PrintedRow row,
            TextStretch clause,
            Optional<Claim.ClaimSubject> subject,
            TextStretch sentence) {
        Matcher m = AMOUNT.matcher(clause.text);
        while (m.find()) {
            String before = withoutName(row, clause.text.substring(0, m.start()));
            String after = clause.text.substring(m.start(4));
            if (after.matches("^(年|月|日|号|季度|级|次会议).*")
                    || SPAN.matcher(clause.text)
                            .results()
                            .anyMatch(r -> r.start() <= m.start() && m.start() < r.end())) continue;
            if (!STILL_OF_IT.matcher(before).matches()) return Optional.empty();
            boolean vague = m.group(3) != null && m.group(3).matches("余|多|个百分点");
            return vague
                    ? Optional.empty()
                    : amountClaim(
                            row,
                            m,
                            before,
                            after,
                            subject,
                            sentence.text,
                            quote(sentence, clause.from + m.start(1), clause.from + m.start(4)));
        }
        return Optional.empty();
    }

    /** In a later clause the indicator may be called by the end of its name: 新增就业. */
    private static String withoutName(PrintedRow row, String before) {
        String name = NormalizedText.normalizeText(row.name());
        for (int from = 1; from + SHORTEST_NAME <= name.length(); from++) {
            int at = before.indexOf(name.substring(from));
            if (at >= 0)
                return before.substring(0, at) + before.substring(at + name.length() - from);
        }
        return before;
    }

    private Optional<Claim> amountClaim(
            PrintedRow row,
            MatchResult m,
            String before,
            String after,
            Optional<Claim.ClaimSubject> subject,
            String sentence,
            Quote quote) {
        String number = m.group(1) + Optional.ofNullable(m.group(2)).orElse("");
        boolean percent = "%".equals(m.group(3));
        if (percent != row.unit().contains("%")) return Optional.empty();
        String base = row.unit().replaceFirst("^(万亿|亿|万)", "");
        boolean ours = percent || base.isEmpty() || after.startsWith(base);
        Optional<BigDecimal> amount =
                amountInUnit(ours ? number : m.group(1), row.unit(), ours ? base : "");
        if (amount.isEmpty()) return Optional.empty();
        if (!ours) return otherUnitClaim(row, m, amount.get(), after, quote);
        if (OF_TARGET.matcher(after).matches() || TARGET_IS.matcher(before).matches())
            return targetClaim(row, subject, amount.get(), number, sentence, quote);
        if (BASELINE_IS.matcher(before).matches())
            return Optional.of(
                    new Claim.AmountClaim(
                            row.indicatorId(),
                            new Claim.BaselineSubject(),
                            amount.get(),
                            number,
                            quote));
        boolean forecast = FORECAST.matcher(before).find();
        if (subject.isEmpty() && forecast) return Optional.empty();
        return Optional.of(
                forecastOrAmountClaim(
                        row,
                        subject.map(s -> before.contains("累计") ? extendedUpTo(s) : s)
                                .orElse(new Claim.UndatedSubject(assumedPeriod)),
                        amount.get(),
                        forecast,
                        number,
                        quote));
    }

    private static Claim.ClaimSubject extendedUpTo(Claim.ClaimSubject subject) {
        return subject instanceof Claim.PeriodSubject(Period period)
                ? new Claim.UpToPeriodSubject(period)
                : subject;
    }

    /** The one period an amount is said of. */
    private static Optional<Period> onePeriodOf(Claim.ClaimSubject subject) {
        return switch (subject) {
            case Claim.PeriodSubject(Period period) -> Optional.of(period);
            case Claim.UpToPeriodSubject(Period period) -> Optional.of(period);
            case Claim.BaselineSubject(),
                    Claim.TargetSubject(),
                    Claim.ResultSubject _,
                    Claim.SpanSubject _,
                    Claim.UndatedSubject _ ->
                    Optional.empty();
        };
    }

    private static Claim forecastOrAmountClaim(
            PrintedRow row,
            Claim.ClaimSubject subject,
            BigDecimal amount,
            boolean forecast,
            String written,
            Quote quote) {
        Optional<Period> period = onePeriodOf(subject);
        if (forecast && period.isPresent())
            return new Claim.ForecastClaim(row.indicatorId(), period.get(), amount, written, quote);
        return new Claim.AmountClaim(row.indicatorId(), subject, amount, written, quote);
    }

    private static Optional<Claim> targetClaim(
            PrintedRow row,
            Optional<Claim.ClaimSubject> subject,
            BigDecimal amount,
            String written,
            String sentence,
            Quote quote) {
        boolean ofOnePeriod =
                subject.flatMap(ClaimReader::onePeriodOf).isPresent()
                        && sentence.matches(".*(19|20)\\d\\d年(度)?目标.*");
        return ofOnePeriod
                ? Optional.empty()
                : Optional.of(
                        new Claim.AmountClaim(
                                row.indicatorId(),
                                new Claim.TargetSubject(),
                                amount,
                                written,
                                quote));
    }

    private static Optional<BigDecimal> amountInUnit(String number, String unit, String base) {
        try {
            return AmountParser.parseAmount(number + base, unit).reading().findAmount();
        } catch (Problem _) {
            return Optional.empty();
        }
    }

    /** Another unit than the table's is only seen where the number itself is one of the row's. */
    private static Optional<Claim> otherUnitClaim(
            PrintedRow row, MatchResult m, BigDecimal amount, String after, Quote quote) {
        boolean measured = !after.isEmpty() && MEASURES.indexOf(after.charAt(0)) >= 0;
        boolean ofRow =
                row.cells().stream()
                        .flatMap(c -> c.findNumber().stream())
                        .map(PrintedCell.PrintedNumber::amount)
                        .anyMatch(a -> a.compareTo(amount) == 0);
        String power = Optional.ofNullable(m.group(2)).orElse("");
        boolean samePower =
                row.unit().startsWith(power) && !power.isEmpty()
                        || power.isEmpty() && !row.unit().matches("[万亿].*");
        if (!measured || !ofRow || !samePower) return Optional.empty();
        return Optional.of(
                new Claim.OtherUnitClaim(row.indicatorId(), power + after.charAt(0), quote));
    }

    /** Sentences that count the indicators as a whole. */
    List<Headline> headlines() {
        List<Headline> found = new ArrayList<>();
        for (TextStretch sentence : TextStretch.allMatches(SENTENCE, text)) {
            readHeadline(
                    HEADLINE,
                    sentence,
                    (total, rest) ->
                            new HeadlineCounts(sentence, total, COUNTED, 1, 2)
                                    .addHeadlines(rest, found));
            readHeadline(
                    TOTAL_AFTER,
                    sentence,
                    (total, rest) ->
                            new HeadlineCounts(sentence, total, COUNTED_AFTER, 2, 1)
                                    .addHeadlines(rest, found));
        }
        return found;
    }

    private static void readHeadline(
            Pattern pattern, TextStretch sentence, BiConsumer<MatchResult, TextStretch> counted) {
        Matcher total = pattern.matcher(sentence.text);
        boolean whole =
                total.find() && !SOME.matcher(sentence.text.substring(0, total.end())).find();
        if (whole)
            counted.accept(
                    total.toMatchResult(),
                    sentence.subStretch(total.end(), sentence.text.length()));
    }

    /**
     * How the counts of a sentence are written: its groups of the number and of the words for what
     * is counted.
     */
    private final class HeadlineCounts {
        private final TextStretch sentence;
        private final MatchResult total;
        private final Pattern countPattern;
        private final int numberGroup;
        private final int wordingGroup;

        HeadlineCounts(
                TextStretch sentence, MatchResult total, Pattern counted, int number, int what) {
            this.sentence = sentence;
            this.total = total;
            this.countPattern = counted;
            this.numberGroup = number;
            this.wordingGroup = what;
        }

        void addHeadlines(TextStretch rest, List<Headline> found) {
            int together = 0;
            OptionalInt judged = OptionalInt.empty();
            int from = sentence.from + total.start(1);
            for (Matcher m = countPattern.matcher(rest.text); m.find(); ) {
                Set<Verdict> which = VerdictTerms.parseCountedVerdicts(m.group(wordingGroup));
                Optional<BigDecimal> share =
                        Optional.ofNullable(m.group(3))
                                .filter(s -> s.matches("\\d+(\\.\\d+)?"))
                                .map(BigDecimal::new);
                int of = Integer.parseInt(m.group(numberGroup));
                String counted = m.group(wordingGroup);
                if (JUDGED.matcher(counted).find()) judged = OptionalInt.of(of);
                if (JUDGED.matcher(counted).find() || UNJUDGED.matcher(counted).find()) continue;
                together += of;
                found.add(
                        new Headline(
                                Integer.parseInt(total.group(1)),
                                judged,
                                of,
                                together,
                                which,
                                share,
                                quote(sentence, from, rest.from + m.end())));
                from = rest.from + m.end();
                if (share.isPresent()) together = 0;
            }
        }
    }

    /** 一.市场发展类指标1号、2号: the group each serial number belongs to. */
    Optional<String> groupOfNumber(int number) {
        Matcher m = Pattern.compile("([\\p{IsHan}]{2,12}类)指标\\(?((?:\\d+号[、,]?)+)").matcher(text);
        while (m.find()) {
            boolean named =
                    Pattern.compile("\\d+")
                            .matcher(m.group(2))
                            .results()
                            .anyMatch(r -> r.group().equals("" + number));
            if (named) return Optional.of(m.group(1));
        }
        return Optional.empty();
    }
}
