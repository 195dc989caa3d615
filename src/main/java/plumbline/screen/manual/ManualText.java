package plumbline.screen.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The officer's manual, as {@code src/docs/manual.*.md} has it: sections, each with an anchor, a
 * title and its lines.
 */
public final class ManualText {
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([a-z-]+)\"></a>");
    private static final String TITLE = "## ";

    /**
     * @param anchor the same in every language: {@code indicators}
     * @param lines Markdown, without the title
     */
    public record ManualSection(String anchor, String title, List<String> lines) {
        public ManualSection {
            lines = List.copyOf(lines);
        }

        /** Case does not matter; an empty text is in every section. */
        public boolean contains(String text) {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            return title.toLowerCase(Locale.ROOT).contains(wanted)
                    || lines.stream().anyMatch(l -> l.toLowerCase(Locale.ROOT).contains(wanted));
        }
    }

    private ManualText() {}

    /** The manual in the language of the screen. */
    public static List<ManualSection> sectionsIn(boolean chinese) {
        String name = "/plumbline/manual/manual." + (chinese ? "zh" : "en") + ".md";
        try (InputStream in = ManualText.class.getResourceAsStream(name)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ManualSection> parse(String markdown) {
        List<ManualSection> sections = new ArrayList<>();
        Optional<String> anchor = Optional.empty();
        String title = "";
        List<String> lines = new ArrayList<>();
        for (String line : markdown.lines().toList()) {
            Matcher found = ANCHOR.matcher(line.strip());
            if (found.matches()) {
                addSection(sections, anchor, title, lines);
                anchor = Optional.of(found.group(1));
                lines = new ArrayList<>();
            } else if (line.startsWith(TITLE)) title = line.substring(TITLE.length()).strip();
            else lines.add(line);
        }
        addSection(sections, anchor, title, lines);
        return List.copyOf(sections);
    }

    private static void addSection(
            List<ManualSection> sections,
            Optional<String> anchor,
            String title,
            List<String> lines) {
        anchor.ifPresent(a -> sections.add(new ManualSection(a, title, lines)));
    }
}
