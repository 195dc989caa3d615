package plumbline.exchange;

import plumbline.words.Words;

import java.util.ArrayList;
import java.util.List;

/** What is to be said of read files, a sentence each. */
public record ReadingWords(Words words) {
    public List<String> lines(ReadFiles read) {
        List<String> lines = new ArrayList<>();
        read.problems().forEach(p -> lines.add(words.say(p)));
        read.readings()
                .forEach(
                        r ->
                                r.tables().stream()
                                        .map(TableReading::grid)
                                        .distinct()
                                        .flatMap(g -> g.findings().stream())
                                        .map(f -> r.file() + " " + f.say(words))
                                        .forEach(lines::add));
        read.findings().forEach(f -> lines.add(say(f)));
        return lines;
    }

    public String say(ReadFinding finding) {
        return words.say(
                "readFinding." + finding.kind().name(), place(finding.place()), finding.text());
    }

    private static String place(CellPlace place) {
        String cell = place.sheet().isEmpty() ? place.cell() : place.sheet() + "!" + place.cell();
        return cell.isEmpty() ? place.file() : place.file() + " " + cell;
    }
}
