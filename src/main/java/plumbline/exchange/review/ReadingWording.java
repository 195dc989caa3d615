package plumbline.exchange.review;

import plumbline.exchange.table.CellAddress;
import plumbline.exchange.table.ReadFinding;
import plumbline.exchange.table.TableReading;
import plumbline.words.Messages;

import java.util.ArrayList;
import java.util.List;

/** What is to be said of read files, a sentence each. */
public record ReadingWording(Messages words) {
    public List<String> lines(ReadFiles read) {
        List<String> lines = new ArrayList<>();
        read.problems().forEach(p -> lines.add(words.problemSentence(p)));
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
        return words.sentence(
                "readFinding." + finding.kind().name(), place(finding.place()), finding.text());
    }

    private static String place(CellAddress place) {
        String cell = place.sheet().isEmpty() ? place.cell() : place.sheet() + "!" + place.cell();
        return cell.isEmpty() ? place.file() : place.file() + " " + cell;
    }
}
