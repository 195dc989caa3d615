package plumbline.exchange.review;

import plumbline.exchange.table.CellAddress;
import plumbline.exchange.table.ReadFinding;
import plumbline.exchange.table.TableReading;
import plumbline.words.Messages;

import java.util.ArrayList;
import java.util.List;

/** What is to be said of read files, a sentence each. */
public record ReadingWording(Messages messages) {
    public List<String> reportLines(ReadFiles read) {
        List<String> lines = new ArrayList<>();
        read.problems().forEach(p -> lines.add(messages.problemSentence(p)));
        read.readings()
                .forEach(
                        r ->
                                r.tables().stream()
                                        .map(TableReading::grid)
                                        .distinct()
                                        .flatMap(g -> g.gridFindings().stream())
                                        .map(f -> r.file() + " " + f.findingSentence(messages))
                                        .forEach(lines::add));
        read.allFindings().forEach(f -> lines.add(findingSentence(f)));
        return lines;
    }

    public String findingSentence(ReadFinding finding) {
        return messages.sentence(
                "readFinding." + finding.kind().name(),
                addressText(finding.address()),
                finding.text());
    }

    private static String addressText(CellAddress place) {
        String cell = place.sheet().isEmpty() ? place.cell() : place.sheet() + "!" + place.cell();
        return cell.isEmpty() ? place.file() : place.file() + " " + cell;
    }
}
