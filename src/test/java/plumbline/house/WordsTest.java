package plumbline.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import plumbline.exchange.planfile.SamplePlans;
import plumbline.words.Messages;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every sentence asked for exists, every sentence there is is asked for, and both languages say the
 * same.
 */
class WordsTest {
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z]*(\\.[A-Za-z0-9_-]+)+");

    /** Names of files and of settings that look like keys. */
    private static final Set<String> NOT_WORDS =
            Set.of(
                    "summary.docx",
                    "plan.last",
                    "settings.properties",
                    "plan.evaluated",
                    "appendix.xlsx",
                    "plan.at",
                    "report.docx",
                    "figures.csv",
                    "slides.pptx",
                    "wide.xlsx");

    private static final Pattern AFTER_ONE =
            Pattern.compile(
                    "(?<![\\w“\"/.–-])1 (?:(?!of|in|is|was|from|the|for|and|has|says|lies|stands|million)[a-z]+ )?([a-z]+s)\\b");
    private static final Pattern MANY =
            Pattern.compile(
                    "(?<![\\w“\"/.–-])1(?: (?!of|in|is|was|as|if|which)[a-z]+){0,3} (?:are|were|have)\\b");
    private static final Set<String> SINGULAR =
            Set.of(
                    "is", "was", "has", "as", "its", "this", "says", "lies", "stands", "meets",
                    "does", "shows", "belongs", "counts", "exists", "holds", "class");

    private static Properties bundle(String language) throws IOException {
        Properties words = new Properties();
        try (Reader reader =
                Files.newBufferedReader(
                        Path.of(
                                "src/main/resources/plumbline/words/words_"
                                        + language
                                        + ".properties"))) {
            words.load(reader);
        }
        return words;
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertEquals(
                new TreeSet<>(bundle("en").stringPropertyNames()),
                new TreeSet<>(bundle("zh_CN").stringPropertyNames()));
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        List<String> twice = new ArrayList<>();
        for (String language : List.of("en", "zh_CN")) {
            Set<String> seen = new HashSet<>();
            Files.readAllLines(
                            Path.of(
                                    "src/main/resources/plumbline/words/words_"
                                            + language
                                            + ".properties"))
                    .stream()
                    .filter(l -> l.matches("[a-z][^=]*=.*"))
                    .map(l -> l.substring(0, l.indexOf('=')))
                    .filter(k -> !seen.add(k))
                    .forEach(k -> twice.add(language + ": " + k));
        }
        assertEquals(List.of(), twice);
    }

    @Test
    void bothLanguagesTakeTheSameArguments() throws IOException {
        Properties english = bundle("en");
        Properties chinese = bundle("zh_CN");
        List<String> different =
                english.stringPropertyNames().stream()
                        .filter(
                                k ->
                                        !arguments(english.getProperty(k))
                                                .equals(arguments(chinese.getProperty(k))))
                        .sorted()
                        .toList();
        assertEquals(List.of(), different);
    }

    private static Set<String> arguments(String sentence) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(sentence)
                .results()
                .map(r -> r.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyKeyAskedForExists() throws IOException {
        assertEquals(List.of(), missing(Sources.main(), bundle("en").stringPropertyNames()));
    }

    @Test
    void everyKeyIsAskedFor() throws IOException {
        assertEquals(List.of(), unused(Sources.main(), bundle("en").stringPropertyNames()));
    }

    @Test
    void aMissingAndAnUnusedKeyAreFound() {
        Sources one =
                new Sources(
                        List.of(
                                new Sources.File(
                                        Path.of("A.java"),
                                        "words",
                                        "words.say(\"shell.gone\"); words.say(\"shell.\" + \"undo\");")));
        Set<String> keys = Set.of("shell.undo", "shell.left");
        assertEquals(List.of("A.java: shell.gone"), missing(one, keys));
        assertEquals(List.of("shell.left"), unused(one, keys));
    }

    /**
     * English has one word for one and another for the rest; a bundle writes both: <code>
     * {0#figure|figures}</code>.
     */
    @Test
    void oneIsNeverCountedInThePlural() throws IOException {
        Messages english = Messages.forLocale(Messages.ENGLISH);
        Object[] ones = IntStream.range(0, 12).mapToObj(_ -> 1).toArray();
        List<String> wrong =
                bundle("en").stringPropertyNames().stream()
                        .filter(k -> plural(english.sentence(k, ones)))
                        .sorted()
                        .map(k -> k + ": " + english.sentence(k, ones))
                        .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void aPluralAfterOneIsFound() {
        assertEquals(
                List.of(true, true, true, true),
                Stream.of(
                                "Take in 1 figures",
                                "1 new figures",
                                "All 1 are expected",
                                "1 done without one are put")
                        .map(WordsTest::plural)
                        .toList());
        assertEquals(
                List.of(false, false, false),
                Stream.of("Take in 1 figure", "1 of 1 is expected", "11 figures")
                        .map(WordsTest::plural)
                        .toList());
    }

    /**
     * What follows a one as a plural, be there a word between; verbs of a third person are none.
     */
    private static boolean plural(String sentence) {
        return AFTER_ONE
                        .matcher(sentence)
                        .results()
                        .map(r -> r.group(1))
                        .anyMatch(w -> !SINGULAR.contains(w))
                || MANY.matcher(sentence).find();
    }

    @Test
    void chineseSentencesUseChinesePunctuation() throws IOException {
        Properties chinese = bundle("zh_CN");
        List<String> wrong =
                chinese.stringPropertyNames().stream()
                        .filter(
                                k ->
                                        Pattern.compile("\\p{IsHan}[,;:?!]")
                                                .matcher(chinese.getProperty(k))
                                                .find())
                        .sorted()
                        .toList();
        assertEquals(List.of(), wrong);
    }

    private static List<String> missing(Sources sources, Set<String> keys) {
        Set<String> firsts =
                keys.stream().map(k -> k.substring(0, k.indexOf('.'))).collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        for (Sources.File file : sources.files()) {
            for (String text : file.literals()) {
                boolean key =
                        KEY.matcher(text).matches()
                                && firsts.contains(text.substring(0, text.indexOf('.')))
                                && !NOT_WORDS.contains(text);
                if (key && !keys.contains(text))
                    missing.add(file.path().getFileName() + ": " + text);
            }
        }
        return missing;
    }

    /**
     * A key is asked for if it stands in a source, is the word of a constant, or is put together
     * there from a beginning and an ending.
     */
    private static List<String> unused(Sources sources, Set<String> keys) {
        Set<String> used = new HashSet<>(constants());
        Set<String> endings =
                constants().stream()
                        .map(c -> c.substring(c.indexOf('.') + 1))
                        .collect(Collectors.toCollection(HashSet::new));
        endings.addAll(SamplePlans.sampleNames());
        // First and second half year.
        endings.addAll(List.of("1", "2"));
        for (Sources.File file : sources.files()) {
            List<String> literals = file.literals();
            used.addAll(literals);
            for (String begin : literals) {
                if (!begin.endsWith(".")) continue;
                endings.forEach(e -> used.add(begin + e));
                literals.forEach(e -> used.add(begin + e));
            }
        }
        return keys.stream().filter(k -> !used.contains(k)).sorted().toList();
    }

    /** {@code verdict.AHEAD} for each constant of each enum of the program. */
    private static Set<String> constants() {
        Set<String> words = new HashSet<>();
        Path classes = Path.of("target", "classes");
        try (var walk = Files.walk(classes.resolve("plumbline"))) {
            for (Path path : walk.filter(p -> p.toString().endsWith(".class")).toList()) {
                String name =
                        classes.relativize(path)
                                .toString()
                                .replace('/', '.')
                                .replace('\\', '.')
                                .replace(".class", "");
                Class<?> type = Class.forName(name, false, WordsTest.class.getClassLoader());
                if (!type.isEnum()) continue;
                String simple = type.getSimpleName();
                for (Object constant : type.getEnumConstants()) {
                    words.add(
                            simple.substring(0, 1).toLowerCase(Locale.ROOT)
                                    + simple.substring(1)
                                    + "."
                                    + ((Enum<?>) constant).name());
                }
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        assertTrue(words.contains("verdict.AHEAD"));
        return words;
    }
}
