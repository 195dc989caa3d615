package plumbline.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the manuals and the front door say exists. */
class ManualTest {
    private static final Path DOCS = Path.of("src/docs");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*\\n]+?)\\*\\*");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");

    /** Bold, and no word of the screen: the head of a paragraph. */
    private static final Set<String> HEADS =
            Set.of(
                    "为什么没有评价。",
                    "规划到期以后。",
                    "打不开、提示文件已损坏",
                    "文件被占用",
                    "磁盘满了",
                    "换一台电脑",
                    "请人帮忙",
                    "Why something is not judged",
                    "When the plan is over",
                    "The library is damaged",
                    "A file is in use",
                    "The disk is full",
                    "Another computer",
                    "Somebody is to help");

    @ParameterizedTest
    @ValueSource(strings = {"zh,zh_CN", "en,en"})
    void everyWordOfTheScreenIsOnTheScreen(String languages) throws IOException {
        String[] names = languages.split(",");
        String manual = Files.readString(DOCS.resolve("manual." + names[0] + ".md"));
        Set<String> sentences = sentencesIn(names[1]);
        Set<String> unknown = new TreeSet<>();
        for (Matcher m = BOLD.matcher(manual); m.find(); ) {
            String word = m.group(1).strip();
            if (!HEADS.contains(word) && !isOnTheScreen(word, sentences)) unknown.add(word);
        }
        assertEquals(Set.of(), unknown);
    }

    /** Mnemonics, ellipses and arguments are not told in the manual. */
    private static boolean isOnTheScreen(String word, Set<String> sentences) {
        return sentences.stream().anyMatch(s -> s.equals(word) || s.startsWith(word + " {"));
    }

    private static Set<String> sentencesIn(String language) throws IOException {
        Properties words = new Properties();
        Path file = Path.of("src/main/resources/plumbline/words/words_" + language + ".properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            words.load(reader);
        }
        return words.values().stream()
                .map(v -> v.toString().replaceAll("\\(_.\\)|_|…", "").strip())
                .collect(Collectors.toSet());
    }

    @Test
    void everythingLinkedIsThere() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path page : pages()) {
            Path folder = page.toAbsolutePath().getParent();
            for (Matcher m = LINK.matcher(Files.readString(page)); m.find(); )
                if (!m.group(1).contains("://") && !Files.exists(folder.resolve(m.group(1))))
                    missing.add(page + " " + m.group(1));
        }
        assertEquals(Set.of(), missing);
    }

    private static List<Path> pages() throws IOException {
        try (var docs = Files.list(DOCS)) {
            List<Path> pages =
                    docs.filter(p -> p.toString().endsWith(".md")).collect(Collectors.toList());
            pages.add(Path.of("README.md"));
            return pages;
        }
    }

    @Test
    void everyVerbOfTheCommandLineIsExplained() throws IOException {
        for (String language : List.of("zh", "en")) {
            String manual = Files.readString(DOCS.resolve("manual." + language + ".md"));
            assertEquals(
                    List.of(),
                    List.of("assess", "report", "read", "proofread", "import", "export").stream()
                            .filter(verb -> !manual.contains("plumbline " + verb + " "))
                            .toList());
        }
    }
}
