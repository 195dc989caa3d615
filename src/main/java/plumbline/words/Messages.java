package plumbline.words;

import plumbline.base.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of one language: a key has one sentence. */
public final class Messages {
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;

    /** What is said of a count, be there an argument in it. */
    private static final String COUNT_WORDS = "((?:[^|{}]|\\{\\d+})*)";

    private static final Pattern COUNT_CHOICE =
            Pattern.compile("\\{(\\d+)#" + COUNT_WORDS + "\\|" + COUNT_WORDS + "}");
    private static final Pattern HYPHEN = Pattern.compile("(?<=^|[\\s(≥≤><=~–×÷→])-(?=\\d)");
    private final Locale locale;
    private final Properties sentences;

    /** By the sentence as it is counted. */
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Messages(Locale locale, Properties sentences) {
        this.locale = locale;
        this.sentences = sentences;
    }

    /** Chinese for every Chinese locale, English for all others. */
    public static Messages forLocale(Locale wanted) {
        boolean chinese = wanted.getLanguage().equals(Locale.CHINESE.getLanguage());
        return chinese
                ? new Messages(CHINESE, loadSentences("zh_CN"))
                : new Messages(ENGLISH, loadSentences("en"));
    }

    private static Properties loadSentences(String name) {
        Properties sentences = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream("words_" + name + ".properties");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }

    public Locale locale() {
        return locale;
    }

    public boolean isChinese() {
        return locale.equals(CHINESE);
    }

    /**
     * The sentence of a key with its arguments put in as they are: a year is not grouped like a
     * number. Where the words depend on a count, both stand in the sentence: of <code>
     * {0#figure|figures}</code> the first is said if the argument is 1, the second otherwise.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public String sentence(String key, Object... args) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) throw new IllegalArgumentException("no words for " + key);
        String[] said = Arrays.stream(args).map(String::valueOf).toArray(String[]::new);
        MessageFormat format =
                formats.computeIfAbsent(
                        chooseCountWords(sentence, said),
                        s -> new MessageFormat(isChinese() ? s : withStraightQuotes(s), locale));
        synchronized (format) {
            return withTypographicMinus(format.format(said));
        }
    }

    /** In English a number below zero has a minus, not a hyphen. */
    String withTypographicMinus(String said) {
        return isChinese() ? said : HYPHEN.matcher(said).replaceAll("−");
    }

    private static String chooseCountWords(String sentence, String[] said) {
        return COUNT_CHOICE
                .matcher(sentence)
                .replaceAll(
                        m ->
                                Matcher.quoteReplacement(
                                        isArgumentOne(said, Integer.parseInt(m.group(1)))
                                                ? m.group(2)
                                                : m.group(3)));
    }

    private static boolean isArgumentOne(String[] said, int argument) {
        return argument < said.length && said[argument].equals("1");
    }

    /**
     * Chinese fonts draw curved quotes as wide as a character, which leaves gaps in English. An
     * apostrophe stands doubled in a format.
     */
    private static String withStraightQuotes(String sentence) {
        return sentence.replaceAll("[“”]", "\"").replace("’", "''");
    }

    /** The word for a constant: {@code verdict.AHEAD} for {@code Verdict.AHEAD}. */
    public String nameOf(Enum<?> constant) {
        String type = constant.getDeclaringClass().getSimpleName();
        return sentence(
                type.substring(0, 1).toLowerCase(Locale.ROOT)
                        + type.substring(1)
                        + "."
                        + constant.name());
    }

    public String problemSentence(Problem problem) {
        return sentence(problem.messageKey(), problem.arguments().toArray());
    }
}
